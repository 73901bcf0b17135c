package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route with something hostile in its path, its query, every field that any page has, and the name of the browser: no answer has it as
 * markup, none is without the policy, none leads elsewhere, and no later page (the log, the first pages) has it either.
 */
class HostileRequestsTest {
    private static final String HOSTILE = "\"'><xss onfocus=1 autofocus x=\"\r\nX-Planted: 1";
    private static final String ENCODED =
            URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8).replace("+", "%20");
    private static final Pattern FIELD = Pattern.compile(" name=\"([A-Za-z0-9._-]+)\"");
    private static final List<String> QUERIES = List.of("path", "job", "line", "lang", "q", "from", "place", "at");
    private static final List<String> PUBLIC = List.of(
            "/",
            "/survey/public",
            "/survey/%s",
            "/receipts",
            "/receipt/%s",
            "/accessibility",
            "/clues",
            "/room/open",
            "/room/%s",
            "/api/v1/questionnaires/%s",
            "/api/v1/receipts/%s",
            "/assets/office/%s",
            "/%s");

    private static final List<String> WITH_FIELDS =
            List.of("/office/stages/990100", "/office/intake/990100", "/office/records/objections", "/office/calendar");

    @TempDir
    Path folder;

    private OfficeHouse house;
    private final Set<String> fields = new TreeSet<>();

    @BeforeEach
    void start() {
        house = OfficeHouse.open(folder);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private Got harmless(String what, Got got) {
        assertThat(got.status()).as(what).isLessThan(500);
        assertThat(got.header("Content-Security-Policy")).as(what).contains("default-src 'self'");
        assertThat(got.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(got.header("X-Planted")).as(what).isEmpty();
        assertThat(got.header("Location")).as(what).matches("|/[A-Za-z0-9/._~?=&%#-]*");
        assertThat(got.header("Content-Disposition")).as(what).matches("[ -~]*").doesNotContain("<");
        if (got.header("Content-Type").startsWith("text/html")) {
            assertThat(got.text()).as(what).doesNotContain("<xss", "\"'>");
            FIELD.matcher(got.text()).results().forEach(found -> fields.add(found.group(1)));
        }
        return got;
    }

    private String hostileForm(Visitor visitor) {
        return "token=" + visitor.token()
                + fields.stream()
                        .filter(field -> !field.equals("token"))
                        .map(field -> "&" + URLEncoder.encode(field, StandardCharsets.UTF_8) + "=" + ENCODED)
                        .collect(Collectors.joining());
    }

    private static String query() {
        return QUERIES.stream().map(name -> name + "=" + ENCODED).collect(Collectors.joining("&", "?", ""));
    }

    private Got get(Visitor visitor, String path) {
        return harmless(
                "GET " + path, visitor.send("GET", path, "", "User-Agent", "<xss onfocus=1>", "Referer", "<xss>"));
    }

    @Test
    void nothing_in_a_request_becomes_markup_of_any_page_of_the_console() {
        Set<String> done = new TreeSet<>();
        for (Role role : List.of(Role.CLERK, Role.ADMIN, Role.REVIEWER, Role.ANALYST)) {
            Visitor visitor = house.visitor().signIn(role.key(), house.account(role.key(), "人<xss>", role));
            List<Route> routes = house.console().routes().stream()
                    .filter(route -> route.action().filter(role::may).isPresent())
                    .filter(route -> done.add(route.method() + route.path()))
                    .toList();
            WITH_FIELDS.forEach(path -> get(visitor, path));
            of(routes, Route.Method.GET).forEach(path -> get(visitor, path + query()));
            of(routes, Route.Method.POST)
                    .filter(path -> !path.endsWith("sign-out"))
                    .forEach(path -> harmless("POST " + path, visitor.send("POST", path, hostileForm(visitor))));
            Stream.of("/office", "/office/changes", "/office/audit", "/office/accounts", "/office/self")
                    .forEach(path -> get(visitor, path));
        }
        assertThat(fields).as("fields of forms were found").hasSizeGreaterThan(30);
    }

    private static Stream<String> of(List<Route> routes, Route.Method method) {
        return routes.stream()
                .filter(route -> route.method() == method)
                .map(route -> route.path().replaceAll("\\{[a-z]+}", ENCODED));
    }

    @Test
    void nothing_in_a_request_becomes_markup_of_any_page_for_respondents() {
        house.clock.moveTo(java.time.Instant.parse("2025-03-10T04:00:00Z"));
        house.round.open();
        Visitor visitor = house.visitor();
        for (String page : PUBLIC) {
            get(visitor, page.replace("%s", ENCODED));
            get(visitor, page.replace("%s", ENCODED) + query());
        }
        for (String form : List.of("/survey/public", "/survey/parent", "/clues", "/room/open", "/office/sign-in")) {
            harmless("POST " + form, visitor.send("POST", form, hostileForm(visitor)));
            harmless("POST " + form, visitor.send("POST", form + query(), hostileForm(visitor) + "&step=review"));
        }
        String json = "{\"audience\":\"<xss>\",\"<xss>\":\"<xss>\"}";
        assertThat(visitor.send("POST", "/api/v1/responses", json).header("Content-Type"))
                .startsWith("application/json");
    }
}
