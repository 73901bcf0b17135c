package org.gongshi.generator.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Personal data in the bytes of a text (文本扫描). No datum goes over the end of a line, and hardly a line holds a candidate: one
 * pass over the bytes tells which must be looked at closely.
 */
final class TextScan {
    private static final int LONG_ENOUGH = 11;
    // Bounded repetitions: no text makes the search slow.
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:[.．][A-Za-z0-9-]{1,63}){0,5}[.．](?!(?:png|jpe?g|svg|gif|webp|css|js)(?![A-Za-z0-9]))[A-Za-z]{2,24}");
    /** Digits as they are written, as they are told on the telephone, and as they are written in contracts. */
    private static final String CHINESE = "〇一二三四五六七八九零幺二三四五六七八九○壹贰叁肆伍陆柒捌玖";

    private static final Pattern SPELLED = Pattern.compile("[" + CHINESE + "](?:[ \\-]?[" + CHINESE + "]){10,18}");
    private static final Pattern REFERENCE = Pattern.compile("&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});");

    /** Lines in which nothing was found: those of a site's frame, with its numbers, stand on every page. */
    private static final Set<String> CLEAN = ConcurrentHashMap.newKeySet();

    private static final int FRAME = 1_000;
    private static final int SHORT = 500;

    private TextScan() {}

    static List<Datum> of(byte[] utf8) {
        List<Datum> found = new ArrayList<>();
        for (int at = candidate(utf8, 0); at < utf8.length; at = candidate(utf8, at)) {
            int from = lineStart(utf8, at);
            int to = lineEnd(utf8, at);
            found.addAll(line(new String(utf8, from, to - from, StandardCharsets.UTF_8)));
            at = to;
        }
        return found;
    }

    private static List<Datum> line(String line) {
        if (CLEAN.contains(line)) {
            return List.of();
        }
        List<Datum> found = of(line);
        if (found.isEmpty() && line.length() <= SHORT && CLEAN.size() < FRAME) {
            CLEAN.add(line);
        }
        return found;
    }

    private static int lineStart(byte[] utf8, int at) {
        int from = at;
        while (from > 0 && utf8[from - 1] != '\n') {
            from--;
        }
        return from;
    }

    private static int lineEnd(byte[] utf8, int at) {
        int to = at;
        while (to < utf8.length && utf8[to] != '\n') {
            to++;
        }
        return to;
    }

    static List<Datum> of(String text) {
        String plain = spelled(text.contains("&#") ? dereferenced(text) : text);
        List<Datum> found = new ArrayList<>(scanned(plain));
        String read = AsRead.of(plain);
        if (!read.equals(plain)) {
            scanned(read).stream().filter(datum -> !found.contains(datum)).forEach(found::add);
        }
        return found;
    }

    private static List<Datum> scanned(String plain) {
        List<Datum> found = new ArrayList<>(NumberScan.of(plain));
        found.addAll(ContextScan.of(plain));
        if (plain.indexOf('@') < 0 && plain.indexOf('＠') < 0) {
            return found;
        }
        Matcher matcher = EMAIL.matcher(plain);
        while (matcher.find()) {
            found.add(new Datum(DatumKind.EMAIL, matcher.group().replace('＠', '@')));
        }
        return found;
    }

    /** Long numbers in Chinese digits, one sign a digit, as plain ones. */
    private static String spelled(String text) {
        if (!hasSpelled(text)) {
            return text;
        }
        return SPELLED.matcher(text).replaceAll(run -> {
            StringBuilder digits = new StringBuilder();
            run.group().chars().forEach(c -> {
                int at = CHINESE.indexOf(c);
                if (at >= 0) {
                    digits.append((char) ('0' + at % 10));
                }
            });
            return digits.toString();
        });
    }

    /** Whether so many Chinese digits stand together: much quicker told than by the pattern. */
    private static boolean hasSpelled(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '○' && CHINESE.indexOf(c) >= 0) {
                run++;
                if (run >= LONG_ENOUGH) {
                    return true;
                }
            } else if (c != ' ' && c != '-') {
                run = 0;
            }
        }
        return false;
    }

    /** A character may be written by its number. */
    private static String dereferenced(String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> {
            String number = reference.group(1);
            int code = number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return Character.isValidCodePoint(code) ? Matcher.quoteReplacement(Character.toString(code)) : "";
        });
    }

    /**
     * Where, from there on, an at sign, a wide digit, a character written by its number, or so many digits with hardly anything
     * between them stand; else the end.
     */
    private static int candidate(byte[] utf8, int from) {
        int digits = 0;
        int spelled = 0;
        for (int i = from; i < utf8.length; i++) {
            byte b = utf8[i];
            byte kind = Triggers.kind(b);
            if (kind == Triggers.NOTHING || kind == Triggers.SEPARATOR && digits == 0) {
                digits = 0;
                spelled = 0;
                continue;
            }
            // Wide digits begin with EF, separators of three bytes with E2 and E3: the others end a number.
            if (kind == Triggers.CHINESE && Triggers.isPlain(utf8, i)) {
                i += 2;
                digits = 0;
                spelled = 0;
                continue;
            }
            if (b < 0) {
                if (Triggers.isDigit(utf8, i)) {
                    if (++spelled >= LONG_ENOUGH) {
                        return i;
                    }
                    i += 2;
                    digits = 0;
                    continue;
                }
                if (Triggers.isWord(utf8, i) || Triggers.isOtherDigit(utf8, i)) {
                    return i;
                }
            }
            spelled = b == ' ' || b == '-' ? spelled : 0;
            if (b >= 'A' && (b <= 'a' ? Triggers.isLetter(utf8, i) : b >= 'w' && Triggers.isChat(utf8, i))) {
                return i;
            }
            if (b >= '0' && b <= '9') {
                digits++;
                if (digits >= LONG_ENOUGH) {
                    return i;
                }
            } else if (b == '%' && Triggers.isEncoded(utf8, i)) {
                return i;
            } else if (b == '@' || b == (byte) 0xEF && isWide(utf8, i) || b == '&' && isReference(utf8, i)) {
                return i;
            } else if (digits > 0) {
                int length = separator(utf8, i, digits);
                digits = length == 0 ? 0 : digits;
                i += Math.max(0, length - 1);
            }
        }
        return utf8.length;
    }

    private static boolean isReference(byte[] utf8, int at) {
        return at + 1 < utf8.length && utf8[at + 1] == '#';
    }

    /** Wide digits and the wide at sign are three bytes that begin with EF BC. */
    private static boolean isWide(byte[] utf8, int at) {
        return at + 2 < utf8.length
                && utf8[at + 1] == (byte) 0xBC
                && (utf8[at + 2] >= (byte) 0x90 && utf8[at + 2] <= (byte) 0x99 || utf8[at + 2] == (byte) 0xA0);
    }

    /** Length of what may stand behind so many digits of one number; 0 when it ends a number. */
    private static int separator(byte[] utf8, int at, int digits) {
        byte next = at + 1 < utf8.length ? utf8[at + 1] : 0;
        return switch (utf8[at]) {
            case ' ', '-', '&', '#', ';', '*', '`', '~' -> 1;
            case '<' -> Triggers.tag(utf8, at);
            // Between the parts of a mobile number, with or without 86: a decimal point mostly stands elsewhere.
            case '.', '/', '\t', '_' -> digits == 3 || digits == 4 || digits == 5 || digits == 7 || digits == 9 ? 1 : 0;
            case '(', ')' -> digits == 2 || digits == 3 || digits == 5 || digits == 7 || digits == 9 ? 1 : 0;
            case (byte) 0xC2 -> next == (byte) 0xA0 || next == (byte) 0xAD || next == (byte) 0xB7 ? 2 : 0;
            case (byte) 0xE2 -> next == (byte) 0x80 || next == (byte) 0x81 || next == (byte) 0x88 ? 3 : 0;
            case (byte) 0xE3 -> next == (byte) 0x80 ? 3 : 0;
            case (byte) 0xEF -> next == (byte) 0xBB || next == (byte) 0xBC ? 3 : 0;
            default -> 0;
        };
    }
}
