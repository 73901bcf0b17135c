package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.junit.jupiter.api.Test;

/** What describes the data says what the files hold: every column, type, key, size and digest is held against the bytes. */
class OpenDataTest {
    private static final SiteFiles SITE = ShippedDemo.FILES;
    private static final Json PACKAGE = json("data/datapackage.json");

    @Test
    void the_data_package_is_one_after_its_specification() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(Files.readString(Path.of("src/test/resources/schema/tabular-data-package.json")));
        assertThat(schema.validate(SampleSite.text(SITE, "data/datapackage.json"), InputFormat.JSON))
                .isEmpty();
        String broken = SampleSite.text(SITE, "data/datapackage.json").replace("\"fields\"", "\"felder\"");
        assertThat(schema.validate(broken, InputFormat.JSON))
                .as("planted fault")
                .isNotEmpty();
    }

    @Test
    void the_data_package_names_every_table_with_its_size_and_digest() {
        Set<String> paths = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (Json resource : items(PACKAGE, "resources")) {
            String path = "data/" + text(resource, "path");
            byte[] bytes = SITE.bytes(path);
            assertThat(number(resource, "bytes")).as(path).isEqualByComparingTo(BigDecimal.valueOf(bytes.length));
            assertThat(text(resource, "hash"))
                    .as(path)
                    .isEqualTo(Digest.of(bytes).toString());
            paths.add(path);
            assertThat(names.add(text(resource, "name"))).as("name of its own").isTrue();
        }
        assertThat(paths)
                .containsExactlyElementsOf(SITE.paths().stream()
                        .filter(path -> path.endsWith(".csv"))
                        .toList());
    }

    @Test
    void every_schema_has_the_columns_types_and_keys_of_its_table() {
        for (Json resource : items(PACKAGE, "resources")) {
            String path = "data/" + text(resource, "path");
            Json schema = ((Json.Obj) resource).field("schema").orElseThrow();
            Map<String, String> types = new java.util.LinkedHashMap<>();
            items(schema, "fields").forEach(field -> types.put(text(field, "name"), text(field, "type")));
            check(path, types, keys(schema));
        }
    }

    @Test
    void every_table_has_csvw_metadata_with_the_same_columns_beside_it() {
        for (String path : SITE.paths()) {
            if (path.endsWith(".csv")) {
                Json metadata = json(path + "-metadata.json");
                assertThat(path).endsWith("/" + text(metadata, "url"));
                Json schema = ((Json.Obj) metadata).field("tableSchema").orElseThrow();
                Map<String, String> types = new java.util.LinkedHashMap<>();
                items(schema, "columns").forEach(column -> {
                    assertThat(text(column, "titles")).isEqualTo(text(column, "name"));
                    types.put(text(column, "name"), text(column, "datatype"));
                });
                check(path, types, keys(schema));
            }
        }
    }

    @Test
    void the_catalogue_for_data_portals_leads_to_every_file_of_every_round() {
        Json catalogue = json("data/catalog.jsonld");
        assertThat(text(catalogue, "@type")).isEqualTo("dcat:Catalog");
        Set<String> files = new TreeSet<>();
        for (Json set : items(catalogue, "dcat:dataset")) {
            for (String required : List.of("dct:title", "dct:description", "dct:publisher", "dct:temporal")) {
                assertThat(((Json.Obj) set).field(required)).as(required).isPresent();
            }
            for (Json file : items(set, "dcat:distribution")) {
                String path =
                        path(text(((Json.Obj) file).field("dcat:downloadURL").orElseThrow(), "@id"));
                assertThat(SITE.has(path)).as(path).isTrue();
                files.add(path);
            }
        }
        SITE.paths().stream()
                .filter(path -> path.matches("data/(\\d{6}/)?\\d{4}/.*\\.(csv|xlsx)"))
                .forEach(path -> assertThat(files).contains(path));
    }

    @Test
    void the_data_page_carries_the_catalogue_for_search_engines() {
        Json catalogue = linked(SITE);
        assertThat(text(catalogue, "@type")).isEqualTo("DataCatalog");
        List<Json> sets = items(catalogue, "dataset");
        assertThat(sets).hasSizeGreaterThan(1);
        for (Json set : sets) {
            // What the search engine for data sets asks for: 50 to 5000 characters.
            assertThat(text(set, "description")).hasSizeBetween(50, 5000);
            assertThat(text(set, "license")).startsWith("https://");
            items(set, "distribution")
                    .forEach(file ->
                            assertThat(SITE.has(path(text(file, "contentUrl")))).isTrue());
        }
    }

    private static Json linked(SiteFiles site) {
        Matcher script = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(SampleSite.text(site, "data/index.html"));
        assertThat(script.find()).isTrue();
        return JsonText.parse(script.group(1));
    }

    private static void check(String path, Map<String, String> types, List<String> key) {
        List<List<String>> rows = rows(SampleSite.text(SITE, path).substring(1));
        assertThat(rows.get(0)).as(path).containsExactlyElementsOf(types.keySet());
        List<String> columns = List.copyOf(types.keySet());
        Set<List<String>> keys = new HashSet<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int column = 0; column < columns.size(); column++) {
                String cell = row.get(column);
                assertThat(cell.isEmpty() || isA(types.get(columns.get(column)), cell))
                        .as(path + " " + columns.get(column) + " " + cell)
                        .isTrue();
            }
            if (!key.isEmpty()) {
                assertThat(keys.add(key.stream()
                                .map(one -> row.get(columns.indexOf(one)))
                                .toList()))
                        .as(path + " " + key + " " + row)
                        .isTrue();
            }
        }
    }

    private static boolean isA(String type, String cell) {
        try {
            return switch (type) {
                case "number", "decimal" -> new BigDecimal(cell).toPlainString().equals(cell);
                case "date" -> LocalDate.parse(cell).toString().equals(cell);
                case "boolean" -> cell.equals("true") || cell.equals("false");
                default -> true;
            };
        } catch (RuntimeException another) {
            return false;
        }
    }

    /** After RFC 4180, independent of the reader of the programs. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        Matcher cell = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*+)\"|([^,\"\\r\\n]*+))(,|\\r\\n)")
                .matcher(csv);
        int end = 0;
        while (end < csv.length() && cell.find()) {
            row.add(Optional.ofNullable(cell.group(1))
                    .map(text -> text.replace("\"\"", "\""))
                    .orElse(cell.group(2)));
            if (!cell.group(3).equals(",")) {
                rows.add(row);
                row = new ArrayList<>();
            }
            end = cell.end();
        }
        assertThat(end).isEqualTo(csv.length());
        return rows;
    }

    private static List<String> keys(Json schema) {
        return ((Json.Obj) schema)
                .field("primaryKey").stream()
                        .flatMap(key -> ((Json.Arr) key).items().stream())
                        .map(one -> ((Json.Str) one).value())
                        .toList();
    }

    private static String path(String address) {
        return address.replaceFirst("https://[^/]+/", "");
    }

    private static Json json(String path) {
        return JsonText.parse(SITE.bytes(path));
    }

    private static List<Json> items(Json of, String field) {
        return ((Json.Arr) ((Json.Obj) of).field(field).orElseThrow()).items();
    }

    private static String text(Json of, String field) {
        return ((Json.Str) ((Json.Obj) of).field(field).orElseThrow()).value();
    }

    private static BigDecimal number(Json of, String field) {
        return ((Json.Num) ((Json.Obj) of).field(field).orElseThrow()).value();
    }
}
