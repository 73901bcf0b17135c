package org.gongshi.generator.verify;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Lists that a page shows in full (更正、公开目录): row by row against their table, in its order. */
final class ListedCheck {
    private static final Pattern LATER = Pattern.compile("[\\s]+");

    private final SiteSource source;
    private final Recount recount;

    ListedCheck(SiteSource source, Recount recount) {
        this.source = source;
        this.recount = recount;
    }

    void check() {
        list(
                "data/corrections.csv",
                "corrections/index.html",
                "corrections",
                List.of("corrected_on", "old_value", "new_value", "correction_reason", "correction_document"));
        list(
                "data/catalogue.csv",
                "catalogue/index.html",
                "documents",
                List.of("index", "title", "document", "publisher", "drawn_up", "published"));
    }

    private void list(String csv, String page, String id, List<String> columns) {
        if (Reading.of(source, csv) instanceof Reading.Bytes table
                && Reading.of(source, page) instanceof Reading.Bytes html) {
            recount.guarded(csv, id, () -> {
                List<Map<String, String>> rows = CsvTable.parse(table.bytes())
                        .with(columns.toArray(String[]::new))
                        .rows();
                List<ShownTable.Row> shown = ShownTable.of(
                                Markup.of(html.bytes()).html())
                        .stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .map(ShownTable::rows)
                        .orElse(List.of());
                recount.require(
                        page, id, rows.size() == shown.size(), "应有 " + rows.size() + " 行，实有 " + shown.size() + " 行");
                for (int i = 0; i < Math.min(rows.size(), shown.size()); i++) {
                    row(page, id, columns, rows.get(i), shown.get(i));
                }
            });
        }
    }

    private void row(String page, String id, List<String> columns, Map<String, String> row, ShownTable.Row shown) {
        String line = plain(shown.head() + " " + String.join(" ", shown.printed()));
        for (String column : columns) {
            String cell = plain(row.get(column));
            recount.require(page, id + " " + column, line.contains(cell), "页面上没有 " + cell);
        }
    }

    private static String plain(String text) {
        return LATER.matcher(text).replaceAll("");
    }
}
