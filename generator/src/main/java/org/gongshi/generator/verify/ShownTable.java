package org.gongshi.generator.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as a page shows it (页面上的表).
 *
 * @param id of the table, else of what names it; empty when nothing does
 * @param section id of the section's heading
 * @param columns texts of the head
 * @param rows without the head
 */
record ShownTable(String id, String section, List<String> columns, List<Row> rows) {
    private static final Pattern PART =
            Pattern.compile("<section[^>]*aria-labelledby=\"([^\"]*)\"|<table\\b([^>]*)>(.*?)</table>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile(" (?:id|aria-labelledby|aria-label)=\"([^\"]*)\"");
    private static final Pattern CAPTION = Pattern.compile("<caption id=\"([^\"]*)\"");
    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t([hd])\\b[^>]*>(.*?)</t[hd]>", Pattern.DOTALL);
    private static final Pattern EXACT = Pattern.compile("<data value=\"([^\"]*)\"[^>]*>.*?</data>", Pattern.DOTALL);

    ShownTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param head what the row speaks of
     * @param cells texts; an exact value in place of the one that is printed for it
     * @param printed texts as they are read
     */
    record Row(String head, List<String> cells, List<String> printed) {
        Row {
            cells = List.copyOf(cells);
            printed = List.copyOf(printed);
        }

        List<String> figures() {
            List<String> figures = new ArrayList<>();
            cells.forEach(cell -> figures.addAll(Figures.of(cell)));
            return figures;
        }
    }

    /** All tables of a page. */
    static List<ShownTable> of(String html) {
        List<ShownTable> tables = new ArrayList<>();
        String section = "";
        Matcher part = PART.matcher(html);
        while (part.find()) {
            if (part.group(1) != null) {
                section = part.group(1);
            } else {
                tables.add(table(section, part.group(2), part.group(3)));
            }
        }
        return tables;
    }

    private static ShownTable table(String section, String attributes, String content) {
        Matcher name = NAME.matcher(attributes);
        Matcher caption = CAPTION.matcher(content);
        String id = name.find() ? name.group(1) : caption.find() ? caption.group(1) : "";
        List<String> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(content);
        while (row.find()) {
            List<String> heads = new ArrayList<>();
            List<String> cells = new ArrayList<>();
            List<String> printed = new ArrayList<>();
            Matcher cell = CELL.matcher(row.group(1));
            while (cell.find()) {
                String text = Markup.text(EXACT.matcher(cell.group(2)).replaceAll("$1"));
                if (cell.group(1).equals("h")) {
                    heads.add(text);
                } else {
                    cells.add(text);
                    printed.add(Markup.text(cell.group(2)));
                }
            }
            if (cells.isEmpty()) {
                columns.addAll(heads);
            } else {
                rows.add(new Row(String.join(" ", heads), cells, printed));
            }
        }
        return new ShownTable(id, section, columns, rows);
    }
}
