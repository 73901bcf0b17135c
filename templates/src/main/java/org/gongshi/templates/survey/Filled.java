package org.gongshi.templates.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in the fields of a form (已填内容), exactly as it was typed; by field name. */
public record Filled(Map<String, List<String>> fields) {

    /** Before the first key was pressed. */
    public static final Filled NOTHING = new Filled(Map.of());

    public Filled {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = java.util.Collections.unmodifiableMap(copy);
    }

    /** The first value of a field; empty when it was not sent. */
    public Optional<String> first(String field) {
        return all(field).stream().findFirst();
    }

    /** The text of a field, empty when it was not sent. */
    public String text(String field) {
        return first(field).orElse("");
    }

    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }
}
