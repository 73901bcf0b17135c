package org.gongshi.evaluation.content.source;

/** A text addressed by characters as YAML counts them (code points), also where it holds surrogate pairs. */
final class CodePoints {
    private static final int END = -1;
    private final String text;
    private final int[] wide;

    CodePoints(String text) {
        this.text = text;
        boolean pairs = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
        this.wide = pairs ? text.codePoints().toArray() : new int[0];
    }

    /** The character at that offset, or −1 beyond the end. */
    int at(long offset) {
        if (wide.length > 0) {
            return offset >= 0 && offset < wide.length ? wide[(int) offset] : END;
        }
        return offset >= 0 && offset < text.length() ? text.charAt((int) offset) : END;
    }
}
