package org.gongshi.generator.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Counts of problems wherever a page shows them (整改情况): counted again from the table of problems. */
final class BoardCheck {
    /** Tables of counts alone: by state, by place and state, by day. */
    static final Set<String> COUNTED = Set.of("state-table", "counts", "days");

    private static final String OVERDUE = "逾期";
    private static final String PASSED = "复查通过";
    private static final String UNDER_WAY = "整改中";
    /** A day that lies ahead has no count yet. */
    private static final String AHEAD = "…";

    private static final int DUE = 0;
    private static final int DONE = 1;

    private final RoundFiles round;
    private final Recount recount;

    BoardCheck(RoundFiles round, Recount recount) {
        this.round = round;
        this.recount = recount;
    }

    void check(String path, List<ShownTable> tables) {
        Optional<CsvTable> problems = round.table("problems");
        if (problems.isEmpty()) {
            return;
        }
        List<Map<String, String>> rows = problems.get().rows();
        for (ShownTable table : tables) {
            switch (table.id()) {
                case "state-table" -> states(path, table, rows);
                case "counts" -> places(path, table, rows);
                case "days" -> days(path, table, rows);
                default -> {}
            }
        }
    }

    private void states(String path, ShownTable table, List<Map<String, String>> rows) {
        for (int i = 0; i < table.columns().size(); i++) {
            expect(
                    path,
                    table,
                    table.columns().get(i),
                    0,
                    i,
                    count(rows, state(table.columns().get(i))));
        }
    }

    private void places(String path, ShownTable table, List<Map<String, String>> rows) {
        for (int line = 0; line < table.rows().size(); line++) {
            String place = table.rows().get(line).head();
            List<Map<String, String>> own = rows.stream()
                    .filter(row -> place.equals(row.get("place_name")))
                    .toList();
            int last = table.columns().size() - 1;
            for (int i = 1; i < last; i++) {
                String state = table.columns().get(i);
                expect(path, table, place + " " + state, line, i - 1, count(own, state(state)));
            }
            expect(path, table, place, line, last - 1, own.size());
        }
    }

    /** Cumulated: due by the day, reported as done by it, found in order by it. */
    private void days(String path, ShownTable table, List<Map<String, String>> rows) {
        for (int line = 0; line < table.rows().size(); line++) {
            String day = table.rows().get(line).head();
            expect(path, table, day, line, DUE, count(rows, by("deadline", day)));
            boolean ahead = rows.stream().allMatch(row -> row.get("as_of").compareTo(day) < 0);
            String done = ahead ? AHEAD : Long.toString(count(rows, by("completed", day)));
            Predicate<Map<String, String>> passed = row -> "true".equals(row.get("passed"));
            String found = ahead
                    ? AHEAD
                    : Long.toString(count(rows, by("rechecked", day).and(passed)));
            recount.expect(path, table.id() + " " + day, done, cell(table, line, DONE));
            recount.expect(path, table.id() + " " + day, found, cell(table, line, DONE + 1));
        }
    }

    private void expect(String path, ShownTable table, String where, int line, int column, long count) {
        recount.expect(path, table.id() + " " + where, Long.toString(count), cell(table, line, column));
    }

    private static String cell(ShownTable table, int line, int column) {
        List<String> cells = line < table.rows().size() ? table.rows().get(line).cells() : List.of();
        return column < cells.size() ? cells.get(column) : "";
    }

    private static Predicate<Map<String, String>> by(String column, String day) {
        return row -> !row.get(column).isEmpty() && row.get(column).compareTo(day) <= 0;
    }

    /** 逾期 before all else; a re-check that was not passed leaves the problem under way. */
    private static Predicate<Map<String, String>> state(String name) {
        return row -> name.equals(
                "true".equals(row.get("overdue"))
                        ? OVERDUE
                        : "true".equals(row.get("passed"))
                                ? PASSED
                                : "false".equals(row.get("passed")) ? UNDER_WAY : row.get("status_name"));
    }

    private static long count(List<Map<String, String>> rows, Predicate<Map<String, String>> which) {
        return rows.stream().filter(which).count();
    }
}
