package org.gongshi.evaluation.site;

import java.lang.Character.UnicodeScript;

/**
 * Chinese within a page of another language (译文中的汉字). What stays Chinese and what has no translation is put between noncharacters
 * of Unicode, which no text can hold by rights ("reserved for internal use"); they never reach an output byte.
 */
public final class Tongue {
    /** Stands before a text that stays Chinese in every language, such as a document number. */
    public static final char KEPT = '\uFDD0';
    /** Stands behind it. */
    public static final char KEPT_END = '\uFDD1';
    /** Stands before a text that has no translation. */
    public static final char MISSING = '\uFDD2';
    /** Stands behind it. */
    public static final char MISSING_END = '\uFDD3';

    private Tongue() {}

    /** The text, marked to stay as it is. */
    public static String kept(String text) {
        return KEPT + unmarked(text) + KEPT_END;
    }

    /** The text, marked to be without a translation. */
    public static String missing(String text) {
        return MISSING + unmarked(text) + MISSING_END;
    }

    /** The text without any mark that it may have brought along. */
    public static String unmarked(String text) {
        return text.codePoints().noneMatch(Tongue::isMark)
                ? text
                : text.codePoints()
                        .filter(c -> !isMark(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Whether a text holds Chinese characters or Chinese punctuation. */
    public static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> isHan(c) || isPunctuation(c));
    }

    /** Whether it is a Chinese character. */
    public static boolean isHan(int c) {
        return c >= 0x2E80 && UnicodeScript.of(c) == UnicodeScript.HAN && !isPunctuation(c);
    }

    /** Whether it is punctuation of Chinese, or a wide form of a Latin one. */
    public static boolean isPunctuation(int c) {
        return c >= 0x3000 && c <= 0x303F || c >= 0xFF00 && c <= 0xFFEF;
    }

    private static boolean isMark(int c) {
        return c >= 0xFDD0 && c <= 0xFDEF;
    }
}
