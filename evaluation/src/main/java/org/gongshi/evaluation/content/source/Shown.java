package org.gongshi.evaluation.content.source;

/** How a piece of content is quoted in a message: one line, not long. */
public final class Shown {
    private static final int LONGEST = 40;

    private Shown() {}

    public static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
