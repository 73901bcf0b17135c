package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Collected;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.Sensitivity;
import org.gongshi.evaluation.satisfaction.Share;

/** Released results from JSON: nothing missing, nothing besides, nothing that the types refuse. */
final class ResultsReader {
    private static final String DEVIATIONS = "deviations";

    private ResultsReader() {}

    static ReleasedResults results(JsonCursor at) {
        boolean first = ReleasedResultsJson.FIRST.equals(at.at("schema").text());
        boolean deviating = ReleasedResultsJson.DEVIATING.equals(at.at("schema").text());
        boolean told =
                deviating || ReleasedResultsJson.SCHEMA.equals(at.at("schema").text());
        if (!first
                && !told
                && !ReleasedResultsJson.SECOND.equals(at.at("schema").text())) {
            throw at.at("schema").fault("应为 " + ReleasedResultsJson.SCHEMA);
        }
        List<String> names = new ArrayList<>(List.of(
                "schema",
                "round",
                "plan",
                "questionnaires",
                "method",
                "opened",
                "closed",
                "released",
                "releasedBy",
                "results"));
        if (!first) {
            names.addAll(List.of("weights", "reliability", "composites", "rankings"));
        }
        if (told) {
            names.addAll(List.of("ways", "receipts"));
        }
        if (deviating) {
            names.add(DEVIATIONS);
        }
        at.only(names.toArray(String[]::new));
        var round = round(at.at("round"));
        var plan = digest(at.at("plan"));
        var questionnaires = questionnaires(at.at("questionnaires"));
        var method = at.at("method").text();
        var opened = at.at("opened").date();
        var closed = at.at("closed").date();
        var released = at.at("released").date();
        var by = at.at("releasedBy").items().map(JsonCursor::text).toList();
        var rows = at.at("results").items().map(row -> row(row, first)).toList();
        Analysis analysis = first ? Analysis.NONE : AnalysisJson.read(at);
        Collected collected = told ? CollectedJson.read(at) : Collected.NONE;
        List<Deviation> deviations =
                deviating ? at.at(DEVIATIONS).items().map(DeviationJson::read).toList() : List.of();
        if (deviating && deviations.isEmpty()) {
            throw at.at(DEVIATIONS).fault("没有偏离方案的，schema 应为 " + ReleasedResultsJson.SCHEMA);
        }
        return at.make(() -> new ReleasedResults(
                round,
                plan,
                questionnaires,
                method,
                opened,
                closed,
                released,
                by,
                rows,
                analysis,
                collected,
                deviations));
    }

    private static RoundKey round(JsonCursor at) {
        at.only("year", "organizer");
        int year = at.at("year").small();
        return new RoundKey(at.at("year").make(() -> new EvaluationYear(year)), place(at.at("organizer")));
    }

    private static Map<Audience, Digest> questionnaires(JsonCursor at) {
        Map<Audience, Digest> digests = new EnumMap<>(Audience.class);
        for (String key : at.object().keySet()) {
            digests.put(at.at(key).word(key, Audience::ofKey), digest(at.at(key)));
        }
        return digests;
    }

    private static AudienceResult row(JsonCursor at, boolean first) {
        List<String> names = new ArrayList<>(List.of(
                "place",
                "audience",
                "stage",
                "mode",
                "population",
                "invited",
                "responded",
                "responseRate",
                "index",
                "satisfied",
                "items"));
        if (!first) {
            names.add("sensitivity");
        }
        at.only(names.toArray(String[]::new));
        var place = place(at.at("place"));
        var audience = at.at("audience").word(Audience::ofKey);
        var stage = at.ifPresent("stage").map(word -> word.word(SchoolStage::ofKey));
        var mode = at.at("mode").word(AudienceResult.Mode::ofKey);
        long population = at.at("population").whole();
        long invited = at.at("invited").whole();
        var responded = at.ifPresent("responded").map(JsonCursor::whole);
        var rate = at.ifPresent("responseRate").map(JsonCursor::decimal);
        var index = estimate(at.at("index"));
        var satisfied = estimate(at.at("satisfied"));
        var items = at.at("items").items().map(ResultsReader::item).toList();
        var lines = first
                ? Optional.<Sensitivity>empty()
                : at.ifPresent("sensitivity").map(AnalysisJson::sensitivity);
        return at.make(() -> new AudienceResult(
                place, audience, stage, mode, population, invited, responded, rate, index, satisfied, items, lines));
    }

    private static ItemResult item(JsonCursor at) {
        at.only("code", "mean", "satisfied", "shares", "dontKnow");
        Map<Integer, Share> shares = new TreeMap<>();
        for (String value : at.at("shares").object().keySet()) {
            JsonCursor share = at.at("shares").at(value);
            if (!value.matches("0|[1-9][0-9]?")) {
                throw share.fault("应为选项值，0 至 99");
            }
            shares.put(Integer.valueOf(value), share(share));
        }
        return new ItemResult(
                at.at("code").text(),
                estimate(at.at("mean")),
                estimate(at.at("satisfied")),
                shares,
                at.ifPresent("dontKnow").map(ResultsReader::share));
    }

    private static Share share(JsonCursor at) {
        at.only("bound", "percent");
        var bound = at.at("bound").word(Share.Bound::ofKey);
        int percent = at.at("percent").small();
        return at.make(() -> new Share(bound, percent));
    }

    static Estimate estimate(JsonCursor at) {
        if (at.has("withheld")) {
            return new Estimate.Withheld(at.only("withheld").at("withheld").word(Estimate.Reason::ofKey));
        }
        at.only("value", "bound", "low", "high", "n", "effectiveN", "df", "designEffect", "method", "quality");
        var value = at.at("value").decimal();
        var bound = at.at("bound").word(Share.Bound::ofKey);
        var interval = interval(at);
        long n = at.at("n").whole();
        var effective = at.ifPresent("effectiveN").map(JsonCursor::whole);
        var df = at.ifPresent("df").map(found -> OptionalInt.of(found.small())).orElse(OptionalInt.empty());
        var effect = at.ifPresent("designEffect").map(JsonCursor::decimal);
        var method = at.at("method").text("[a-z-]+/[0-9]+", "估计方法的代号，形如 mean/1");
        var quality = at.ifPresent("quality").map(letter -> letter.text("[A-F]", " A 至 F 中的一个字母"));
        return at.make(() -> new Estimate.Shown(value, interval, n, effective, df, effect, method, quality, bound));
    }

    private static Optional<Estimate.Interval> interval(JsonCursor at) {
        var low = at.ifPresent("low").map(JsonCursor::decimal);
        var high = at.ifPresent("high").map(JsonCursor::decimal);
        if (low.isPresent() != high.isPresent()) {
            throw at.at(low.isPresent() ? "high" : "low").fault("区间的上下限须同时给出");
        }
        return low.map(bottom -> at.make(() -> new Estimate.Interval(bottom, high.orElseThrow())));
    }

    static Digest digest(JsonCursor at) {
        String text = at.text();
        return at.make(() -> Digest.parse(text));
    }

    static PlaceCode place(JsonCursor at) {
        String text = at.text();
        return at.make(() -> new PlaceCode(text));
    }
}
