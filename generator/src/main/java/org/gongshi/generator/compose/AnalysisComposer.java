package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.CompositePlan;
import org.gongshi.evaluation.satisfaction.CompositeResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Ranking;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Sensitivity;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.WayCount;
import org.gongshi.templates.site.PlainTable;

/**
 * What stands beside the headlines of a survey (综合指数、精度、敏感性、地区比较), as tables, with a worked example that a reader can
 * recompute from the page.
 */
final class AnalysisComposer {
    private final Composition site;
    private final RoundView round;
    private final ReleasedResults results;
    private final Analysis analysis;

    AnalysisComposer(Composition site, RoundView round, ReleasedResults results) {
        this.site = site;
        this.round = round;
        this.results = results;
        this.analysis = results.analysis();
    }

    /** None for a release of the first format. */
    List<PlainTable> tables() {
        if (analysis.equals(Analysis.NONE)) {
            return List.of();
        }
        List<PlainTable> tables = new ArrayList<>();
        if (!analysis.composites().isEmpty()) {
            tables.add(composites());
        }
        tables.add(precision());
        tables.add(sensitivity());
        if (!analysis.rankings().isEmpty()) {
            tables.add(bands());
        }
        tables.add(quality());
        if (!results.collected().ways().isEmpty()) {
            tables.add(ways());
        }
        return tables;
    }

    /** How the answers came in, with what is known about who answered. */
    private PlainTable ways() {
        List<List<String>> rows = new ArrayList<>();
        for (WayCount count : results.collected().ways()) {
            rows.add(List.of(
                    count.audience().label(),
                    count.way().label(),
                    count.way().assurance().label(),
                    text(count.sheets()),
                    count.way().assurance().isOfTheSample() ? TraceComposer.NOT_APPLICABLE : text(count.doubted())));
        }
        return table("ways", site.say("analysis.ways.note"), rows, "audience", "way", "assurance", "sheets", "flagged");
    }

    private PlainTable composites() {
        List<List<String>> rows = new ArrayList<>();
        for (CompositeResult composite : analysis.composites()) {
            rows.add(List.of(
                    name(composite.place()),
                    shown(composite.index()),
                    interval(composite.index()),
                    composite.index() instanceof Estimate.Shown figure
                            ? figure.quality().orElse(SurveyFigures.WITHHELD)
                            : SurveyFigures.WITHHELD,
                    composite.audiences().isEmpty()
                            ? SurveyFigures.WITHHELD
                            : String.join(
                                    "、",
                                    composite.audiences().stream()
                                            .map(Audience::label)
                                            .toList())));
        }
        return table(
                "composite",
                site.say("analysis.composite.note", example()),
                rows,
                "place",
                "composite",
                "interval",
                "letter",
                "in");
    }

    /** The whole area's composite, or the first that is shown, with its own numbers. */
    private String example() {
        return analysis.composites().stream()
                .filter(composite -> composite.index() instanceof Estimate.Shown)
                .findFirst()
                .flatMap(this::example)
                .orElse(site.say("analysis.noExample"));
    }

    private Optional<String> example(CompositeResult composite) {
        return round.published().plan().flatMap(SurveyPlan::composite).map(plan -> {
            List<String> terms = new ArrayList<>();
            List<String> weights = new ArrayList<>();
            for (Audience audience : composite.audiences()) {
                String weight = weight(plan, audience);
                weights.add(weight);
                terms.add(weight + "×"
                        + results.find(composite.place(), audience)
                                .map(row -> shown(row.index()))
                                .orElseThrow());
            }
            return site.say(
                    "analysis.composite.example",
                    name(composite.place()),
                    String.join("＋", terms),
                    String.join("＋", weights),
                    shown(composite.index()));
        });
    }

    private static String weight(CompositePlan plan, Audience audience) {
        return plan.weights().get(audience).stripTrailingZeros().toPlainString();
    }

    private PlainTable precision() {
        List<List<String>> rows = new ArrayList<>();
        for (AudienceResult row : headlines()) {
            Estimate.Shown index = (Estimate.Shown) row.index();
            rows.add(List.of(
                    label(row),
                    Long.toString(index.n()),
                    text(index.effectiveN()),
                    index.df().isPresent() ? Integer.toString(index.df().getAsInt()) : SurveyFigures.WITHHELD,
                    text(index.designEffect().map(BigDecimal::toPlainString)),
                    text(index.quality())));
        }
        return table(
                "precision",
                site.say("analysis.precision.note"),
                rows,
                "row",
                "n",
                "effectiveN",
                "df",
                "deff",
                "letter");
    }

