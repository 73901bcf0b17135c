package org.gongshi.generator.compose;

import java.util.function.IntPredicate;
import org.gongshi.evaluation.site.Tongue;
import org.gongshi.templates.frame.Edition;
import org.gongshi.templates.frame.Wording;

/**
 * Terms of the regulation in the language of a text that is no page (检索索引里的译文): a page gets them when it is rendered, the search index
 * is made before that and must be found by the words that its readers see.
 */
final class Terms {
    private static final String TERM = "term.";

    private Terms() {}

    /** The text with its terms in the language of the words; what has no translation stays. */
    static String said(Wording words, String text) {
        if (words.language().equals(Edition.ORIGINAL)) {
            return text;
        }
        StringBuilder said = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (c == Tongue.KEPT) {
                int kept = text.indexOf(Tongue.KEPT_END, at);
                end = kept < 0 ? text.length() : kept + 1;
                said.append(text, at + 1, kept < 0 ? end : kept);
            } else if (Tongue.isHan(c)) {
                end = end(text, at, Tongue::isHan);
                term(words, text.substring(at, end), said);
            } else if (Tongue.isPunctuation(c)) {
                term(words, text.substring(at, end), said);
            } else if (c != Tongue.MISSING && c != Tongue.MISSING_END) {
                said.appendCodePoint(c);
            }
            at = end;
        }
        return said.toString();
    }

    private static int end(String text, int from, IntPredicate which) {
        int end = from;
        while (end < text.length() && which.test(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static void term(Wording words, String chinese, StringBuilder said) {
        // The wide space of Chinese typesetting.
        said.append(chinese.isBlank() ? " " : words.find(TERM + chinese).orElse(chinese));
    }
}
