package org.gongshi.generator.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Row;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;

/** Where the columns of a table stand in a sheet (表头): in any order, below titles that somebody put above, by key or by the label alone. */
final class Headings {
    private static final Pattern KEYED = Pattern.compile(".*\\(([A-Za-z.]+)\\)");
    private static final int DEEPEST = 20;

    private final String file;
    private final Table table;
    private final Findings findings;
    private final Map<Integer, Column> columns = new LinkedHashMap<>();
    private final List<String> seen = new ArrayList<>();
    private boolean whole = true;

    private Headings(String file, Table table, Findings findings) {
        this.file = file;
        this.table = table;
        this.findings = findings;
    }

    /** @param rows of the sheet; @return index of the row that has the most headings of the table among the first ones */
    static int find(List<Row> rows, Table table) {
        int best = 0;
        long most = 0;
        for (int index = 0; index < Math.min(DEEPEST, rows.size()); index++) {
            long known = rows.get(index).stream()
                    .filter(cell ->
                            cell != null && column(plain(cell.getText()), table).isPresent())
                    .count();
            if (known > most) {
                most = known;
                best = index;
            }
        }
        return best;
    }

    /** The columns by their place; empty, with findings, when one is missing or nobody knows which one is meant. */
    static Optional<Map<Integer, Column>> read(String file, Row header, Table table, Findings findings) {
        var headings = new Headings(file, table, findings);
        for (int index = 0; index < header.getCellCount(); index++) {
            headings.heading(plain(header.getCellText(index)), header.getRowNum(), index);
        }
        headings.missing(header.getRowNum());
        return headings.whole ? Optional.of(headings.columns) : Optional.empty();
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("[\\s\\u200B\\uFEFF]+", "");
    }

    /** By its key in brackets, whatever stands before it; by the label where somebody took the key away. */
    private static Optional<Column> column(String heading, Table table) {
        Matcher keyed = KEYED.matcher(heading);
        return table.columns().stream()
                .filter(each -> keyed.matches()
                        ? each.path().equalsIgnoreCase(keyed.group(1))
                        : plain(each.label()).equals(heading))
                .findFirst();
    }

    private void heading(String heading, int row, int index) {
        if (heading.isEmpty()) {
            return;
        }
        seen.add(heading);
        Location at = new CellAt(file, table.name(), row, index + 1).location();
        Optional<Column> column = column(heading, table);
        if (column.isEmpty()) {
            if (KEYED.matcher(heading).matches()) {
                fault(at, "不认识的列“" + heading + "”", "请改回导出时的表头；自己加的列不要在括号里写字母");
            }
        } else if (columns.containsValue(column.get())) {
            fault(at, "列“" + column.get().heading() + "”重复", "请删去其中一列");
        } else {
            columns.put(index, column.get());
        }
    }

    private void missing(int row) {
        for (Column column : table.columns()) {
            if (!column.optional() && !columns.containsValue(column)) {
                fault(
                        new CellAt(file, table.name(), row, 1).location(),
                        "缺少列“" + column.heading() + "”",
                        "请把这一列的表头改回原样；这一行现有：" + (seen.isEmpty() ? "空白" : String.join("、", seen)));
            }
        }
    }

    private void fault(Location at, String message, String hint) {
        whole = false;
        findings.error(at, message, hint);
    }
}
