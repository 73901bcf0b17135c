package org.gongshi.generator.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A column of a sheet.
 *
 * @param path key in the content; {@code recheck.date} for a key below another
 * @param label heading that a clerk reads
 * @param type what a cell holds
 * @param choices words of the content and what a clerk picks for them; empty when anything may be written
 * @param width in characters
 * @param optional whether a sheet and a file may do without the column
 */
record Column(String path, String label, Type type, Map<String, String> choices, int width, boolean optional) {
    /** What a cell holds, and so how it is written in the content. */
    enum Type {
        /** Any text; in YAML in quotes. */
        TEXT,
        /** Several texts, one a line. */
        LINES,
        /** A code that is followed by a name for the reader; only the code counts. */
        CODE,
        NUMBER,
        DATE,
        /** 是 or 否. */
        BOOL,
        /** One of the choices. */
        WORD
    }

    Column {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    static Column text(String path, String label, int width) {
        return new Column(path, label, Type.TEXT, Map.of(), width, false);
    }

    static Column cell(String path, String label, Type type) {
        return new Column(path, label, type, Map.of(), type == Type.CODE ? 22 : 12, false);
    }

    static Column bool(String path, String label) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("true", "是");
        words.put("false", "否");
        return new Column(path, label, Type.BOOL, words, 8, false);
    }

    /** @param words key and label in turn */
    static Column word(String path, String label, String... words) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            choices.put(words[i], words[i + 1]);
        }
        return new Column(path, label, Type.WORD, choices, 14, false);
    }

    /** The same, which a sheet and a file may do without. */
    Column whereWanted() {
        return new Column(path, label, type, choices, width, true);
    }

    /** The heading in the sheet: what a clerk reads and the key that the content knows. */
    String heading() {
        return label + "（" + path + "）";
    }

    /** What is shown for a value of the content. */
    String shown(String value) {
        return choices.getOrDefault(value, value);
    }

    /** The value of the content for what stands in a cell; unchanged when it is none of the choices. */
    String meant(String shown) {
        if (type == Type.CODE) {
            return shown.split("[\\s　]", 2)[0];
        }
        return key(shown).orElse(shown);
    }

    private Optional<String> key(String shown) {
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().equals(shown))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
