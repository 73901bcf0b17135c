package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;

/** Writes YAML as the offices' files have it (YAML 行): a key and a value a line, the comments at the head kept. */
final class YamlLines {
    /** Begins with a Chinese character, and holds nothing that YAML could take for something else. */
    private static final Pattern PLAIN = Pattern.compile("\\p{IsHan}[\\p{IsHan}\\p{L}\\p{N}、，。；！？“”（）〔〕《》·—－.-]*");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,5}");

    private YamlLines() {}

    /** Text, date or whole number. */
    static String scalar(String value) {
        boolean plain = PLAIN.matcher(value).matches()
                || DATE.matcher(value).matches()
                || COUNT.matcher(value).matches();
        // A JSON text is a YAML text in double quotes.
        return plain ? value : JsonText.compact(Json.of(value));
    }

    /** A text that could be taken for a date or a number is quoted. */
    static String text(String value) {
        return PLAIN.matcher(value).matches() ? value : JsonText.compact(Json.of(value));
    }

    /** The comments before the first key; the given ones where there is no file yet. */
    static String head(Optional<SourceFile> file, String otherwise) {
        if (file.isEmpty()) {
            return otherwise;
        }
        var head = new StringBuilder();
        new String(file.get().bytes(), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .takeWhile(line -> line.startsWith("#") || line.isBlank())
                .forEach(line -> head.append(line).append('\n'));
        return head.toString();
    }
}
