package org.gongshi.generator.guard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Signs in the bytes of a text beside which personal data may stand (触发字): cheap to look for in every byte, and rare enough that
 * hardly a line is looked at closely.
 */
final class Triggers {
    /** What Markdown makes of signs of emphasis. */
    private static final List<byte[]> EMPHASIS = Stream.of("strong", "em", "code", "del", "b", "i")
            .flatMap(name -> Stream.of("<" + name + ">", "</" + name + ">"))
            .map(tag -> tag.getBytes(StandardCharsets.US_ASCII))
            .toList();

    private static final byte DIGIT = 1;
    private static final byte WORD = 2;
    /** What a character is: most are nothing, and one look tells. */
    private static final byte[] KINDS = new byte[1 << 16];

    static {
        "〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖".chars().forEach(c -> KINDS[c] = DIGIT);
        "班址住元信照名特号宝证扣".chars().forEach(c -> KINDS[c] = WORD);
    }

    /** Kinds of bytes: ends a number or a word and begins none; stands within a number; begins a Chinese character; all others. */
    static final byte NOTHING = 0;

    static final byte SEPARATOR = 1;
    static final byte CHINESE = 2;
    private static final byte OTHER = 3;
    private static final byte[] BYTES = new byte[1 << 8];

    static {
        for (int b = 0xC2; b < 1 << 8; b++) {
            BYTES[b] = b >= 0xE4 && b <= 0xEE ? CHINESE : OTHER;
        }
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZawx -%&@".chars().forEach(c -> BYTES[c] = OTHER);
        "#;*`~<./\t_()".chars().forEach(c -> BYTES[c] = SEPARATOR);
    }

    private Triggers() {}

    /** What a byte may be the first of. */
    static byte kind(byte b) {
        return BYTES[b & 0xFF];
    }

    /** Whether a character of three bytes begins there that is neither a Chinese digit nor the sign of a word. */
    static boolean isPlain(byte[] utf8, int at) {
        int sign = sign(utf8, at);
        return sign != 0 && KINDS[sign] == 0;
    }

    /** Whether the three bytes from there are a Chinese digit. */
    static boolean isDigit(byte[] utf8, int at) {
        return KINDS[sign(utf8, at)] == DIGIT;
    }

    /** Whether the three bytes from there are the sign of a word that {@link ContextScan} looks for, by its neighbours. */
    static boolean isWord(byte[] utf8, int at) {
        int sign = sign(utf8, at);
        return switch (sign) {
            case '班' -> isCounted(utf8, at);
            case '址' -> sign(utf8, at - 3) == '住' || "庭籍货".indexOf(sign(utf8, at - 6)) >= 0;
            case '住' -> "家现居租暂".indexOf(sign(utf8, at - 3)) >= 0 || "在所".indexOf(sign(utf8, at + 3)) >= 0;
            case '号' -> "音手书钉".indexOf(sign(utf8, at - 3)) >= 0;
            case '扣' -> sign(utf8, at - 3) == '扣';
            case '宝' -> sign(utf8, at - 3) == '付';
            case '证' -> "行胞乡".indexOf(sign(utf8, at - 3)) >= 0;
            case '元' -> sign(utf8, at - 3) == '单';
            case '信' -> sign(utf8, at - 3) == '微' && sign(utf8, at + 3) != '公' && sign(utf8, at + 3) != '小';
            case '照' -> sign(utf8, at - 3) == '护';
            case '名' -> sign(utf8, at - 3) == '姓' && sign(utf8, at - 6) == '生';
            case '特' -> sign(utf8, at - 3) == '艾';
            default -> false;
        };
    }

    /** Whether the letter there belongs to a number plate, a QQ number or an address that is spelled with (at). */
    static boolean isLetter(byte[] utf8, int at) {
        byte letter = utf8[at];
        int before = at > 0 ? utf8[at - 1] : 0;
        if (letter == 'Q') {
            return before == 'Q';
        }
        if (isChat(utf8, at)) {
            return true;
        }
        if (letter == 'a' || letter == 'A') {
            boolean open = before == '(' || before == '[' || sign(utf8, at - 3) == '（' || sign(utf8, at - 3) == '【';
            if (open && at + 1 < utf8.length && (utf8[at + 1] | 0x20) == 't') {
                return true;
            }
        }
        int province = before == ' ' ? at - 4 : at - 3;
        return (before < 0 || before == ' ')
                && letter <= 'Z'
                && at + 3 < utf8.length
                && "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".indexOf(sign(utf8, province)) >= 0;
    }

