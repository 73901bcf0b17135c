package org.gongshi.generator.compose;

import static org.gongshi.generator.compose.DataTable.Type.CODE;
import static org.gongshi.generator.compose.DataTable.Type.DECIMAL;
import static org.gongshi.generator.compose.DataTable.Type.TEXT;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Share;

/** The released survey results as one long table: a row for every released or withheld figure. */
final class SurveyData {
    private final ReleasedResults results;
    private final RoundView round;
    private final Set<PlaceCode> shown;
    private final TableBuilder table;

    SurveyData(Composition site, RoundView round, ReleasedResults results) {
        this.results = results;
        this.round = round;
        this.shown = round.reports().stream()
                .map(report -> report.dossier().place().code())
                .collect(Collectors.toSet());
        this.table = new TableBuilder(
                        "survey", site.paths().data(round.key(), "survey.csv"), site.say("table.survey", round.title()))
                .columns(CODE, "place")
                .columns(TEXT, "place_name")
                .columns(CODE, "audience", "stage", "mode")
                .columns(DECIMAL, "population", "invited", "responded", "response_rate")
                .columns(CODE, "item", "measure")
                .columns(DECIMAL, "option")
                .columns(TEXT, "value_shown")
                .columns(DECIMAL, "value", "low", "high", "n", "effective_n", "df", "design_effect")
                .columns(CODE, "method", "quality")
                .columns(TEXT, "withheld");
    }

    DataTable table() {
        for (AudienceResult result : results.results()) {
            // The whole area, and places whose report is published: nothing of a place that is still awaited.
            if (result.place().equals(round.key().organizer()) || shown.contains(result.place())) {
                estimate(result, "", "index", result.index());
                estimate(result, "", "satisfied", result.satisfied());
                result.items().forEach(item -> item(result, item));
            }
        }
        return table.build();
    }

    private void item(AudienceResult result, ItemResult item) {
        estimate(result, item.code(), "mean", item.mean());
        estimate(result, item.code(), "satisfied", item.satisfied());
        for (Map.Entry<Integer, Share> share : item.shares().entrySet()) {
            share(result, item.code(), "share", share.getKey(), share.getValue());
        }
        item.dontKnow().ifPresent(share -> share(result, item.code(), "dont-know", "", share));
    }

    private void estimate(AudienceResult result, String item, String measure, Estimate estimate) {
        if (estimate instanceof Estimate.Shown figure) {
            row(
                    result,
                    item,
                    measure,
                    "",
                    figure.shown(),
                    value(figure.bound(), figure.value().toPlainString()),
                    figure.interval().map(interval -> interval.low().toPlainString()),
                    figure.interval().map(interval -> interval.high().toPlainString()),
                    figure.n(),
                    figure.effectiveN(),
                    figure.df().isPresent() ? figure.df().getAsInt() : "",
                    figure.designEffect().map(effect -> effect.toPlainString()),
                    figure.method(),
                    figure.quality(),
                    "");
        } else {
            row(
                    result,
                    item,
                    measure,
                    "",
                    SurveyFigures.WITHHELD,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    ((Estimate.Withheld) estimate).reason().key());
        }
    }

    private void share(AudienceResult result, String item, String measure, Object option, Share share) {
        String value = value(share.bound(), Integer.toString(share.percent()));
        row(result, item, measure, option, share.shown(), value, "", "", "", "", "", "", "", "", "");
    }

    private void row(AudienceResult result, Object... figures) {
        Object[] row = new Object[9 + figures.length];
        row[0] = result.place();
        row[1] = round.name(result.place());
        row[2] = result.audience().key();
        row[3] = result.stage().map(stage -> stage.key());
        row[4] = result.mode().key();
        row[5] = result.population() == 0 ? "" : result.population();
        row[6] = result.invited();
        row[7] = result.responded();
        row[8] = result.mode().infers() ? result.responseRate().map(rate -> rate.toPlainString()) : Optional.empty();
        System.arraycopy(figures, 0, row, 9, figures.length);
        table.row(row);
    }

    /** A bound such as ≤5% is no number: it stands in {@code value_shown} alone. */
    private static String value(Share.Bound bound, String number) {
        return bound == Share.Bound.ABOUT ? number : "";
    }
}
