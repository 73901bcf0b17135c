package org.gongshi.generator.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;

/** Pages against the downloads: {@code index.json} row by row, and the figures that the page itself shows. */
final class PageCheck {
    private static final String DATA = "index.json";

    private final SiteSource source;
    private final List<RoundFiles> rounds;
    private final Recount recount;

    PageCheck(SiteSource source, List<RoundFiles> rounds, Recount recount) {
        this.source = source;
        this.rounds = rounds;
        this.recount = recount;
    }

    void check(Set<String> paths) {
        for (String path : paths) {
            if (path.endsWith("/" + DATA)) {
                round(path).ifPresent(round -> recount.guarded(path, "JSON", () -> page(round, path)));
            }
        }
    }

    private Optional<RoundFiles> round(String path) {
        return rounds.stream().filter(round -> path.startsWith(round.folder())).findFirst();
    }

    private void page(RoundFiles round, String path) {
        Json.Obj tables = tables(path);
        tables.fields()
                .forEach(
                        (name, rows) -> round.table(name).ifPresent(table -> rows(path, name, rows, table.distinct())));
        if (tables.fields().containsKey("scores") && size(tables, "grades") == 1) {
            Map<String, String> grade =
                    flat(items(tables.fields().get("grades")).get(0));
            html(round, path.substring(0, path.length() - DATA.length()) + "index.html", grade);
        }
    }

    private void html(RoundFiles round, String path, Map<String, String> grade) {
        if (Reading.of(source, path) instanceof Reading.Bytes bytes) {
            List<Map<String, String>> scores = round.table("scores").stream()
                    .flatMap(table -> table.rows().stream())
                    .filter(row -> row.getOrDefault("place", "").equals(grade.get("place")))
                    .toList();
            new PlacePageCheck(path, Markup.of(bytes.bytes()), recount).check(grade, scores);
        }
    }

    private void rows(String path, String name, Json rows, Set<Map<String, String>> published) {
        for (Json item : items(rows)) {
            Map<String, String> row = flat(item);
            recount.require(
                    path, name, published.contains(CsvTable.filled(row)), "这一行与 " + name + ".csv 不符：" + row.values());
        }
    }

    private Json.Obj tables(String path) {
        if (!(Reading.of(source, path) instanceof Reading.Bytes bytes)) {
            return new Json.Obj(Map.of());
        }
        try {
            return JsonText.parse(bytes.bytes()) instanceof Json.Obj page
                            && page.field("tables").orElse(Json.NULL) instanceof Json.Obj tables
                    ? tables
                    : new Json.Obj(Map.of());
        } catch (JsonFault fault) {
            throw new IllegalArgumentException("不是有效的 JSON", fault);
        }
    }

    private static int size(Json.Obj tables, String name) {
        return tables.field(name).map(rows -> items(rows).size()).orElse(0);
    }

    private static List<Json> items(Json rows) {
        return rows instanceof Json.Arr array ? array.items() : List.of();
    }

    /** A row as the CSV file has it. */
    private static Map<String, String> flat(Json row) {
        Map<String, String> cells = new TreeMap<>();
        if (row instanceof Json.Obj object) {
            object.fields().forEach((name, value) -> cells.put(name, cell(value)));
        }
        return cells;
    }

    private static String cell(Json value) {
        if (value instanceof Json.Str text) {
            return text.value();
        }
        if (value instanceof Json.Num number) {
            return number.value().toPlainString();
        }
        return value instanceof Json.Bool bool ? Boolean.toString(bool.value()) : "";
    }
}
