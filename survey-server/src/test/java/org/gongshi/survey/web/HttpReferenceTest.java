package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.json.Json;
import org.gongshi.templates.survey.NoticePage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** {@code docs/http.md} says what the server does, no more and no less. */
class HttpReferenceTest {
    private static final House HOUSE = House.open();
    private static final Pattern HEADING = Pattern.compile("(?m)^### `([A-Z]+ [^`]+)`$");
    private final Map<String, String> sections = sections();

    @AfterAll
    static void stop() {
        HOUSE.close();
    }

    @Test
    void names_every_route_and_no_other() {
        List<String> routes = HOUSE.app.routes().stream()
                .map(route -> route.method().name() + " " + route.path())
                .toList();
        assertThat(sections.keySet()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void names_every_field_of_the_two_ways_in() {
        assertThat(JsonReader.FIELDS).allMatch(row("POST /api/v1/responses")::contains);
        assertThat(FormReader.FIELDS).allMatch(row("POST /survey/{audience}")::contains);
        assertThat(row("POST /api/v1/responses"))
                .filteredOn(cell -> !cell.matches("\\d+"))
                .hasSameElementsAs(JsonReader.FIELDS);
    }

    @Test
    void names_every_field_of_a_questionnaire() {
        Json.Obj told = new Client(HOUSE).get("/api/v1/questionnaires/public").json();
        String section = sections.get("GET /api/v1/questionnaires/{audience}");
        assertThat(told.fields().keySet()).allMatch(field -> section.contains("\"" + field + "\""));
        for (Json question : ((Json.Arr) told.fields().get("questions")).items()) {
            assertThat(((Json.Obj) question).fields().keySet()).allMatch(field -> section.contains("`" + field + "`"));
        }
    }

    @Test
    void names_every_metric_and_every_error() {
        String metrics = new Client(HOUSE).get("/metrics").text();
        Matcher name = Pattern.compile("(?m)^# TYPE (\\S+) ").matcher(metrics);
        while (name.find()) {
            assertThat(sections.get("GET /metrics")).contains("`" + name.group(1) + "`");
        }
        String errors = text().substring(text().indexOf("## Error keys"));
        assertThat(Arrays.stream(NoticePage.Kind.values()).map(kind -> "`" + kind.key() + "`"))
                .allMatch(errors::contains);
    }

    /** The first cells of a section's tables: fields and statuses. */
    private List<String> row(String route) {
        return sections.get(route)
                .lines()
                .map(line -> Pattern.compile("^\\| `?([a-z]+|\\d{3})`? \\|").matcher(line))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(cell -> !cell.equals("field") && !cell.equals("status"))
                .toList();
    }

    private static Map<String, String> sections() {
        String text = text();
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher heading = HEADING.matcher(text);
        while (heading.find()) {
            int next = text.indexOf("\n##", heading.end());
            sections.put(heading.group(1), text.substring(heading.end(), next));
        }
        return sections;
    }

    private static String text() {
        try {
            return Files.readString(Path.of("../docs/http.md"));
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
