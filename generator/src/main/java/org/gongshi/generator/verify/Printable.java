package org.gongshi.generator.verify;

/** Hostile text made fit for a terminal: what could move the cursor, colour it or turn its direction is written as an escape. */
final class Printable {
    private static final int LONGEST = 300;

    private Printable() {}

    static String of(String text) {
        var safe = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (isHarmless(point)) {
                safe.appendCodePoint(point);
            } else {
                safe.append(String.format("\\u{%x}", point));
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? safe + "…" : safe.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
