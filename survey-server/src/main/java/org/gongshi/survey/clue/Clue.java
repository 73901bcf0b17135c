package org.gongshi.survey.clue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * What somebody confides to the office (线索或建议).
 *
 * @param day when it came, no finer than a day
 * @param place which place it is about; empty when none was chosen
 * @param text at most {@value #LONGEST_TEXT} characters
 * @param contact how to reach the sender, when the sender wishes it; at most {@value #LONGEST_CONTACT} characters
 */
public record Clue(LocalDate day, Kind kind, Optional<PlaceCode> place, String text, Optional<String> contact) {
    public static final int LONGEST_TEXT = 2000;
    public static final int LONGEST_CONTACT = 100;

    public Clue {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
        Require.that(!text.isBlank() && length(text) <= LONGEST_TEXT, "a text of 1 to 2000 characters");
        contact.ifPresent(how ->
                Require.that(!how.isBlank() && length(how) <= LONGEST_CONTACT, "a contact of 1 to 100 characters"));
    }

    /** A report of something wrong, or a proposal. */
    public enum Kind {
        CLUE("clue", "线索"),
        SUGGESTION("suggestion", "建议");

        private final String key;
        private final String label;

        Kind(String key, String label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public String label() {
            return label;
        }

        public static Optional<Kind> ofKey(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
        }
    }

    /** Characters as people count them. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Says nothing: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "Clue[…]";
    }

    byte[] bytes() {
        var object = Json.object().put("kind", kind.key());
        place.ifPresent(code -> object.put("place", code.value()));
        object.put("text", text);
        contact.ifPresent(how -> object.put("contact", how));
        return JsonText.compact(object.build()).getBytes(StandardCharsets.UTF_8);
    }

    static Clue read(LocalDate day, byte[] bytes) {
        try {
            Json.Obj object = (Json.Obj) JsonText.parse(bytes);
            return new Clue(
                    day,
                    Kind.ofKey(text(object, "kind").orElseThrow()).orElseThrow(),
                    text(object, "place").map(PlaceCode::new),
                    text(object, "text").orElseThrow(),
                    text(object, "contact"));
        } catch (RuntimeException fault) {
            throw new ClueFault("线索内容无法理解，可能由更新版本的程序写成");
        }
    }

    private static Optional<String> text(Json.Obj object, String field) {
        return object.field(field).map(value -> ((Json.Str) value).value());
    }
}
