package org.gongshi.templates.site;

/** Lengths in charts that grow with the reader's text size. Whole tenths: no floating point, so the same digits on every JDK. */
public final class Em {
    private Em() {}

    /** {@code 3.4em} for 34. */
    public static String tenths(int tenths) {
        return tenths / 10 + "." + tenths % 10 + "em";
    }
}
