package org.gongshi.generator.guard;

import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * Something that looks like personal data.
 *
 * @param value as it stands there, without separators
 */
public record Datum(DatumKind kind, String value) {
    private static final int SHOWN = 3;

    public Datum {
        Objects.requireNonNull(kind, "kind");
        Require.text(value, "value");
    }

    /** The value with its middle hidden: a message must not spread what it warns of. */
    public String masked() {
        int length = value.length();
        if (length <= SHOWN * 2) {
            return value.charAt(0) + "*".repeat(length - 1);
        }
        return value.substring(0, SHOWN) + "*".repeat(length - SHOWN * 2) + value.substring(length - SHOWN);
    }
}
