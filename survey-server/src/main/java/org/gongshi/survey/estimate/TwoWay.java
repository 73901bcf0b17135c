package org.gongshi.survey.estimate;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gongshi.evaluation.statistics.Answers;

/** Two columns of a case crossed; levels nobody chose are left out. */
record TwoWay(Answers answers, int rows, int columns) {

    static TwoWay of(Context context) {
        Node analysis = context.analysis();
        String[] row = context.data().codes(analysis.text("rows"), analysis.required("rows"));
        String[] column = context.data().codes(analysis.text("columns"), analysis.required("columns"));
        boolean[] both = new boolean[row.length];
        for (int each = 0; each < both.length; each++) {
            both[each] = row[each] != null && column[each] != null && context.counts(each);
        }
        List<String> rows = levels(row, both);
        List<String> columns = levels(column, both);
        double[] cell = new double[row.length];
        for (int each = 0; each < cell.length; each++) {
            cell[each] = both[each]
                    ? rows.indexOf(row[each]) * (double) columns.size() + columns.indexOf(column[each])
                    : Double.NaN;
        }
        return new TwoWay(Answers.ofRows(cell), rows.size(), columns.size());
    }

    private static List<String> levels(String[] codes, boolean[] use) {
        return IntStream.range(0, codes.length)
                .filter(each -> use[each])
                .mapToObj(each -> codes[each])
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
