package org.gongshi.generator.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Personal numbers in a text (号码扫描). Digits may be written wide (１２３) and apart: one space, hyphen or invisible mark between
 * two digits does not hide a number. A number within a longer word, such as a digest, is none.
 */
final class NumberScan {
    private static final int ID_LENGTH = 18;
    private static final int MOBILE_LENGTH = 11;
    private static final int SHORTEST = MOBILE_LENGTH;
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final Pattern ID =
            Pattern.compile("[1-9][0-9]{5}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]");
    /** The form before 1999: six digits of the place, two of the year, month, day, three in a row. */
    private static final Pattern OLD_ID = Pattern.compile(
            "(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|99)[0-9]{4}[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}");

    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern CARD = Pattern.compile("(?:(?:62|4|5[1-5]|3[47])[0-9]{13,17}|9558[0-9]{15})");

    private final String text;
    private final List<Datum> found = new ArrayList<>();

    private NumberScan(String text) {
        this.text = text;
    }

    static List<Datum> of(String text) {
        NumberScan scan = new NumberScan(text);
        scan.run();
        return scan.found;
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            if (digit(text.charAt(at)) < 0) {
                at++;
            } else {
                at = runOfDigits(at);
            }
        }
    }

    /** Reads digits and what may stand between two of them; gives back where the run ends. */
    private int runOfDigits(int from) {
        StringBuilder digits = new StringBuilder();
        List<Integer> groups = new ArrayList<>();
        int at = from;
        int end = from;
        while (at < text.length()) {
            int digit = digit(text.charAt(at));
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
                end = ++at;
            } else if (at == end && isSeparator(text.charAt(at)) && !digits.isEmpty()) {
                if (!isInvisible(text.charAt(at))) {
                    groups.add(digits.length());
                }
                at++;
            } else {
                break;
            }
        }
        boolean x = end < text.length() && isX(text.charAt(end)) && digits.length() == ID_LENGTH - 1;
        int after = x ? end + 1 : end;
        // 学籍号：G 或 L 加身份证号
        boolean pupil = from > 0 && "GL".indexOf(text.charAt(from - 1)) >= 0 && isFree(from - 1, after);
        if (digits.length() >= SHORTEST && (isFree(from, after) || pupil)) {
            judge(digits + (x ? "X" : ""), groups, isSum(after));
        }
        return Math.max(after, from + 1);
    }

    private void judge(String number, List<Integer> groups, boolean sum) {
        if (ID.matcher(number).matches() && isIdentity(number)) {
            found.add(new Datum(DatumKind.IDENTITY, number));
        } else if (OLD_ID.matcher(number).matches()) {
            found.add(new Datum(DatumKind.IDENTITY, number));
        } else if (CARD.matcher(number).matches() && isLuhn(number)) {
            found.add(new Datum(DatumKind.BANK_CARD, number));
        } else {
            String national = number.length() > MOBILE_LENGTH ? number.replaceFirst("^(?:00)?86", "") : number;
            if (MOBILE.matcher(national).matches()) {
                if (sum) {
                    return;
                }
                found.add(new Datum(DatumKind.MOBILE, national));
            } else {
                // Several numbers in a row with single spaces between them are judged one by one.
                parts(number, groups, sum);
            }
        }
    }

    private void parts(String number, List<Integer> groups, boolean sum) {
        int from = 0;
        List<Integer> ends = new ArrayList<>(groups);
        ends.add(number.length());
        for (int end : ends) {
            String part = number.substring(from, end);
            boolean smaller = part.length() < number.length();
            if (smaller && part.length() >= SHORTEST) {
                judge(part, List.of(), sum);
            }
            from = end;
        }
    }

    /** Whether what follows tells that the number is money or a number of people. */
    private boolean isSum(int at) {
        return text.startsWith("元", at) && !text.startsWith("元旦", at)
                || text.startsWith("万元", at)
                || text.startsWith("亿元", at)
                || text.startsWith("万人", at);
    }

    /** No letter, digit or decimal point before or after: then it would be a part of something longer. */
    private boolean isFree(int from, int to) {
        boolean before = from == 0
                || !isWord(text.charAt(from - 1))
                        && !(isPoint(from - 1) && from > 1 && digit(text.charAt(from - 2)) >= 0);
        boolean after = to >= text.length()
                || !isWord(text.charAt(to))
                        && !(isPoint(to) && to + 1 < text.length() && digit(text.charAt(to + 1)) >= 0);
        return before && after;
    }

    private boolean isPoint(int at) {
        return text.charAt(at) == '.';
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || digit(c) >= 0 || c == '_';
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : -1;
    }

    private static boolean isX(char c) {
        return c == 'X' || c == 'x' || c == 'Ｘ' || c == 'ｘ';
    }

    private static boolean isSeparator(char c) {
        return c == ' '
                || c == '-'
                || c == '\u00A0'
                || c == '\u3000'
                || c == '\u2212'
                || c == '－'
                || c == '‐'
                || c == '–'
                || isInvisible(c);
    }

    private static boolean isInvisible(char c) {
        return c >= '\u200B' && c <= '\u200D' || c == '\u2060' || c == '\uFEFF' || c == '\u00AD';
    }

    private static boolean isIdentity(String number) {
        int sum = 0;
        for (int i = 0; i < ID_LENGTH - 1; i++) {
            sum += (number.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return number.charAt(ID_LENGTH - 1) == ID_CHECKS.charAt(sum % ID_CHECKS.length());
    }

    private static boolean isLuhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
