package org.gongshi.evaluation.place;

import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;

/**
 * Administrative division code (行政区划代码, GB/T 2260): six digits. Codes that begin with 99 are reserved for
 * demonstrations; no real place bears one.
 */
public record PlaceCode(String value) implements Comparable<PlaceCode> {
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    public PlaceCode {
        Require.that(isValid(value), "a place code has six digits: ", value);
    }

    public static boolean isValid(String value) {
        return value != null && SIX_DIGITS.matcher(value).matches();
    }

    /** Whether it is one of the reserved codes of invented places. */
    public boolean isInvented() {
        return value.startsWith("99");
    }

    @Override
    public int compareTo(PlaceCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
