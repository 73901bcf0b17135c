package org.gongshi.generator.verify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as it was approved against the same text on paper (印出的文字): letter by letter in its order, whatever stands between. Cells of a
 * row stand side by side on paper, line by line where they are long: of a row its letters come together, each cell's in their order.
 */
final class PrintedOrder {
    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}]+");
    /** Stands for a character that the font does not have. */
    private static final char MISSING = '〓';
    /** How much of the text is shown on either side of a difference. */
    private static final int AROUND = 10;

    private final String printed;
    private int at;

    private PrintedOrder(String printed) {
        this.printed = printed;
    }

    /** The text around the first letter that is not where it must be; empty when the whole text is there. */
    static String difference(String html, String printed) {
        return new PrintedOrder(plain(printed)).difference(html);
    }

    private String difference(String html) {
        Matcher row = ROW.matcher(html);
        int from = 0;
        while (row.find()) {
            String fault = running(plain(Markup.text(html.substring(from, row.start()))));
            fault = fault.isEmpty() ? cells(row.group(1)) : fault;
            if (!fault.isEmpty()) {
                return fault;
            }
            from = row.end();
        }
        return running(plain(Markup.text(html.substring(from))));
    }

    private String running(String text) {
        int reached = 0;
        int next = at;
        while (reached < text.length() && next < printed.length()) {
            reached += isAt(text, reached, next) ? 1 : 0;
            next++;
        }
        if (reached == text.length()) {
            at = reached == 0 ? at : next;
            return "";
        }
        return text.substring(Math.max(0, reached - AROUND), Math.min(text.length(), reached + AROUND));
    }

    private String cells(String row) {
        List<String> cells = new ArrayList<>();
        CELL.matcher(row)
                .results()
                .map(cell -> plain(Markup.text(cell.group(1))))
                .forEach(cells::add);
        String all = String.join("", cells);
        for (int from = at; from + all.length() <= printed.length(); from++) {
            if (isRow(cells, all, from)) {
                at = from + all.length();
                return "";
            }
        }
        // A row longer than a page has the page's foot and head in it.
        return running(all);
    }

    private boolean isRow(List<String> cells, String all, int from) {
        String here = printed.substring(from, from + all.length());
        return cells.stream().allMatch(cell -> follows(cell, here)) && hasOnly(all, here);
    }

    private static boolean follows(String cell, String here) {
        int reached = 0;
        for (int next = 0; next < here.length() && reached < cell.length(); next++) {
            reached += here.charAt(next) == cell.charAt(reached) || here.charAt(next) == MISSING ? 1 : 0;
        }
        return reached == cell.length();
    }

    /** Whether both have the same letters, but for those that the font does not have. */
    private static boolean hasOnly(String all, String here) {
        Map<Character, Integer> open = new HashMap<>();
        all.chars().forEach(letter -> open.merge((char) letter, 1, Integer::sum));
        return here.chars().allMatch(letter -> letter == MISSING || open.merge((char) letter, -1, Integer::sum) >= 0);
    }

    private boolean isAt(String text, int reached, int next) {
        return printed.charAt(next) == text.charAt(reached) || printed.charAt(next) == MISSING;
    }

    private static String plain(String text) {
        return BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
