package org.gongshi.generator.compose;

import static org.gongshi.generator.compose.DataTable.Type.BOOLEAN;
import static org.gongshi.generator.compose.DataTable.Type.CODE;
import static org.gongshi.generator.compose.DataTable.Type.DATE;
import static org.gongshi.generator.compose.DataTable.Type.DECIMAL;
import static org.gongshi.generator.compose.DataTable.Type.TEXT;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.ReleasedResults;

/**
 * Recorded deviations from the locked plan as a table (偏离方案): a row for each, so that what the pages say of them can be held against a
 * download. Of a place whose report is still awaited the row says that there is one, and nothing else.
 */
final class DeviationData {
    static final String NAME = "deviations";
    /** In place of the way, for a place whose report is not published yet. */
    private static final String AWAITED = "awaited";

    private static final Optional<String> NOT_TOLD = Optional.empty();

    private DeviationData() {}

    /** Empty where the plan was followed. */
    static Optional<DataTable> table(Composition site, RoundView round, ReleasedResults results) {
        if (results.deviations().isEmpty()) {
            return Optional.empty();
        }
        TableBuilder table = new TableBuilder(
                        NAME,
                        site.paths().data(round.key(), NAME + ".csv"),
                        site.say("table.deviations", round.title()))
                .columns(CODE, "place")
                .columns(TEXT, "place_name")
                .columns(CODE, "audience", "stage", "deviation", "merged_with")
                .columns(DECIMAL, "people")
                .columns(TEXT, "deviation_reason")
                .columns(DATE, "decided")
                .columns(TEXT, "decided_by")
                .columns(BOOLEAN, "results_seen");
        Set<PlaceCode> published = round.reports().stream()
                .map(report -> report.dossier().place().code())
                .collect(Collectors.toSet());
        for (Deviation one : results.deviations()) {
            if (published.contains(one.place())) {
                row(table, round, one);
            }
        }
        results.deviations().stream()
                .filter(one -> !published.contains(one.place()))
                .forEach(one -> table.row(
                        NOT_TOLD, NOT_TOLD, NOT_TOLD, NOT_TOLD, AWAITED, NOT_TOLD, NOT_TOLD, NOT_TOLD, NOT_TOLD,
                        NOT_TOLD, NOT_TOLD));
        return Optional.of(table.build());
    }

    private static void row(TableBuilder table, RoundView round, Deviation one) {
        table.row(
                one.place(),
                round.name(one.place()),
                one.audience().key(),
                one.stage().map(stage -> stage.key()),
                one.kind().key(),
                one.into().map(stage -> stage.key()),
                one.people(),
                one.reason(),
                one.decided(),
                String.join("、", one.decidedBy()),
                one.resultsSeen());
    }
}
