package org.gongshi.survey.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;

/** Holds results against expected.json, value by value, at the tolerance each analysis states. */
final class ExpectedResults {
    private final List<String> differences = new ArrayList<>();
    private int values;

    /** What differs; nothing when all agrees. */
    List<String> differences() {
        return differences;
    }

    /** How many values were looked at. */
    int values() {
        return values;
    }

    static ExpectedResults compare(byte[] expectedJson, Json.Obj actual) {
        var comparison = new ExpectedResults();
        Map<String, Json.Obj> found = new HashMap<>();
        for (Json result : list(actual, "results")) {
            found.put(text(result, "id"), (Json.Obj) result);
        }
        for (Json expected : list((Json.Obj) JsonText.parse(expectedJson), "results")) {
            comparison.analysis((Json.Obj) expected, found.get(text(expected, "id")));
        }
        return comparison;
    }

    private void analysis(Json.Obj expected, Json.Obj actual) {
        String id = text(expected, "id");
        if (actual == null) {
            differ(id, "no result");
            return;
        }
        Optional<Json> error = expected.field("error");
        if (error.isPresent() || actual.field("error").isPresent()) {
            values++;
            if (!error.equals(actual.field("error"))) {
                differ(id, "error " + actual.field("error") + " instead of " + error);
            }
            return;
        }
        Json.Obj tolerance = (Json.Obj) expected.field("tolerance").orElseThrow();
        rows(id, tolerance, list(expected, "rows"), list(actual, "rows"));
        expected.field("series")
                .ifPresent(series -> ((Json.Obj) series)
                        .fields()
                        .forEach((name, wanted) -> series(id + " " + name, tolerance, wanted, actual, name)));
    }

    private void rows(String id, Json.Obj tolerance, List<Json> expected, List<Json> actual) {
        Map<String, Json.Obj> byKey = new HashMap<>();
        for (Json row : actual) {
            if (byKey.put(key(row), (Json.Obj) ((Json.Obj) row).field("values").orElseThrow()) != null) {
                differ(id, "row twice: " + key(row));
            }
        }
        for (Json row : expected) {
            Json.Obj got = byKey.remove(key(row));
            if (got == null) {
                differ(id, "no row " + key(row));
                continue;
            }
            ((Json.Obj) ((Json.Obj) row).field("values").orElseThrow()).fields().forEach((name, wanted) -> {
                Json value = got.field(name).orElse(Json.NULL);
                value(id + " " + key(row) + " " + name, tolerance, wanted, value);
            });
        }
        byKey.keySet().forEach(key -> differ(id, "extra row " + key));
    }

    private void series(String where, Json.Obj tolerance, Json wanted, Json.Obj actual, String name) {
        List<Json> expected = ((Json.Arr) wanted).items();
        List<Json> got = actual.field("series")
                .flatMap(series -> ((Json.Obj) series).field(name))
                .map(values -> ((Json.Arr) values).items())
                .orElse(List.of());
        if (got.size() != expected.size()) {
            differ(where, got.size() + " values instead of " + expected.size());
            return;
        }
        for (int index = 0; index < expected.size(); index++) {
            value(where + "[" + index + "]", tolerance, expected.get(index), got.get(index));
        }
    }

    private void value(String where, Json.Obj tolerance, Json expected, Json actual) {
        values++;
        if (expected instanceof Json.Num wanted && actual instanceof Json.Num got) {
            double e = wanted.value().doubleValue();
            double allowed = number(tolerance, "absolute") + number(tolerance, "relative") * Math.abs(e);
            if (!(Math.abs(got.value().doubleValue() - e) <= allowed)) {
                differ(where, got.value() + " instead of " + wanted.value());
            }
        } else if (!expected.equals(actual)) {
            differ(where, actual + " instead of " + expected);
        }
    }

    private void differ(String where, String what) {
        differences.add(where + ": " + what);
    }

    /** The key with its fields in order of their names, numbers in their shortest form. */
    private static String key(Json row) {
        Json.Obj key = (Json.Obj) ((Json.Obj) row).field("key").orElseThrow();
        var text = new StringBuilder();
        key.fields().keySet().stream().sorted().forEach(name -> {
            Json value = key.fields().get(name);
            text.append(name)
                    .append('=')
                    .append(value instanceof Json.Str ? "\"" : "")
                    .append(new Node("", value).asCode())
                    .append(' ');
        });
        return text.toString();
    }

    private static List<Json> list(Json.Obj object, String name) {
        return object.field(name).map(found -> ((Json.Arr) found).items()).orElse(List.of());
    }

    private static String text(Json object, String name) {
        return ((Json.Str) ((Json.Obj) object).field(name).orElseThrow()).value();
    }

    private static double number(Json.Obj object, String name) {
        return ((Json.Num) object.field(name).orElseThrow()).value().doubleValue();
    }
}
