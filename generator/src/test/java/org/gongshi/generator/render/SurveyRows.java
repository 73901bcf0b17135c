package org.gongshi.generator.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.CsvTable;

/** The download {@code survey.csv} as its readers have it, and the tables of a page as text. */
final class SurveyRows {
    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);

    private SurveyRows() {}

    static List<Map<String, String>> download(SiteFiles files, String path) {
        CsvTable table = CsvTable.parse(new String(files.bytes(path), StandardCharsets.UTF_8));
        List<Map<String, String>> rows = new ArrayList<>();
        table.rows().forEach(row -> {
            Map<String, String> cells = new HashMap<>();
            for (int column = 0; column < table.header().size(); column++) {
                cells.put(table.header().get(column), row.cells().get(column));
            }
            rows.add(cells);
        });
        return rows;
    }

    static Optional<Map<String, String>> find(
            List<Map<String, String>> rows, Map<String, String> wanted, Predicate<Map<String, String>> also) {
        return rows.stream()
                .filter(row -> wanted.entrySet().stream()
                        .allMatch(each -> row.get(each.getKey()).equals(each.getValue())))
                .filter(also)
                .findFirst();
    }

    /** The cells of every table row in a piece of a page, without tags. */
    static List<List<String>> cells(String html) {
        List<List<String>> rows = new ArrayList<>();
        Matcher row = ROW.matcher(html);
        while (row.find()) {
            List<String> cells = new ArrayList<>();
            Matcher cell = CELL.matcher(row.group(1));
            while (cell.find()) {
                cells.add(HtmlPage.unescaped(cell.group(1).replaceAll("<[^>]*>", ""))
                        .replaceAll("\\s+", " ")
                        .strip());
            }
            rows.add(cells);
        }
        return rows;
    }

    /** The piece of a page between two texts, the second looked for after the first. */
    static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        if (start < 0) {
            return "";
        }
        int end = page.indexOf(to, start + from.length());
        return page.substring(start, end < 0 ? page.length() : end);
    }

    /** What a page must print for a figure of the download: {@code 73.1（71.0–75.2）} or the sign of a withheld one. */
    static String printed(Map<String, String> row, String unit) {
        if (!row.get("withheld").isEmpty()) {
            return "×";
        }
        String interval = row.get("low").isEmpty() ? "" : "（" + row.get("low") + "–" + row.get("high") + unit + "）";
        return row.get("value_shown") + unit + interval;
    }
}
