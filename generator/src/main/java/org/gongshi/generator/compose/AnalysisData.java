package org.gongshi.generator.compose;

import static org.gongshi.generator.compose.DataTable.Type.CODE;
import static org.gongshi.generator.compose.DataTable.Type.DECIMAL;
import static org.gongshi.generator.compose.DataTable.Type.TEXT;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.CompositeResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Ranking;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Sensitivity;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.WayCount;
import org.gongshi.evaluation.satisfaction.YearChange;

/**
 * What a release says beside its rows, as one long table (附加分析): composites and their weights, sensitivity lines, weights and
 * scales, rank bands and the pairs they follow from. With {@code survey.csv} anybody can recompute it.
 */
final class AnalysisData {
    private final ReleasedResults results;
    private final RoundView round;
    private final Set<PlaceCode> shown;
    private final TableBuilder table;
    private final Optional<RoundView> earlier;

    AnalysisData(Composition site, RoundView round, ReleasedResults results) {
        this.results = results;
        this.round = round;
        this.earlier = site.rounds().stream()
                .filter(other -> other.key().organizer().equals(round.key().organizer())
                        && other.key().year().value() == round.key().year().value() - 1)
                .findFirst();
        this.shown = round.reports().stream()
                .map(report -> report.dossier().place().code())
                .collect(Collectors.toSet());
        this.table = new TableBuilder(
                        "analysis",
                        site.paths().data(round.key(), "analysis.csv"),
                        site.say("table.analysis", round.title()))
                .columns(CODE, "place")
                .columns(TEXT, "place_name")
                .columns(CODE, "audience", "measure", "other", "audiences")
                .columns(DECIMAL, "value", "low", "high", "n", "df", "p")
                .columns(CODE, "distinct", "method", "quality")
                .columns(TEXT, "withheld");
    }

    DataTable table() {
        Analysis analysis = results.analysis();
        round.published()
                .plan()
                .flatMap(SurveyPlan::composite)
                .ifPresent(plan -> plan.weights()
                        .forEach((audience, weight) -> number("", audience.key(), "composite-weight", weight)));
        analysis.composites().stream()
                .filter(composite -> isShown(composite.place()))
                .forEach(this::composite);
        results.results().stream().filter(row -> isShown(row.place())).forEach(this::lines);
        analysis.weights().forEach(weights -> {
            String audience = weights.audience().key();
            number("", audience, "kish-deff", weights.kishDeff());
            number("", audience, "weights-cv", weights.cv());
            weights.maxToMin().ifPresent(span -> number("", audience, "weights-span", BigDecimal.valueOf(span)));
        });
        analysis.reliability()
                .forEach(scale -> row(
                        "",
                        scale.audience().key(),
                        "alpha",
                        "",
                        Map.of(
                                "value", text(scale.alpha().map(BigDecimal::toPlainString)),
                                "n", text(scale.n()))));
        analysis.rankings().forEach(this::ranking);
        results.collected().ways().forEach(this::way);
        earlier.ifPresent(this::changes);
        return table.build();
    }

    /** Against the year before: what the comparison page says. */
    private void changes(RoundView before) {
        var changes = new SurveyChanges(before, round);
        String year = before.key().year().toString();
        for (AudienceResult row : results.results()) {
            boolean headline = row.stage().isEmpty() && row.mode() == AudienceResult.Mode.PROBABILITY;
            if (headline && isShown(row.place())) {
                changes.change(row.place(), row.audience())
                        .ifPresent(change -> row(
                                row.place().value(),
                                row.audience().key(),
                                "year-change",
                                year,
                                Map.of(
                                        "value", change.difference().toPlainString(),
                                        "low", change.interval().low().toPlainString(),
                                        "high", change.interval().high().toPlainString(),
                                        "method", YearChange.METHOD)));
            }
        }
    }

    /** The whole area, and places whose report is published. */
    private boolean isShown(PlaceCode place) {
        return place.equals(round.key().organizer()) || shown.contains(place);
    }

    private void composite(CompositeResult composite) {
        String audiences = composite.audiences().stream().map(Audience::key).collect(Collectors.joining(" "));
        String place = composite.place().value();
        if (composite.index() instanceof Estimate.Shown figure) {
            row(
                    place,
                    "",
                    "composite",
                    "",
                    Map.of(
                            "audiences", audiences,
                            "value", figure.value().toPlainString(),
                            "low", text(figure.interval().map(ends -> ends.low().toPlainString())),
                            "high",
                                    text(figure.interval()
                                            .map(ends -> ends.high().toPlainString())),
                            "n", Long.toString(figure.n()),
                            "df",
                                    figure.df().isPresent()
                                            ? Integer.toString(figure.df().getAsInt())
                                            : "",
                            "method", figure.method(),
                            "quality", text(figure.quality())));
        } else {
            String reason = ((Estimate.Withheld) composite.index()).reason().key();
            row(place, "", "composite", "", Map.of("withheld", reason));
        }
    }

    private void lines(AudienceResult row) {
        if (row.sensitivity().isEmpty()) {
            return;
        }
        Sensitivity lines = row.sensitivity().get();
        String place = row.place().value();
        String audience = row.audience().key();
        lines.unweighted().ifPresent(value -> number(place, audience, "unweighted", value));
        lines.withoutDoubted().ifPresent(value -> number(place, audience, "without-doubted", value));
        lines.doubted().ifPresent(n -> number(place, audience, "doubted", BigDecimal.valueOf(n)));
    }

    private void ranking(Ranking ranking) {
        String audience = ranking.audience().map(Audience::key).orElse("");
        for (Ranking.Band band : ranking.bands()) {
            if (isShown(band.place())) {
                row(
                        band.place().value(),
                        audience,
                        "rank",
                        "",
                        Map.of(
                                "low", Integer.toString(band.best()),
                                "high", Integer.toString(band.worst()),
                                "n", Integer.toString(ranking.among())));
            }
        }
        for (Ranking.Pair pair : ranking.pairs()) {
            if (isShown(pair.a()) && isShown(pair.b())) {
                row(
                        pair.a().value(),
                        audience,
                        "difference",
                        pair.b().value(),
                        Map.of(
                                "value", pair.difference().toPlainString(),
                                "p", pair.p().toPlainString(),
                                "distinct", Boolean.toString(pair.distinct())));
            }
        }
    }

    private void way(WayCount count) {
        row(
                "",
                count.audience().key(),
                "way",
                count.way().key(),
                count.sheets()
                        .map(sheets -> Map.of("n", Long.toString(sheets), "value", text(count.doubted())))
                        .orElse(Map.of("withheld", Estimate.Reason.TOO_FEW.key())));
    }

    private void number(String place, String audience, String measure, BigDecimal value) {
        row(place, audience, measure, "", Map.of("value", value.toPlainString()));
    }

    private void row(String place, String audience, String measure, String other, Map<String, String> cells) {
        table.row(
                place,
                place.isEmpty() ? "" : round.name(new PlaceCode(place)),
                audience,
                measure,
                other,
                cell(cells, "audiences"),
                cell(cells, "value"),
                cell(cells, "low"),
                cell(cells, "high"),
                cell(cells, "n"),
                cell(cells, "df"),
                cell(cells, "p"),
                cell(cells, "distinct"),
                cell(cells, "method"),
                cell(cells, "quality"),
                cell(cells, "withheld"));
    }

    private static String cell(Map<String, String> cells, String name) {
        return cells.getOrDefault(name, "");
    }

    private static String text(Optional<?> value) {
        return value.map(String::valueOf).orElse("");
    }
}
