package org.gongshi.evaluation.scoring;

import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;

/** Code of an indicator (指标代码) such as {@code A3-02}: the area's id, a hyphen, two digits. */
public record IndicatorCode(String value) implements Comparable<IndicatorCode> {
    private static final Pattern FORM = Pattern.compile("[A-Z][0-9]{1,2}-[0-9]{2}");

    public IndicatorCode {
        Require.that(isValid(value), "an indicator code looks like A3-02: ", value);
    }

    public static boolean isValid(String value) {
        return value != null && FORM.matcher(value).matches();
    }

    /** The id of the content area it belongs to. */
    public String areaId() {
        return value.substring(0, value.indexOf('-'));
    }

    @Override
    public int compareTo(IndicatorCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
