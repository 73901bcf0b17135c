package org.gongshi.generator.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;

/**
 * What is said of the tables for programs (数据描述): the data package, the metadata beside each table, the DCAT catalogue, {@code
 * data/index.json} and the list on the page of data. Each names every table and no other, with its size, digest, rows and columns.
 */
final class DescriptionCheck {
    private static final String FOLDER = "data/";
    private static final String PACKAGE = FOLDER + "datapackage.json";
    private static final String CATALOGUE = FOLDER + "catalog.jsonld";
    private static final String INDEX = FOLDER + "index.json";
    private static final String PAGE = FOLDER + "index.html";
    private static final String CSV = ".csv";
    private static final String METADATA = "-metadata.json";

    private final SiteSource source;
    private final Recount recount;
    private final Map<String, Facts> tables = new TreeMap<>();

    /** What a table is. */
    private record Facts(int rows, int bytes, Digest digest, List<String> columns) {}

    DescriptionCheck(SiteSource source, Recount recount) {
        this.source = source;
        this.recount = recount;
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        for (String path : paths) {
            if (path.startsWith(FOLDER)
                    && path.endsWith(CSV)
                    && Reading.of(source, path) instanceof Reading.Bytes csv) {
                recount.guarded(path, "CSV", () -> {
                    CsvTable table = CsvTable.parse(csv.bytes());
                    var facts =
                            new Facts(table.rows().size(), csv.bytes().length, Digest.of(csv.bytes()), table.columns());
                    tables.put(path, facts);
                });
            }
        }
        tables.forEach((path, facts) -> {
            if (paths.contains(path + METADATA)) {
                recount.guarded(path + METADATA, "JSON", () -> metadata(path, facts));
            }
        });
        recount.guarded(PACKAGE, "JSON", this::dataPackage);
        recount.guarded(INDEX, "JSON", this::index);
        recount.guarded(CATALOGUE, "JSON", this::catalogue);
        page();
    }

    private void metadata(String path, Facts facts) {
        String file = path + METADATA;
        Json all = read(file).orElse(Json.NULL);
        recount.expect(file, "url", path.substring(path.lastIndexOf('/') + 1), text(all, "url"));
        columns(file, "columns", facts, items(field(field(all, "tableSchema"), "columns")));
    }

    /** Names of the columns in their order, and for each what its values are; they must be that. */
    private void columns(String file, String where, Facts facts, List<Json> columns) {
        List<String> names =
                columns.stream().map(column -> text(column, "name")).toList();
        recount.expect(file, where, String.join(",", facts.columns()), String.join(",", names));
    }

    private void dataPackage() {
        if (read(PACKAGE).isEmpty()) {
            return;
        }
        List<String> named = new ArrayList<>();
        for (Json resource : items(field(read(PACKAGE).orElseThrow(), "resources"))) {
            String path = FOLDER + text(resource, "path");
            named.add(path);
            Facts facts = known(path);
            recount.expect(PACKAGE, path + " bytes", Integer.toString(facts.bytes()), number(resource, "bytes"));
            recount.expect(PACKAGE, path + " hash", facts.digest().toString(), text(resource, "hash"));
            columns(PACKAGE, path + " fields", facts, items(field(field(resource, "schema"), "fields")));
            sameMeaning(path, items(field(field(resource, "schema"), "fields")));
        }
        complete(PACKAGE, named);
    }

