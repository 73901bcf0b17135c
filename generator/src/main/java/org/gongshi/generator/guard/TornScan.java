package org.gongshi.generator.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Numbers that are torn over neighbouring cells, list items or lines of a page (跨单元格号码): pieces of digits with nothing but tags and
 * white space between them. Tables are full of figures, so pieces are one number only where they are cut as people cut it, and where
 * a word in the head of the table or just before, or a zero that no figure begins with, tells that they are no figures.
 */
final class TornScan {
    private static final int SHORTEST = 11;
    private static final int LONGEST = 19;
    private static final int MOST_PIECES = 19;
    private static final int NEAR = 200;
    private static final int LONGEST_HEAD = 2_000;
    private static final int FARTHEST_HEAD = 60_000;
    private static final Pattern TELEPHONE = Pattern.compile("电话|手机|联系方式|号码|(?i:mobile|phone)");
    private static final Pattern PAPER = Pattern.compile("身份证|证件|证号|学籍|号码");
    private static final Pattern ACCOUNT = Pattern.compile("银行|卡号|账号|帐号|账户");
    private static final List<String> MOBILE_CUTS =
            List.of("3 4 4", "3 8", "7 4", "3 3 5", "4 4 3", "1 1 1 1 1 1 1 1 1 1 1");
    /** Place, birthday, number: born before 2020, since places and days stand beside each other in tables, too. */
    private static final Pattern ID_CUT =
            Pattern.compile("[1-8][0-9]{5} ((?:19[0-9]{2}|20[01][0-9])[01][0-9][0-3][0-9]) [0-9]{3}[0-9Xx]");

    private final byte[] page;
    /** What was looked up for the run of pieces that is judged. */
    private final Map<Pattern, Boolean> near = new HashMap<>();

    private final List<Datum> found = new ArrayList<>();

    private TornScan(byte[] page) {
        this.page = page;
    }

    /** @param page a page in HTML */
    static List<Datum> of(byte[] page) {
        TornScan scan = new TornScan(page);
        for (int at = 1; at < page.length; at++) {
            // A figure is looked at only where a tag or a line ends it: most bytes are told by one look.
            if ((page[at] == '<' || page[at] == '\n') && isDigit(page[at - 1])) {
                at = scan.run(at);
            }
        }
        return scan.found;
    }

    /** Reads all pieces from the one that ends there; gives back where the last of them ends. */
    private int run(int end) {
        int start = end;
        while (start > 0 && isDigit(page[start - 1])) {
            start--;
        }
        // Most figures have a decimal point or stand alone; what follows a part of more begins a run of its own.
        if (start > 0 && isPartOfMore(page[start - 1])) {
            return end;
        }
        int second = afterGap(end);
        if (second >= page.length || !isDigit(page[second])) {
            return end;
        }
        List<String> pieces = new ArrayList<>();
        pieces.add(piece(start, end));
        int at = end;
        for (int next = second; next > at && next < page.length && isDigit(page[next]); next = afterGap(at)) {
            at = next;
            while (at < page.length && (isDigit(page[at]) || (page[at] | 0x20) == 'x')) {
                at++;
            }
            pieces.add(at < page.length && isPartOfMore(page[at]) ? "" : piece(next, at));
        }
        judge(pieces, start);
        return Math.max(at - 1, end);
    }

    /** Where, behind tags and white space, the next text begins; the same place when there is none of them. */
    private int afterGap(int from) {
        int at = from;
        while (at < page.length) {
            if (page[at] == '<') {
                while (at < page.length && page[at] != '>') {
                    at++;
                }
                at++;
            } else if (page[at] == ' ' || page[at] == '\n' || page[at] == '\r' || page[at] == '\t') {
                at++;
            } else {
                return at;
            }
        }
        return page.length;
    }

    private String piece(int from, int to) {
        return to - from > LONGEST ? "" : new String(page, from, to - from, StandardCharsets.US_ASCII);
    }

    /** A decimal, a date, a time, a share or a word is no piece of a number. */
    private static boolean isPartOfMore(byte b) {
        return b == '.'
                || b == ','
                || b == '%'
                || b == ':'
                || b == '/'
                || b == '-'
                || b == '+'
                || b == '_'
                || b >= 'A' && b <= 'Z'
                || b >= 'a' && b <= 'z';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private void judge(List<String> pieces, int start) {
        near.clear();
        for (int first = 0; first < pieces.size(); first++) {
            var number = new StringBuilder();
            for (int last = first; last < pieces.size() && last - first < MOST_PIECES; last++) {
                String piece = pieces.get(last);
                number.append(piece);
                if (piece.isEmpty() || number.length() > LONGEST) {
                    break;
                }
                if (last > first
                        && number.length() >= SHORTEST
                        && judge(pieces.subList(first, last + 1), number.toString(), start)) {
                    first = last;
                    break;
                }
            }
        }
    }

    private boolean judge(List<String> pieces, String number, int start) {
        List<Datum> whole = NumberScan.of(number);
        if (whole.isEmpty()) {
            return false;
        }
        boolean torn = switch (whole.get(0).kind()) {
            case MOBILE ->
                isCut(pieces) && (pieces.stream().skip(1).anyMatch(TornScan::isNoFigure) || near(start, TELEPHONE));
            case IDENTITY -> ID_CUT.matcher(String.join(" ", pieces)).matches() || near(start, PAPER);
            default -> near(start, ACCOUNT);
        };
        if (torn) {
            found.add(whole.get(0));
        }
        return torn;
    }

    private static boolean isCut(List<String> pieces) {
        return MOBILE_CUTS.contains(String.join(
                " ",
                pieces.stream().map(piece -> Integer.toString(piece.length())).toList()));
    }

    /** No figure begins with a zero and goes on. */
    private static boolean isNoFigure(String piece) {
        return piece.length() > 1 && piece.charAt(0) == '0';
    }

    /** Whether such a word stands just before, or in the head of the table. */
    private boolean near(int start, Pattern word) {
        return near.computeIfAbsent(word, sought -> stands(sought, start));
    }

    private boolean stands(Pattern word, int start) {
        int from = Math.max(0, start - NEAR);
        if (word.matcher(text(from, start)).find()) {
            return true;
        }
        String before = text(Math.max(0, start - FARTHEST_HEAD), start);
        int table = before.lastIndexOf("<table");
        if (table < 0 || before.indexOf("</table", table) >= 0) {
            return false;
        }
        int head = before.indexOf("</thead", table);
        int to = head < 0 ? before.length() : head;
        return word.matcher(before.substring(table, Math.min(to, table + LONGEST_HEAD)))
                .find();
    }

    private String text(int from, int to) {
        return new String(page, from, to - from, StandardCharsets.UTF_8);
    }
}
