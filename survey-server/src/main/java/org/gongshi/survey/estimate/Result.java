package org.gongshi.survey.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gongshi.evaluation.json.Json;

/** The rows and series of one analysis. */
final class Result {
    /** Smaller numbers are written as 0: in plain decimals they would be hundreds of digits long. */
    private static final double TINY = 1e-45;

    private final List<Json> rows = new ArrayList<>();
    private final Map<String, Json> series = new LinkedHashMap<>();

    /** Starts a row under a key. */
    Row row(Map<String, Json> key) {
        return new Row(key);
    }

    void series(String name, List<Json> values) {
        series.put(name, Json.array(values));
    }

    Json json(String id) {
        var object = Json.object().put("id", id).put("rows", Json.array(rows));
        if (!series.isEmpty()) {
            object.put("series", new Json.Obj(series));
        }
        return object.build();
    }

    static Json number(double value) {
        return Json.of(Math.abs(value) < TINY ? 0 : value);
    }

    static Json number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : Json.NULL;
    }

    /** A key with one more field. */
    static Map<String, Json> key(Map<String, Json> start, String name, Json value) {
        Map<String, Json> key = new LinkedHashMap<>(start);
        key.put(name, value);
        return key;
    }

    /** A key whose first field is the given one. */
    static Map<String, Json> key(String name, String value, Map<String, Json> rest) {
        Map<String, Json> key = new LinkedHashMap<>();
        key.put(name, Json.of(value));
        key.putAll(rest);
        return key;
    }

    /** A row under construction: its key and values. */
    final class Row {
        private final Map<String, Json> key;
        private final Map<String, Json> values = new LinkedHashMap<>();

        private Row(Map<String, Json> key) {
            this.key = key;
        }

        Row put(String name, OptionalDouble value) {
            values.put(name, number(value));
            return this;
        }

        Row put(String name, double value) {
            values.put(name, number(value));
            return this;
        }

        Row put(String name, long value) {
            values.put(name, Json.of(value));
            return this;
        }

        Row put(String name, String value) {
            values.put(name, Json.of(value));
            return this;
        }

        Row put(String name, boolean value) {
            values.put(name, Json.of(value));
            return this;
        }

        void add() {
            rows.add(Json.object()
                    .put("key", new Json.Obj(key))
                    .put("values", new Json.Obj(values))
                    .build());
        }
    }
}
