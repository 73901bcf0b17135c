package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.site.Site;
import org.gongshi.templates.frame.Frame;

/**
 * What the tables are, for programs (数据描述): a Data Package (Frictionless, version 1) with a schema for each table, and CSV on the Web
 * metadata beside each CSV file (W3C, Metadata Vocabulary for Tabular Data). All made from the tables themselves, so that neither can
 * say anything else than the files.
 */
final class DataDescriptions {
    static final String PACKAGE = "data/datapackage.json";
    private static final String FOLDER = "data/";
    private static final String CSV = ".csv";

    /** Columns that tell rows apart; a table that is not named has rows without a key of their own. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "grades", List.of("place"),
            "areas", List.of("place", "area"),
            "scores", List.of("place", "indicator"),
            "indicators", List.of("indicator"),
            "problems", List.of("place", "problem"),
            "stages", List.of("place"),
            "changes", List.of("place"));

    private final Composition site;
    private final Map<String, DataTable> tables;
    private final Map<String, byte[]> csv;

    /** @param csv the bytes of every table by its path */
    DataDescriptions(Composition site, List<DataTable> tables, Map<String, byte[]> csv) {
        this.site = site;
        this.csv = csv;
        this.tables = new TreeMap<>();
        tables.forEach(table -> this.tables.put(table.path(), table));
    }

    /** All files by path. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(PACKAGE, JsonText.pretty(dataPackage()));
        tables.forEach((path, table) -> files.put(path + "-metadata.json", JsonText.pretty(metadata(table))));
        return files;
    }

    private Json dataPackage() {
        Site of = site.content().site();
        Json.ObjectBuilder licence = Json.object();
        if (of.licence().matches("[-a-zA-Z0-9._]+")) {
            licence.put("name", of.licence());
        }
        return Json.object()
                .put("profile", "tabular-data-package")
                .put("name", of.domain().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-"))
                .put("id", Frame.address(of, PACKAGE))
                .put("title", site.say("data.package", of.name()))
                .put("description", description())
                .put("homepage", Frame.address(of, SitePaths.DATA))
                .put("version", site.asOf().toString())
                .put("keywords", Json.array(keywords()))
                .put(
                        "licenses",
                        Json.array(List.of(licence.put("path", Licences.address(of))
                                .put("title", of.licence())
                                .build())))
                .put(
                        "contributors",
                        Json.array(List.of(Json.object()
                                .put("title", of.sponsor())
                                .put("role", "publisher")
                                .build())))
                .put(
                        "resources",
                        Json.array(tables.values().stream().map(this::resource).toList()))
                .build();
    }

    private String description() {
        return (site.content().site().demonstration()
                        ? site.say("frame.demonstration") + "：" + site.say("frame.demonstration.note")
                        : "")
                + site.say("data.answer");
    }

    private List<Json> keywords() {
        return List.of(site.say("data.keywords").split("，")).stream()
                .<Json>map(Json::of)
                .toList();
    }

    private Json resource(DataTable table) {
        byte[] bytes = csv.get(table.path());
        String path = table.path().substring(FOLDER.length());
        return Json.object()
                .put("profile", "tabular-data-resource")
                .put("name", path.substring(0, path.length() - CSV.length()).replace('/', '-'))
                .put("path", path)
                .put("title", table.title())
                .put("format", "csv")
                .put("mediatype", "text/csv")
                .put("encoding", "utf-8")
                .put("bytes", bytes.length)
                .put("hash", Digest.of(bytes).toString())
                .put("dialect", dialect())
                .put("schema", schema(table))
                .build();
    }

    private static Json dialect() {
        return Json.object()
                .put("delimiter", ",")
                .put("lineTerminator", "\r\n")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("header", true)
                .build();
    }

    private Json schema(DataTable table) {
        List<Json> fields = new ArrayList<>();
        for (DataTable.Column column : table.columns()) {
            fields.add(Json.object()
                    .put("name", column.name())
                    .put("type", type(column.type(), "string", "number"))
                    .put("description", site.say("column." + column.name()))
                    .build());
        }
        Json.ObjectBuilder schema =
                Json.object().put("fields", Json.array(fields)).put("missingValues", Json.array(List.of(Json.of(""))));
        key(table, "primaryKey", schema);
        return schema.build();
    }

    private Json metadata(DataTable table) {
        Site of = site.content().site();
        List<Json> columns = new ArrayList<>();
        for (DataTable.Column column : table.columns()) {
            columns.add(Json.object()
                    .put("name", column.name())
                    .put("titles", column.name())
                    .put("dc:description", site.say("column." + column.name()))
                    .put("datatype", type(column.type(), "string", "decimal"))
                    .put("null", Json.array(List.of(Json.of(""))))
                    .build());
        }
        Json.ObjectBuilder schema = Json.object().put("columns", Json.array(columns));
        key(table, "primaryKey", schema);
        return Json.object()
                .put(
                        "@context",
                        Json.array(List.of(
                                Json.of("http://www.w3.org/ns/csvw"),
                                Json.object().put("@language", "zh-CN").build())))
                .put("url", table.path().substring(table.path().lastIndexOf('/') + 1))
                .put("dc:title", table.title())
                .put("dc:publisher", of.sponsor())
                .put(
                        "dc:license",
                        Json.object().put("@id", Licences.address(of)).build())
                .put(
                        "dc:modified",
                        Json.object()
                                .put("@value", site.asOf().toString())
                                .put("@type", "date")
                                .build())
                .put(
                        "dialect",
                        Json.object()
                                .put("encoding", "utf-8")
                                .put("header", true)
                                .put("delimiter", ",")
                                .put("lineTerminators", Json.array(List.of(Json.of("\r\n"))))
                                .build())
                .put("tableSchema", schema.build())
                .build();
    }

    private static void key(DataTable table, String name, Json.ObjectBuilder schema) {
        List<String> columns = KEYS.getOrDefault(table.name(), List.of());
        if (!columns.isEmpty()) {
            schema.put(name, Json.array(columns.stream().<Json>map(Json::of).toList()));
        }
    }

    private static String type(DataTable.Type type, String text, String number) {
        return switch (type) {
            case TEXT, CODE -> text;
            case DECIMAL -> number;
            case DATE -> "date";
            case BOOLEAN -> "boolean";
        };
    }
}