    private PlainTable sensitivity() {
        List<List<String>> rows = new ArrayList<>();
        for (AudienceResult row : headlines()) {
            row.sensitivity().ifPresent(lines -> rows.add(sensitivity(row, lines)));
        }
        return table(
                "sensitivity",
                site.say("analysis.sensitivity.note"),
                rows,
                "row",
                "published",
                "unweighted",
                "withoutDoubted",
                "doubted");
    }

    private List<String> sensitivity(AudienceResult row, Sensitivity lines) {
        return List.of(
                label(row),
                shown(row.index()),
                text(lines.unweighted().map(BigDecimal::toPlainString)),
                text(lines.withoutDoubted().map(BigDecimal::toPlainString)),
                text(lines.doubted()));
    }

    private PlainTable bands() {
        List<Ranking> rankings = analysis.rankings();
        List<String> header = new ArrayList<>(List.of(site.say("analysis.column.place")));
        rankings.forEach(ranking ->
                header.add(ranking.audience().map(Audience::label).orElse(site.say("analysis.column.composite"))));
        List<List<String>> rows = new ArrayList<>();
        for (var report : round.reports()) {
            PlaceCode place = report.dossier().place().code();
            List<String> row = new ArrayList<>(List.of(name(place)));
            for (Ranking ranking : rankings) {
                row.add(text(ranking.band(place)
                        .map(band -> band.best() == band.worst()
                                ? site.say("analysis.rank", band.best())
                                : site.say("analysis.ranks", band.best(), band.worst()))));
            }
            rows.add(row);
        }
        return new PlainTable("bands", site.say("analysis.bands"), site.say("analysis.bands.note"), header, rows);
    }

    private PlainTable quality() {
        List<List<String>> rows = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            var weights = analysis.weights().stream()
                    .filter(each -> each.audience() == audience)
                    .findFirst();
            var scale = analysis.reliability().stream()
                    .filter(each -> each.audience() == audience)
                    .findFirst();
            rows.add(List.of(
                    audience.label(),
                    text(weights.map(each -> each.kishDeff().toPlainString())),
                    text(weights.map(each -> each.cv().toPlainString())),
                    text(weights.flatMap(each -> each.maxToMin())),
                    text(scale.flatMap(each -> each.alpha()).map(BigDecimal::toPlainString)),
                    text(scale.flatMap(each -> each.n()))));
        }
        return table(
                "quality",
                site.say("analysis.quality.note"),
                rows,
                "audience",
                "kish",
                "cv",
                "span",
                "alpha",
                "complete");
    }

    /** The rows of all stages from codes with a shown index, whole area first. */
    private List<AudienceResult> headlines() {
        return results.results().stream()
                .filter(row -> row.stage().isEmpty()
                        && row.mode() == AudienceResult.Mode.PROBABILITY
                        && row.index() instanceof Estimate.Shown)
                .toList();
    }

    private PlainTable table(String id, String note, List<List<String>> rows, String... columns) {
        return new PlainTable(
                id,
                site.say("analysis." + id),
                note,
                java.util.Arrays.stream(columns)
                        .map(column -> site.say("analysis.column." + column))
                        .toList(),
                rows);
    }

    private String label(AudienceResult row) {
        return name(row.place()) + " " + row.audience().label();
    }

    private String name(PlaceCode place) {
        return place.equals(round.key().organizer()) ? site.say("survey.whole") : round.name(place);
    }

    private static String shown(Estimate estimate) {
        return estimate instanceof Estimate.Shown figure ? figure.shown() : SurveyFigures.WITHHELD;
    }

    private static String interval(Estimate estimate) {
        return estimate instanceof Estimate.Shown figure
                ? text(figure.interval()
                        .map(ends ->
                                ends.low().toPlainString() + "–" + ends.high().toPlainString()))
                : SurveyFigures.WITHHELD;
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse(SurveyFigures.WITHHELD);
    }
}
