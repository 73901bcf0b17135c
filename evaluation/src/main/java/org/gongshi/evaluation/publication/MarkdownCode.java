package org.gongshi.evaluation.publication;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which characters of a Markdown text are code: fenced blocks and code spans (CommonMark 4.5 and 6.1). */
final class MarkdownCode {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}(?=[^`]*$)|~{3,}).*");

    private final String text;
    private final BitSet code = new BitSet();

    private MarkdownCode(String text) {
        this.text = text;
    }

    static BitSet of(String text) {
        MarkdownCode scan = new MarkdownCode(text);
        scan.blocks();
        return scan.code;
    }

    private void blocks() {
        String fence = "";
        int paragraph = 0;
        int start = 0;
        while (start <= text.length()) {
            int next = text.indexOf('\n', start);
            int end = next < 0 ? text.length() : next;
            String line = text.substring(start, end);
            Matcher opening = FENCE.matcher(line);
            if (!fence.isEmpty()) {
                code.set(start, end);
                fence = closes(line, fence) ? "" : fence;
                paragraph = end + 1;
            } else if (opening.matches()) {
                spans(paragraph, start);
                fence = opening.group(1);
                code.set(start, end);
            } else if (line.isBlank()) {
                spans(paragraph, start);
                paragraph = end + 1;
            }
            start = end + 1;
        }
        if (fence.isEmpty()) {
            spans(paragraph, text.length());
        }
    }

    private static boolean closes(String line, String fence) {
        String bare = line.strip();
        return bare.length() >= fence.length() && bare.chars().allMatch(c -> c == fence.charAt(0));
    }

    /** A code span ends at a run of backticks as long as the one that began it; it does not leave its paragraph. */
    private void spans(int from, int to) {
        int at = from;
        while (at < to) {
            if (text.charAt(at) == '\\') {
                at += 2;
            } else if (text.charAt(at) == '`') {
                int run = runLength(at, to);
                int close = closing(at + run, to, run);
                if (close > 0) {
                    code.set(at, close + run);
                }
                at = close > 0 ? close + run : at + run;
            } else {
                at++;
            }
        }
    }

    private int closing(int from, int to, int length) {
        int at = from;
        while (at < to) {
            if (text.charAt(at) != '`') {
                at++;
                continue;
            }
            int run = runLength(at, to);
            if (run == length) {
                return at;
            }
            at += run;
        }
        return -1;
    }

    private int runLength(int at, int to) {
        int end = at;
        while (end < to && text.charAt(end) == '`') {
            end++;
        }
        return end - at;
    }
}
