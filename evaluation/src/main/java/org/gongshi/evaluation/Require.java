package org.gongshi.evaluation;

import java.util.Objects;

/** Checks for compact constructors: a value object is right from its first moment or does not exist. */
public final class Require {
    private Require() {}

    /** The text itself, when it holds something besides blanks. */
    public static String text(String value, String name) {
        Objects.requireNonNull(value, name);
        that(!value.isBlank(), name, " is blank");
        return value;
    }

    /** Throws {@link IllegalArgumentException} with that message unless the condition holds. */
    public static void that(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The same with a message that ends in what was found; it is put together for a fault only. */
    public static void that(boolean condition, String message, Object found) {
        if (!condition) {
            throw new IllegalArgumentException(message + found);
        }
    }
}
