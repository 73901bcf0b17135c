package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Optional<SitePlan> original;

    /** @param original the Chinese site, for the pages of another language: there are no tables but the Chinese ones */
    DataComposer(Composition site, Optional<SitePlan> original) {
        this.site = site;
        this.original = original;
        for (RoundView round : site.rounds()) {
            List<DataTable> ofRound = OpenData.files(site, round);
            tables.put(round, ofRound);
            ofRound.forEach(this::file);
        }
    }

    private void file(DataTable table) {
        csv.put(
                table.path(),
                original.map(plan -> plan.entries().get(table.path()))
                        .filter(SitePlan.File.class::isInstance)
                        .map(file -> ((SitePlan.File) file).bytes())
                        .orElseGet(table::csv));
    }

    /** A table of no single round; to be told before the page is made. */
    void add(DataTable table) {
        common.add(table);
        file(table);
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
                site.say("data.terms", site.content().site().licence()),
                machine(),
                new DataCatalogue(site, tables, csv).schemaOrg());
    }

    /** The tables of each round as one workbook, by path; none where the site has no documents. */
    Map<String, DataBook> books() {
        Map<String, DataBook> books = new TreeMap<>();
        if (site.hasDocuments()) {
            tables.forEach((round, ofRound) -> books.put(site.paths().workbook(round.key()), book(round, ofRound)));
        }
        return books;
    }

    private DataBook book(RoundView round, List<DataTable> ofRound) {
        String title = site.say("data.book", round.title());
        TableBuilder about = new TableBuilder("about", "", title).columns(DataTable.Type.TEXT, "item", "text");
        about.row(site.say("data.book.site"), site.content().site().name());
        about.row(site.say("data.book.content"), title);
        if (site.content().site().demonstration()) {
            about.row(site.say("frame.demonstration"), site.say("frame.demonstration.note"));
        }
        about.row(site.say("data.book.as-of"), site.asOf());
        about.row(site.say("data.book.licence"), site.content().site().licence());
        TableBuilder dictionary = new TableBuilder("dictionary", "", title)
                .columns(DataTable.Type.TEXT, "table", "column", "type", "meaning");
        for (DataTable table : ofRound) {
            about.row(table.name(), table.title());
            table.columns().forEach(column -> {
                DataPage.Column said = column(table, column);
                dictionary.row(said.table(), said.name(), said.type(), said.meaning());
            });
        }
        List<DataTable> sheets = new ArrayList<>(List.of(about.build()));
        sheets.addAll(ofRound);
        sheets.add(dictionary.build());
        return new DataBook(title, site.asOf(), sheets);
    }

    private List<Link> machine() {
        List<Link> links = new ArrayList<>();
        books().forEach((path, book) -> links.add(new Link(book.title() + "（XLSX）", path)));
        links.add(new Link(site.say("data.file.package"), DataDescriptions.PACKAGE));
        links.add(new Link(site.say("data.file.catalogue"), DataCatalogue.FILE));
        links.add(new Link(site.say("data.file.index"), SitePaths.json(SitePaths.DATA)));
        return links;
    }

    /** What describes the tables for programs, by path. */
    Map<String, byte[]> descriptions() {
        List<DataTable> all = new ArrayList<>(common);
        tables.values().forEach(all::addAll);
        Map<String, byte[]> files = new TreeMap<>(new DataDescriptions(site, all, csv).files());
        files.put(DataCatalogue.FILE, new DataCatalogue(site, tables, csv).dcat());
        return files;
    }

    /** All CSV files by path. */
    Map<String, byte[]> csv() {
        return csv;
    }

    /** The tables of a round, as downloads on its own page, which need not say its name once more. */
    List<Link> downloads(RoundView round) {
        List<Link> links = new ArrayList<>();
        if (site.hasDocuments()) {
            String book = site.say("data.book.download", round.title());
            links.add(new Link(within(book, round), site.paths().workbook(round.key())));
        }
        tables.get(round)
                .forEach(table ->
                        links.add(new Link(within(site.say("data.download", table.title()), round), table.path())));
        return links;
    }

    /** A name without that of the round in front of it. */
    private static String within(String name, RoundView round) {
        return name.startsWith(round.title())
                ? name.substring(round.title().length()).replaceFirst("^[：:\\s]+", "")
                : name;
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
