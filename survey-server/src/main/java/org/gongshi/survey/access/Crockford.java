package org.gongshi.survey.access;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Crockford's base32 alphabet with a check character of the same alphabet. The check is a weighted sum over GF(32) with
 * the distinct weights α⁰, α¹, …, so that every single wrong character and every exchange of two characters changes it.
 * (Crockford's own check modulo 37 finds the same but needs five more symbols, {@code *~$=U}, that phones hide.)
 */
final class Crockford {
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** x⁵ + x² + 1, primitive over GF(2): α = x has order 31, more than a code has characters. */
    private static final int POLYNOMIAL = 0b100101;

    private Crockford() {}

    /** The character that makes the weighted sum of body and check zero. */
    static char check(CharSequence body) {
        // Horner's rule: the first character carries the highest power, the check itself the power 0.
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum = timesAlpha(sum ^ value(body.charAt(i)));
        }
        return ALPHABET.charAt(sum);
    }

    static boolean isAllOfAlphabet(String text) {
        return text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }

    /** What was meant by what was typed: full-width forms, lower case, blanks, dashes, I and L for 1, O for 0. */
    static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}\u2212]+", "")
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
    }

    private static int timesAlpha(int element) {
        int shifted = element << 1;
        return (shifted & 0b100000) == 0 ? shifted : shifted ^ POLYNOMIAL;
    }

    private static int value(char character) {
        return ALPHABET.indexOf(character);
    }
}
