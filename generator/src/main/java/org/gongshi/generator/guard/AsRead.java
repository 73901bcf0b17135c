package org.gongshi.generator.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as its reader sees it (读者看到的文字): emphasis in the middle of a number away, digits of every script, in circles, above the line
 * or encoded in an address as plain ones.
 */
final class AsRead {
    private static final Pattern EMPHASIS = Pattern.compile("</?(?:strong|em|code|del|b|i)>");
    private static final Pattern SIGNS = Pattern.compile("(?<=[0-9])[*`~_]{1,3}(?=[0-9])");
    private static final Pattern ENCODED = Pattern.compile("%(3[0-9]|40)");

    private AsRead() {}

    static String of(String line) {
        String read = line.indexOf('<') < 0 ? line : EMPHASIS.matcher(line).replaceAll("");
        if (read.indexOf('%') >= 0) {
            read = ENCODED.matcher(read)
                    .replaceAll(
                            one -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(one.group(1), 16))));
        }
        return SIGNS.matcher(digits(read)).replaceAll("");
    }

    private static String digits(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        var read = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = c < 0x80 ? -1 : digit(c);
            if (digit < 0) {
                read.appendCodePoint(c);
            } else {
                read.append((char) ('0' + digit));
            }
        });
        return read.toString();
    }

    /** ① is the number one and no digit of a system of digits; what stands for ten and more, or for a word, is none here. */
    private static int digit(int c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return digit;
        }
        int kind = Character.getType(c);
        int number = kind == Character.OTHER_NUMBER ? Character.getNumericValue(c) : -1;
        return number > 9 ? -1 : number;
    }
}
