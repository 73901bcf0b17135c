package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who may do what, written down from the duties of article 3 without looking at the permission table: the route by its path, the roles by
 * their letters. PermissionsTest holds the answers of the server against the product's own table; this holds that table against the duties.
 */
class RoleMatrixTest {
    private static final Map<Character, Role> ROLES = Map.of(
            'A',
            Role.ADMIN,
            'C',
            Role.CLERK,
            'R',
            Role.REVIEWER,
            'N',
            Role.ANALYST,
            'L',
            Role.COORDINATOR,
            'U',
            Role.AUDITOR);

    private static final Map<String, String> DUTIES = duties();

    @TempDir
    Path folder;

    /** The longest beginning that fits a route decides; each must be met. */
    private static Map<String, String> duties() {
        Map<String, String> duties = new LinkedHashMap<>();
        // Everybody's own account, and a first page.
        for (String own : List.of(
                "GET /office", "GET /office/token", "POST /office/sign-out", "GET /office/self", "POST /office/self")) {
            duties.put(own, "ACRNLU");
        }
        // The authority's administrator: accounts, keys, backups; opens and closes, and never sees results before the
        // public.
        duties.put("GET /office/accounts", "A");
        duties.put("POST /office/accounts", "A");
        duties.put("GET /office/backup", "A");
        duties.put("POST /office/backup", "A");
        duties.put("POST /office/site/key", "A");
        duties.put("GET /office/clues/key", "A");
        duties.put("POST /office/clues/key", "A");
        duties.put("POST /office/round", "AC");
        duties.put("POST /office/rounds", "AC");
        // The log is for whoever looks after the others.
        duties.put("GET /office/audit", "AU");
        // Counts are no results; the coordinator has those of the own place and nothing else.
        duties.put("GET /office/progress", "ACRNU");
        duties.put("GET /office/progress/own", "L");
        for (String seen : List.of("codes", "quality", "calendar", "sample", "survey", "deviations", "destruction")) {
            duties.put("GET /office/" + seen, "ACRNU");
        }
        // Drafts of the year: the office and whoever watches it; not the survey agency, not the evaluated places.
        for (String draft : List.of(
                "intake",
                "workbooks",
                "changes",
                "stages",
                "problems",
                "reports",
                "decisions",
                "records",
                "announcements",
                "files",
                "file",
                "draw",
                "notices",
                "site")) {
            duties.put("GET /office/" + draft, "ACRU");
        }
        // To compare a file with the one that was received changes nothing.
        duties.put("POST /office/intake/{place}/check", "ACRU");
        // The clerk writes; codes, templates and editors are the clerk's tools.
        for (String written : List.of(
                "intake",
                "workbooks",
                "changes",
                "stages",
                "reports",
                "calendar",
                "next-year",
                "survey",
                "decisions",
                "records",
                "announcements",
                "file",
                "draw",
                "sample",
                "codes",
                "paper",
                "site")) {
            duties.put("POST /office/" + written, "C");
        }
        for (String tool : List.of("paper", "workbooks/template", "file/edit", "draw/template")) {
            duties.put("GET /office/" + tool, "C");
        }
        // Clues are read by the office alone.
        duties.put("GET /office/clues", "CR");
        // Results before their release: the agency that computes them and the second pair of eyes.
        duties.put("GET /office/results", "RN");
        duties.put("GET /office/handover.zip", "N");
        // One proposes, another confirms.
        duties.put("POST /office/results", "N");
        duties.put("POST /office/results/confirm", "R");
        duties.put("POST /office/results/scores", "R");
        duties.put("POST /office/deviations", "CN");
        duties.put("POST /office/deviations/confirm", "R");
        duties.put("POST /office/destruction", "C");
        duties.put("POST /office/destruction/confirm", "R");
        duties.put("POST /office/decisions/{number}/confirm", "R");
        duties.put("POST /office/site/{number}/publish", "R");
        duties.put("POST /office/site/{number}/again", "R");
        return duties;
    }

    private static String duty(String route) {
        return DUTIES.keySet().stream()
                .filter(begin -> route.equals(begin) || route.startsWith(begin + "/"))
                .max((left, right) -> left.length() - right.length())
                .orElse("");
    }

    @Test
    void the_permission_table_is_what_the_duties_ask_for() {
        List<String> differences = new ArrayList<>();
        try (OfficeHouse house = OfficeHouse.open(folder)) {
            List<Route> routes = house.console().routes().stream()
                    .filter(route -> route.action().isPresent())
                    .toList();
            for (Route route : routes) {
                String name = route.method() + " " + route.path();
                String expected = letters(duty(name).isEmpty() ? "" : DUTIES.get(duty(name)));
                String found = Stream.of(Role.values())
                        .filter(role -> role.may(route.action().get()))
                        .map(role -> ROLES.entrySet().stream()
                                .filter(one -> one.getValue() == role)
                                .findFirst()
                                .orElseThrow()
                                .getKey()
                                .toString())
                        .collect(Collectors.joining());
                if (!expected.equals(letters(found))) {
                    differences.add(name + " is for " + letters(found) + ", by the duties for " + expected);
                }
            }
            assertThat(DUTIES.keySet())
                    .allMatch(begin -> routes.stream()
                            .anyMatch(route ->
                                    duty(route.method() + " " + route.path()).equals(begin)));
        }
        assertThat(differences).isEmpty();
    }

    private static String letters(String letters) {
        return letters.chars()
                .sorted()
                .mapToObj(one -> String.valueOf((char) one))
                .collect(Collectors.joining());
    }
}