    /** Type and meaning of every column are told alike by the package and beside the table. */
    private void sameMeaning(String path, List<Json> fields) {
        List<Json> columns = items(field(field(read(path + METADATA).orElse(Json.NULL), "tableSchema"), "columns"));
        for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
            String type = text(fields.get(i), "type").replace("number", "decimal");
            recount.expect(path + METADATA, text(fields.get(i), "name"), type, text(columns.get(i), "datatype"));
            String meaning = text(fields.get(i), "description");
            recount.expect(
                    path + METADATA, text(fields.get(i), "name"), meaning, text(columns.get(i), "dc:description"));
        }
    }

    private void index() {
        List<String> named = new ArrayList<>();
        for (Json file : items(field(read(INDEX).orElse(Json.NULL), "files"))) {
            String path = text(file, "path");
            named.add(path);
            Facts facts = known(path);
            recount.expect(INDEX, path + " rows", Integer.toString(facts.rows()), number(file, "rows"));
            recount.expect(INDEX, path + " bytes", Integer.toString(facts.bytes()), number(file, "bytes"));
            recount.expect(INDEX, path + " digest", facts.digest().toString(), text(file, "digest"));
        }
        if (read(INDEX).isPresent()) {
            complete(INDEX, named);
        }
    }

    private void catalogue() {
        for (Json set : items(field(read(CATALOGUE).orElse(Json.NULL), "dcat:dataset"))) {
            for (Json distribution : items(field(set, "dcat:distribution"))) {
                String address = text(field(distribution, "dcat:downloadURL"), "@id");
                String path =
                        address.contains("/" + FOLDER) ? address.substring(address.indexOf("/" + FOLDER) + 1) : address;
                if (path.endsWith(CSV)) {
                    Facts facts = known(path);
                    String size = text(field(distribution, "dcat:byteSize"), "@value");
                    recount.expect(CATALOGUE, path + " byteSize", Integer.toString(facts.bytes()), size);
                    String sum = text(field(field(distribution, "spdx:checksum"), "spdx:checksumValue"), "@value");
                    recount.expect(CATALOGUE, path + " checksum", facts.digest().hex(), sum);
                } else {
                    boolean there = Reading.of(source, path) instanceof Reading.Bytes;
                    recount.require(CATALOGUE, path, there, "没有这个文件");
                }
            }
        }
    }

    private void page() {
        if (!(Reading.of(source, PAGE) instanceof Reading.Bytes bytes)) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (ShownTable table : ShownTable.of(Markup.of(bytes.bytes()).html())) {
            if (table.section().equals("files")) {
                table.rows().forEach(row -> {
                    List<String> all = new ArrayList<>(List.of(row.head()));
                    all.addAll(row.printed());
                    rows.add(all);
                });
            }
        }
        tables.forEach((path, facts) -> {
            List<String> told = List.of(
                    path,
                    Integer.toString(facts.rows()),
                    Integer.toString(facts.bytes()),
                    facts.digest().toString());
            boolean there = rows.stream().anyMatch(row -> row.containsAll(told));
            recount.require(PAGE, path, there, "文件列表里没有这个表，或行数、字节、摘要不同");
        });
        recount.require(PAGE, "files", rows.size() == tables.size(), "文件列表应有 " + tables.size() + " 行");
    }

    private void complete(String file, List<String> named) {
        recount.require(
                file, "files", named.size() == tables.size() && named.containsAll(tables.keySet()), "列出的表与网站上的不同");
    }

    private Facts known(String path) {
        return Optional.ofNullable(tables.get(path)).orElseThrow(() -> new IllegalArgumentException("没有这个表：" + path));
    }

    private Optional<Json> read(String path) {
        if (!(Reading.of(source, path) instanceof Reading.Bytes bytes)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonText.parse(bytes.bytes()));
        } catch (JsonFault fault) {
            throw new IllegalArgumentException("不是有效的 JSON", fault);
        }
    }

    private static Json field(Json json, String name) {
        return json instanceof Json.Obj object ? object.field(name).orElse(Json.NULL) : Json.NULL;
    }

    private static List<Json> items(Json json) {
        return json instanceof Json.Arr array ? array.items() : List.of();
    }

    private static String text(Json json, String name) {
        return field(json, name) instanceof Json.Str text ? text.value() : "";
    }

    private static String number(Json json, String name) {
        return field(json, name) instanceof Json.Num number ? number.value().toPlainString() : "";
    }
}
