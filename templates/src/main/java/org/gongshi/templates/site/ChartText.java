package org.gongshi.templates.site;

import java.util.List;
import org.gongshi.evaluation.Require;

/**
 * What a chart says to those who do not see it.
 *
 * @param id unique on its page
 * @param title what is drawn
 * @param description what can be seen in it, with its numbers
 * @param table anchor of the table from which it was drawn
 */
public record ChartText(String id, String title, String description, String table) {
    /** Tenths of a text's height: a Chinese character is as wide as high, a letter or digit somewhat more than half. */
    private static final int WIDE = 10;

    private static final int NARROW = 6;
    private static final int FIRST_WIDE = 0x2E80;

    /** As wide as a label may be on a phone, in one line. */
    private static final int LINE = 8 * WIDE;

    /** Widths of the column of labels that the style sheet knows, in heights of text. */
    private static final List<Integer> COLUMNS = List.of(5, 8, 11, 16, 24);

    public ChartText {
        Require.text(id, "id");
        Require.text(title, "title");
        Require.text(description, "description");
        Require.text(table, "table");
    }

    /** A label as wide as its column on a phone; the table has it in full. */
    public static String fit(String label) {
        return width(label) <= LINE ? label : cut(label, LINE - WIDE) + "…";
    }

    /** The class of a chart whose column of labels is as narrow as these labels allow. */
    public static String column(List<String> labels) {
        int widest = labels.stream().mapToInt(ChartText::width).max().orElse(0);
        return "labels-"
                + COLUMNS.stream()
                        .filter(column -> widest <= column * WIDE)
                        .findFirst()
                        .orElse(COLUMNS.get(COLUMNS.size() - 1));
    }

    /** A label as wide as the widest column has room for. */
    public static String wide(String label) {
        int room = COLUMNS.get(COLUMNS.size() - 1) * WIDE;
        return width(label) <= room ? label : cut(label, room - WIDE) + "…";
    }

    /** A label in one line, or in the two in which a phone has room for it; longer ones are cut, the table has them in full. */
    public static List<String> lines(String label) {
        if (width(label) <= LINE) {
            return List.of(label);
        }
        String first = cut(label, LINE);
        int space = first.lastIndexOf(' ');
        String line = space > 0 && label.charAt(first.length()) != ' ' ? first.substring(0, space + 1) : first;
        return List.of(line, fit(label.substring(line.length())));
    }

    private static String cut(String label, int room) {
        int end = 0;
        int used = 0;
        while (end < label.length()) {
            int character = label.codePointAt(end);
            used += width(character);
            if (used > room) {
                break;
            }
            end += Character.charCount(character);
        }
        return label.substring(0, end);
    }

    private static int width(String label) {
        return label.codePoints().map(ChartText::width).sum();
    }

    private static int width(int character) {
        return character >= FIRST_WIDE ? WIDE : NARROW;
    }
}
