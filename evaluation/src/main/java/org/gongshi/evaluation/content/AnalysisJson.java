package org.gongshi.evaluation.content;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.CompositeResult;
import org.gongshi.evaluation.satisfaction.Ranking;
import org.gongshi.evaluation.satisfaction.Reliability;
import org.gongshi.evaluation.satisfaction.Sensitivity;
import org.gongshi.evaluation.satisfaction.WeightsReport;

/** {@link Analysis} and {@link Sensitivity} in {@code results.json}. */
final class AnalysisJson {
    private AnalysisJson() {}

    static void write(Analysis analysis, Json.ObjectBuilder document) {
        document.put(
                        "weights",
                        Json.array(analysis.weights().stream()
                                .map(AnalysisJson::weights)
                                .toList()))
                .put(
                        "reliability",
                        Json.array(analysis.reliability().stream()
                                .map(AnalysisJson::reliability)
                                .toList()))
                .put(
                        "composites",
                        Json.array(analysis.composites().stream()
                                .map(AnalysisJson::composite)
                                .toList()))
                .put(
                        "rankings",
                        Json.array(analysis.rankings().stream()
                                .map(AnalysisJson::ranking)
                                .toList()));
    }

    static Json write(Sensitivity lines) {
        return Json.object()
                .put("unweighted", ResultsWriter.decimal(lines.unweighted().orElse(null)))
                .put("doubted", lines.doubted().map(Json::of).orElse(Json.NULL))
                .put(
                        "withoutDoubted",
                        ResultsWriter.decimal(lines.withoutDoubted().orElse(null)))
                .build();
    }

    private static Json weights(WeightsReport report) {
        return Json.object()
                .put("audience", report.audience().key())
                .put("kishDeff", ResultsWriter.decimal(report.kishDeff()))
                .put("cv", ResultsWriter.decimal(report.cv()))
                .put("maxToMin", report.maxToMin().map(Json::of).orElse(Json.NULL))
                .build();
    }

    private static Json reliability(Reliability reliability) {
        return Json.object()
                .put("audience", reliability.audience().key())
                .put("items", reliability.items())
                .put("n", reliability.n().map(Json::of).orElse(Json.NULL))
                .put("alpha", ResultsWriter.decimal(reliability.alpha().orElse(null)))
                .build();
    }

    private static Json composite(CompositeResult composite) {
        return Json.object()
                .put("place", composite.place().value())
                .put(
                        "audiences",
                        Json.array(composite.audiences().stream()
                                .map(audience -> Json.of(audience.key()))
                                .toList()))
                .put("index", ResultsWriter.estimate(composite.index()))
                .build();
    }

    private static Json ranking(Ranking ranking) {
        return Json.object()
                .put("audience", Json.of(ranking.audience().map(Audience::key).orElse(null)))
                .put(
                        "bands",
                        Json.array(ranking.bands().stream()
                                .map(band -> Json.object()
                                        .put("place", band.place().value())
                                        .put("best", band.best())
                                        .put("worst", band.worst())
                                        .build())
                                .toList()))
                .put(
                        "pairs",
                        Json.array(ranking.pairs().stream()
                                .map(pair -> Json.object()
                                        .put("a", pair.a().value())
                                        .put("b", pair.b().value())
                                        .put("difference", ResultsWriter.decimal(pair.difference()))
                                        .put("p", ResultsWriter.decimal(pair.p()))
                                        .put("distinct", pair.distinct())
                                        .build())
                                .toList()))
                .build();
    }

    static Analysis read(JsonCursor at) {
        var weights = at.at("weights").items().map(AnalysisJson::readWeights).toList();
        var reliability =
                at.at("reliability").items().map(AnalysisJson::readReliability).toList();
        var composites =
                at.at("composites").items().map(AnalysisJson::readComposite).toList();
        var rankings = at.at("rankings").items().map(AnalysisJson::readRanking).toList();
        return new Analysis(weights, reliability, composites, rankings);
    }

    static Sensitivity sensitivity(JsonCursor at) {
        at.only("unweighted", "doubted", "withoutDoubted");
        var unweighted = at.ifPresent("unweighted").map(JsonCursor::decimal);
        var doubted = at.ifPresent("doubted").map(JsonCursor::whole);
        var without = at.ifPresent("withoutDoubted").map(JsonCursor::decimal);
        return at.make(() -> new Sensitivity(unweighted, doubted, without));
    }

    private static WeightsReport readWeights(JsonCursor at) {
        at.only("audience", "kishDeff", "cv", "maxToMin");
        var audience = at.at("audience").word(Audience::ofKey);
        var deff = at.at("kishDeff").decimal();
        var cv = at.at("cv").decimal();
        var span = at.ifPresent("maxToMin").map(JsonCursor::small);
        return at.make(() -> new WeightsReport(audience, deff, cv, span));
    }

    private static Reliability readReliability(JsonCursor at) {
        at.only("audience", "items", "n", "alpha");
        var audience = at.at("audience").word(Audience::ofKey);
        int items = at.at("items").small();
        var n = at.ifPresent("n").map(JsonCursor::whole);
        var alpha = at.ifPresent("alpha").map(JsonCursor::decimal);
        return at.make(() -> new Reliability(audience, items, n, alpha));
    }

    private static CompositeResult readComposite(JsonCursor at) {
        at.only("place", "audiences", "index");
        var place = ResultsReader.place(at.at("place"));
        Set<Audience> audiences = at.at("audiences")
                .items()
                .map(word -> word.word(Audience::ofKey))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Audience.class)));
        var index = ResultsReader.estimate(at.at("index"));
        return at.make(() -> new CompositeResult(place, audiences, index));
    }

    private static Ranking readRanking(JsonCursor at) {
        at.only("audience", "bands", "pairs");
        Optional<Audience> audience = at.ifPresent("audience").map(word -> word.word(Audience::ofKey));
        var bands = at.at("bands").items().map(AnalysisJson::readBand).toList();
        var pairs = at.at("pairs").items().map(AnalysisJson::readPair).toList();
        return at.make(() -> new Ranking(audience, bands, pairs));
    }

    private static Ranking.Band readBand(JsonCursor at) {
        at.only("place", "best", "worst");
        var place = ResultsReader.place(at.at("place"));
        int best = at.at("best").small();
        int worst = at.at("worst").small();
        return at.make(() -> new Ranking.Band(place, best, worst));
    }

    private static Ranking.Pair readPair(JsonCursor at) {
        at.only("a", "b", "difference", "p", "distinct");
        var a = ResultsReader.place(at.at("a"));
        var b = ResultsReader.place(at.at("b"));
        var difference = at.at("difference").decimal();
        var p = at.at("p").decimal();
        boolean distinct = at.at("distinct").flag();
        return at.make(() -> new Ranking.Pair(a, b, difference, p, distinct));
    }
}
