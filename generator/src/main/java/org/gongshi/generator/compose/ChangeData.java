package org.gongshi.generator.compose;

import static org.gongshi.generator.compose.DataTable.Type.CODE;
import static org.gongshi.generator.compose.DataTable.Type.DECIMAL;
import static org.gongshi.generator.compose.DataTable.Type.TEXT;

/** The changes between two comparable years, a row for each place. */
final class ChangeData {
    private ChangeData() {}

    static DataTable table(Composition site, YearPair pair) {
        TableBuilder table = new TableBuilder(
                        "changes",
                        site.paths()
                                .comparisonData(
                                        pair.before().key(), pair.after().key()),
                        site.say(
                                "table.changes",
                                pair.before().key().year(),
                                pair.after().key().year()))
                .columns(CODE, "place")
                .columns(TEXT, "place_name")
                .columns(DECIMAL, "score_before", "score_after", "change")
                .columns(TEXT, "grade_before", "grade_after");
        for (YearPair.Both one : pair.places()) {
            table.row(
                    one.place(),
                    pair.after().name(one.place()),
                    one.before().weightedScore().exact(),
                    one.after().weightedScore().exact(),
                    Numbers.exact(one.change()),
                    one.before().grade().label(),
                    one.after().grade().label());
        }
        return table.build();
    }
}