    /** Whether the letter there is the last of VX or the first of WeChat. */
    static boolean isChat(byte[] utf8, int at) {
        int letter = utf8[at] | 0x20;
        return letter == 'x' && at > 0 && (utf8[at - 1] | 0x20) == 'v'
                || letter == 'w' && at + 2 < utf8.length && utf8[at + 1] == 'e' && (utf8[at + 2] | 0x20) == 'c';
    }

    /** A class with its number: 3班, （3）班, 三班. */
    private static boolean isCounted(byte[] utf8, int at) {
        int before = at > 0 ? utf8[at - 1] : 0;
        return before >= '0' && before <= '9'
                || before == ')'
                || sign(utf8, at - 3) == '）'
                || sign(utf8, at - 3) == '十'
                || at >= 3 && isDigit(utf8, at - 3);
    }

    /** The character of three bytes that begins there; 0 when none does. */
    private static int sign(byte[] utf8, int at) {
        return at >= 0 && at + 2 < utf8.length && (utf8[at] & 0xF0) == 0xE0
                ? (utf8[at] & 0x0F) << 12 | (utf8[at + 1] & 0x3F) << 6 | utf8[at + 2] & 0x3F
                : 0;
    }

    /** First byte of a digit of another script, or one in a circle or above the line. */
    static boolean isOtherDigit(byte[] utf8, int at) {
        int next = at + 1 < utf8.length ? utf8[at + 1] & 0xFF : 0;
        int third = at + 2 < utf8.length ? utf8[at + 2] & 0xFF : 0;
        return switch (utf8[at] & 0xFF) {
            case 0xD9 -> next >= 0xA0 && next <= 0xA9;
            case 0xDB -> next >= 0xB0 && next <= 0xB9;
            // India's scripts, Thai and Tibetan, Burmese and Khmer and Mongolian: what has a digit there is looked at
            // closely.
            case 0xE0 -> Character.isDigit((next & 0x3F) << 6 | third & 0x3F);
            case 0xE1 -> Character.isDigit(0x1000 | (next & 0x3F) << 6 | third & 0x3F);
            // ⁰ to ₉, ① to ⒇, ⓪ to ⓿, ❶ to ➓
            case 0xE2 ->
                next == 0x81 && third >= 0xB0
                        || next == 0x82 && third <= 0x89
                        || next == 0x91
                        || next == 0x93 && third >= 0xAA
                        || next == 0x9D && third >= 0xB6
                        || next == 0x9E && third <= 0x93;
            // Digits of mathematics
            case 0xF0 -> next == 0x9D && third == 0x9F;
            default -> false;
        };
    }

    /** A digit or an at sign as addresses encode it: {@code %31}, {@code %40}. */
    static boolean isEncoded(byte[] utf8, int at) {
        return at + 2 < utf8.length
                && (utf8[at + 1] == '3' && utf8[at + 2] >= '0' && utf8[at + 2] <= '9'
                        || utf8[at + 1] == '4' && utf8[at + 2] == '0');
    }

    /** Length of a tag by which a word is made bold, slanted, crossed out; 0 where another begins. */
    static int tag(byte[] utf8, int at) {
        int name = at + 1 < utf8.length && utf8[at + 1] == '/' ? at + 2 : at + 1;
        if (name >= utf8.length || "bcdeis".indexOf(utf8[name]) < 0) {
            // Most tags behind a number end the cell of a table.
            return 0;
        }
        for (byte[] tag : EMPHASIS) {
            if (at + tag.length <= utf8.length && Arrays.equals(utf8, at, at + tag.length, tag, 0, tag.length)) {
                return tag.length;
            }
        }
        return 0;
    }
}
