package org.gongshi.generator.word;

import java.util.Optional;

/** The forms in which Word writes a number (编号格式; ISO/IEC 29500-1, 17.18.59 ST_NumberFormat). */
final class NumberForms {
    private static final String CHINESE = "〇一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final int MOST_ROMAN = 3999;
    private static final int LETTERS = 26;
    private static final int CIRCLED = 20;

    private NumberForms() {}

    /** The number in that form; in digits where the form is not known or does not reach so far. */
    static String written(int number, String form) {
        return known(number, form).orElse(Integer.toString(number));
    }

    private static Optional<String> known(int number, String form) {
        if (number < 1) {
            return Optional.empty();
        }
        return switch (form) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "koreanCounting" -> Optional.of(counted(number, CHINESE, "十百千", '零'));
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" ->
                Optional.of(counted(number, FORMAL, "拾佰仟", '零'));
            case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" ->
                Optional.of(digits(number, CHINESE));
            case "ideographTraditional" -> of(number, STEMS);
            case "ideographZodiac" -> of(number, BRANCHES);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> sign('①', number);
            case "decimalEnclosedParen" -> sign('⑴', number);
            case "decimalEnclosedFullstop" -> sign('⒈', number);
            case "ideographEnclosedCircle" -> number <= 10 ? sign('㊀', number) : Optional.empty();
            case "decimalFullWidth", "decimalFullWidth2" -> Optional.of(digits(number, "０１２３４５６７８９"));
            case "decimalZero" -> Optional.of(number < 10 ? "0" + number : Integer.toString(number));
            case "lowerLetter" -> Optional.of(letters(number, 'a'));
            case "upperLetter" -> Optional.of(letters(number, 'A'));
            case "lowerRoman" -> roman(number);
            case "upperRoman" -> roman(number).map(text -> text.toUpperCase(java.util.Locale.ROOT));
            default -> Optional.empty();
        };
    }

    private static Optional<String> of(int number, String signs) {
        return number <= signs.length() ? Optional.of(signs.substring(number - 1, number)) : Optional.empty();
    }

    private static Optional<String> sign(char first, int number) {
        return number <= CIRCLED ? Optional.of(String.valueOf((char) (first + number - 1))) : Optional.empty();
    }

    private static String digits(int number, String signs) {
        var text = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> text.append(signs.charAt(digit - '0')));
        return text.toString();
    }

    /** 十一, 二十, 一百零三: one ten alone has no one before it, unless the form is that of money. */
    private static String counted(int number, String signs, String units, char nought) {
        String digits = Integer.toString(number);
        if (digits.length() > units.length() + 1) {
            return digits;
        }
        var text = new StringBuilder();
        boolean gap = false;
        for (int index = 0; index < digits.length(); index++) {
            int digit = digits.charAt(index) - '0';
            int unit = digits.length() - index - 2;
            if (digit == 0) {
                gap = true;
                continue;
            }
            text.append(gap ? String.valueOf(nought) : "");
            gap = false;
            boolean bare = digit == 1 && unit == 0 && text.isEmpty() && signs.equals(CHINESE);
            text.append(bare ? "" : signs.substring(digit, digit + 1));
            text.append(unit < 0 ? "" : units.substring(unit, unit + 1));
        }
        return text.toString();
    }

    /** a … z, aa, bb: Word repeats the letter. */
    private static String letters(int number, char first) {
        return String.valueOf((char) (first + (number - 1) % LETTERS)).repeat((number - 1) / LETTERS + 1);
    }

    private static Optional<String> roman(int number) {
        if (number > MOST_ROMAN) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        int rest = number;
        for (int index = 0; index < VALUES.length; index++) {
            while (rest >= VALUES[index]) {
                text.append(ROMAN[index]);
                rest -= VALUES[index];
            }
        }
        return Optional.of(text.toString());
    }
}
