package org.gongshi.generator.word;

import java.util.Locale;
import java.util.Optional;

/** Signs of the symbol fonts (符号字体) by what they show: in these fonts a letter is a picture, and only the font says which. */
final class Symbols {
    private static final int PRIVATE = 0xF000;
    private static final int LAST_PRIVATE = 0xF0FF;
    private static final int BYTE = 0xFF;
    private static final String GREEK_FROM = "ABCDEFGHIKLMNOPQRSTUWXYZabcdefghiklmnopqrstuwxyz";
    private static final String GREEK = "ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖαβχδεφγηικλμνοπθρστυωξψζ";
    private static final String SYMBOL_FROM =
            "\u00A3\u00B3\u00B1\u00B4\u00B8\u00B9\u00BB\u00A5\u00AE\u00AC\u00AD\u00AF\u00DE\u00A7\u00A8\u00A9\u00AA\u00B7\u00D6\u00E5\u00B0\u00D7";
    private static final String SYMBOL = "≤≥±×÷≠≈∞→←↑↓⇒♣♦♥♠•√∑°·";
    private static final String WINGDINGS_FROM =
            "lmnqopuvwxyz\u00A7\u00A8\u00D8\u00E0\u00E8\u00F0\u00FB\u00FC\u00FD\u00FE\u00B2\u00AB(*)!\"F\u00DF\u00E1\u00E2";
    private static final String WINGDINGS = "●❍■❑□❐◆❖◆⌧⍓⌘■□➢→➔⇨✗✓☒☑✧★☎✉✆✏✂☞←↑↓";
    private static final String WINGDINGS2_FROM = "OPQRST\u00A3*\u0098\u0097";
    private static final String WINGDINGS2 = "✗✓☒☑☒⊗□□■●";

    private Symbols() {}

    /** Whether the font has pictures instead of letters. */
    static boolean isPictorial(String font) {
        String name = font.toLowerCase(Locale.ROOT);
        return name.equals("symbol") || name.startsWith("wingdings") || name.equals("webdings");
    }

    /** Whether a character has no meaning but that of the font. */
    static boolean isPrivate(int character) {
        return character >= PRIVATE && character <= LAST_PRIVATE;
    }

    /** What the font shows for it; empty when it is not known. */
    static Optional<String> shown(String font, int character) {
        char code = (char) (character & BYTE);
        if (!isPrivate(character) && character > BYTE) {
            return Optional.of(Character.toString(character));
        }
        return switch (font.toLowerCase(Locale.ROOT)) {
            case "symbol" ->
                from(code, GREEK_FROM, GREEK)
                        .or(() -> from(code, SYMBOL_FROM, SYMBOL))
                        .or(() -> ascii(code));
            case "wingdings" -> from(code, WINGDINGS_FROM, WINGDINGS);
            case "wingdings 2" -> from(code, WINGDINGS2_FROM, WINGDINGS2);
            case "wingdings 3", "webdings" -> Optional.empty();
            default -> ascii(code);
        };
    }

    private static Optional<String> ascii(char code) {
        return code >= ' ' && code <= '~' ? Optional.of(String.valueOf(code)) : Optional.empty();
    }

    private static Optional<String> from(char code, String codes, String signs) {
        int at = codes.indexOf(code);
        return at < 0 ? Optional.empty() : Optional.of(signs.substring(at, at + 1));
    }
}
