package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.DataPage;
import org.gongshi.templates.site.SitePage;

/** The data centre, the CSV files and the {@code index.json} beside every page that shows data. */
final class DataComposer {
    private final Composition site;
    private final Map<RoundView, List<DataTable>> tables = new LinkedHashMap<>();
    private final List<DataTable> common = new ArrayList<>();
    private final Map<String, byte[]> csv = new TreeMap<>();

    DataComposer(Composition site) {
        this.site = site;
        for (RoundView round : site.rounds()) {
            List<DataTable> ofRound = OpenData.files(site, round);
            tables.put(round, ofRound);
            ofRound.forEach(table -> csv.put(table.path(), table.csv()));
        }
    }

    /** A table of no single round; to be told before the page is made. */
    void add(DataTable table) {
        common.add(table);
        csv.put(table.path(), table.csv());
    }

    DataPage page() {
        Frames.Draft draft = site.frames()
                .page(SitePaths.DATA, site.say("data.page"), site.say("data.answer"))
                .in("data")
                .under(site.home())
                .withData();
        List<DataPage.Table> files = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        List<DataPage.Column> columns = new ArrayList<>();
        List<List<DataTable>> all = new ArrayList<>(tables.values());
        all.add(common);
        all.forEach(ofRound -> ofRound.forEach(table -> {
            byte[] bytes = csv.get(table.path());
            files.add(new DataPage.Table(
                    new Link(table.path(), table.path()),
                    table.title(),
                    Integer.toString(table.rows().size()),
                    Integer.toString(bytes.length),
                    Digest.of(bytes).toString()));
            if (names.add(table.name())) {
                table.columns().forEach(column -> columns.add(column(table, column)));
            }
        }));
        return new DataPage(
                draft.column(site.say("meta.type.data")),
                files,
                columns,
                site.say("data.terms", site.content().site().licence()));
    }

    /** All CSV files by path. */
    Map<String, byte[]> csv() {
        return csv;
    }

    /** The tables of a round, as downloads. */
    List<Link> downloads(RoundView round) {
        return tables.get(round).stream()
                .map(table -> new Link(site.say("data.download", table.title()), table.path()))
                .toList();
    }

    /** The data of one page: those tables of its round, those rows of them. */
    byte[] json(SitePage page, RoundView round, List<String> names, Predicate<Row> filter) {
        Json.ObjectBuilder object = head(page.frame());
        Json.ObjectBuilder content = Json.object();
        for (DataTable table : tables.get(round)) {
            if (names.contains(table.name())) {
                content.put(table.name(), table.json(row -> filter.test(new Row(table, row))));
            }
        }
        return JsonText.pretty(object.put("tables", content.build()).build());
    }

    /** The data of a page over several rounds: each round's rows under its year. */
    byte[] json(SitePage page, List<RoundView> rounds, List<String> names, Predicate<Row> filter) {
        List<Json> years = new ArrayList<>();
        for (RoundView round : rounds) {
            Json.ObjectBuilder content = Json.object();
            for (DataTable table : tables.get(round)) {
                if (names.contains(table.name())) {
                    content.put(table.name(), table.json(row -> filter.test(new Row(table, row))));
                }
            }
            years.add(Json.object()
                    .put("year", round.key().year().value())
                    .put("organizer", round.key().organizer().value())
                    .put("tables", content.build())
                    .build());
        }
        return JsonText.pretty(
                head(page.frame()).put("rounds", Json.array(years)).build());
    }

    /** The data of a page with one table of no single round. */
    byte[] json(SitePage page, DataTable table) {
        return JsonText.pretty(head(page.frame())
                .put("tables", Json.object().put(table.name(), table.json()).build())
                .build());
    }

    /** The catalogue of all files. */
    byte[] catalogue(DataPage page) {
        List<Json> files = page.tables().stream()
                .<Json>map(table -> Json.object()
                        .put("path", table.file().path())
                        .put("title", table.title())
                        .put("rows", Long.parseLong(table.rows()))
                        .put("bytes", Long.parseLong(table.bytes()))
                        .put("digest", table.digest())
                        .build())
                .toList();
        List<Json> columns = page.columns().stream()
                .<Json>map(column -> Json.object()
                        .put("table", column.table())
                        .put("column", column.name())
                        .put("type", column.type())
                        .put("meaning", column.meaning())
                        .build())
                .toList();
        return JsonText.pretty(head(page.frame())
                .put("files", Json.array(files))
                .put("columns", Json.array(columns))
                .build());
    }

    /** A row with its table, for choosing rows. */
    record Row(DataTable table, List<String> cells) {
        String cell(String column) {
            return table.cell(cells, column);
        }
    }

    private Json.ObjectBuilder head(Frame frame) {
        return Json.object()
                .put("title", frame.title())
                .put("url", frame.canonical())
                .put("description", frame.description())
                .put("asOf", site.asOf().toString())
                .put("demonstration", site.content().site().demonstration())
                .put("licence", site.content().site().licence());
    }

    private DataPage.Column column(DataTable table, DataTable.Column column) {
        return new DataPage.Column(
                table.name(),
                column.name(),
                site.say("type." + column.type().name().toLowerCase(java.util.Locale.ROOT)),
                site.say("column." + column.name()));
    }
}
