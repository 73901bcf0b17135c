package org.gongshi.generator.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;

/** Pages against the downloads: {@code index.json} row by row, and the figures that the page itself shows. */
final class PageCheck {
    private static final String DATA = "index.json";
    /** Old pages show what was published then; their own release was verified then. */
    private static final Pattern OLD = Pattern.compile("versions/[0-9]+/.*");

    private final SiteSource source;
    private final List<RoundFiles> rounds;
    private final Recount recount;
    private final ShownGrades shown;

    PageCheck(SiteSource source, List<RoundFiles> rounds, Recount recount) {
        this.source = source;
        this.rounds = rounds;
        this.recount = recount;
        this.shown = new ShownGrades(source, recount);
    }

    static boolean isOld(String path) {
        return OLD.matcher(path).matches();
    }

    void check(Set<String> paths) {
        for (String path : paths) {
            if ((path.equals(DATA) || path.endsWith("/" + DATA)) && !isOld(path)) {
                round(path).ifPresent(round -> recount.guarded(path, "JSON", () -> page(round, path)));
                recount.guarded(path, "JSON", () -> years(path));
            }
        }
        shown.check(paths, rounds);
    }

    /** A page over several years: each year's rows are those of its downloads, and a place's scores stand on the page. */
    private void years(String path) {
        if (!(parsed(path) instanceof Json.Obj page)
                || !(page.field("rounds").orElse(Json.NULL) instanceof Json.Arr years)) {
            return;
        }
        Markup html = Reading.of(source, path.substring(0, path.length() - DATA.length()) + "index.html")
                        instanceof Reading.Bytes bytes
                ? Markup.of(bytes.bytes())
                : new Markup("");
        for (Json item : years.items()) {
            if (item instanceof Json.Obj year && year.field("tables").orElse(Json.NULL) instanceof Json.Obj tables) {
                RoundFiles round = round(flat(year)).orElseThrow(() -> new IllegalArgumentException("没有这一年度的数据表"));
                tables.fields()
                        .forEach((name, rows) ->
                                round.table(name).ifPresent(table -> rows(path, name, rows, table.distinct())));
                if (path.startsWith("regions/") && size(tables, "grades") == 1) {
                    Map<String, String> grade =
                            flat(items(tables.fields().get("grades")).get(0));
                    boolean said = html.data().stream()
                            .anyMatch(one -> one.value().equals(grade.get("score"))
                                    && one.text().equals(grade.get("score_shown")));
                    recount.require(
                            path, "score", said, "页面上没有 " + grade.get("score_shown") + "（" + grade.get("score") + "）");
                }
            }
        }
    }

    private Optional<RoundFiles> round(Map<String, String> year) {
        String own = year.getOrDefault("organizer", "") + "/" + year.getOrDefault("year", "") + "/";
        return rounds.stream()
                .filter(round -> round.folder().equals(own))
                .findFirst()
                .or(() -> rounds.stream()
                        .filter(round -> round.folder().equals(year.getOrDefault("year", "") + "/"))
                        .findFirst());
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
            String page = path.substring(0, path.length() - DATA.length()) + "index.html";
            shown.known(page, grade);
            if (parsed(path) instanceof Json.Obj own
                    && own.field("description").orElse(Json.NULL) instanceof Json.Str said) {
                PlacePageCheck.sentence(recount, path, said.value(), grade);
            }
            html(round, page, grade);
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
        return tables(parsed(path));
    }

    private static Json.Obj tables(Json parsed) {
        return parsed instanceof Json.Obj page && page.field("tables").orElse(Json.NULL) instanceof Json.Obj tables
                ? tables
                : new Json.Obj(Map.of());
    }

    private Json parsed(String path) {
        return parsed(source, path);
    }

    private static Json parsed(SiteSource source, String path) {
        if (!(Reading.of(source, path) instanceof Reading.Bytes bytes)) {
            return Json.NULL;
        }
        try {
            return JsonText.parse(bytes.bytes());
        } catch (JsonFault fault) {
            throw new IllegalArgumentException("不是有效的 JSON", fault);
        }
    }

    /** The rows of a table in the {@code index.json} beside a page, as the CSV file has them; none where there is no such file. */
    static List<Map<String, String>> listed(SiteSource source, String path, String table) {
        Json.Obj tables = tables(parsed(source, path));
        return tables.field(table).map(PageCheck::items).orElse(List.of()).stream()
                .map(PageCheck::flat)
                .toList();
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
