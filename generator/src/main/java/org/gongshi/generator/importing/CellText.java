package org.gongshi.generator.importing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.gongshi.evaluation.finding.Findings;

/** The text that stands for a cell in the plain file (单元格的值); where the cell shows something else than it holds, that is a fault. */
final class CellText {
    // Excel computes with 15 significant digits; what stands behind them is the noise of binary fractions.
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    private static final Pattern DIGITS = Pattern.compile("((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})");
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cntrl}&&[^\\t\\r\\n]]|[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF]");
    private static final Set<Column.Type> FIGURES = Set.of(Column.Type.NUMBER, Column.Type.DATE, Column.Type.CODE);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Findings findings;

    CellText(Findings findings) {
        this.findings = findings;
    }

    /** What stands in the cell; empty for nothing, or when a finding says why it cannot be taken. */
    Optional<String> of(Cell cell, Column column, CellAt at) {
        boolean number = column.type() == Column.Type.NUMBER;
        if (cell.getType() == CellType.BOOLEAN && number) {
            findings.error(
                    at.location(), "单元格是 " + cell.asBoolean().toString().toUpperCase(Locale.ROOT) + "，不是数字", "请填数字");
            return Optional.empty();
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return Optional.of(cell.asBoolean().toString());
        }
        if (cell.getType() != CellType.NUMBER) {
            return Optional.of(typed(cell.asString(), column, at)).filter(text -> !text.isEmpty());
        }
        if (column.type() == Column.Type.DATE) {
            return Optional.of(date(cell));
        }
        return number && isOther(cell, at) ? Optional.empty() : Optional.of(number(cell));
    }

    /** A cell that shows 95.8% holds 0.958, one that shows a day holds the days since 1900: nobody sees which. */
    private boolean isOther(Cell cell, CellAt at) {
        String format = format(cell);
        if (format.contains("%")) {
            String shown = cell.asNumber()
                    .round(EXCEL)
                    .movePointRight(2)
                    .stripTrailingZeros()
                    .toPlainString();
            findings.error(
                    at.location(),
                    "单元格是百分比格式：显示 " + shown + "%，存的是 " + number(cell),
                    "请把格式改为“常规”，填 " + shown + "，不写百分号");
            return true;
        }
        if (format.toLowerCase(Locale.ROOT).matches(".*(yy|[年月日]|d.*m|m.*d|h:).*")) {
            findings.error(at.location(), "单元格是日期格式：显示 " + date(cell) + "，存的是 " + number(cell), "请把格式改为“常规”，重新填写数字");
            return true;
        }
        return false;
    }

    private static String format(Cell cell) {
        int builtIn = Optional.ofNullable(cell.getDataFormatId()).orElse(0);
        String usual = builtIn == 9 || builtIn == 10 ? "0%" : builtIn >= 14 && builtIn <= 22 ? "yyyy" : "";
        // What stands in quotation marks or brackets is text or a colour.
        return Optional.ofNullable(cell.getDataFormatString()).orElse(usual).replaceAll("\"[^\"]*\"|\\[[^]]*]", "");
    }

    private String typed(String given, Column column, CellAt at) {
        Matcher unseen = UNSEEN.matcher(given);
        boolean figure = FIGURES.contains(column.type());
        if (unseen.find() && !figure) {
            findings.warning(
                    at.location(),
                    String.format("去掉了看不见的字符 U+%04X", (int) unseen.group().charAt(0)),
                    "多半是从网页或聊天软件复制来的；请核对这一格的文字");
        }
        String plain =
                UNSEEN.matcher(given).replaceAll("").replace('\u00A0', ' ').strip();
        // Digits and blanks of full width, as an input method for Chinese writes them.
        String text = figure ? Normalizer.normalize(plain, Normalizer.Form.NFKC).strip() : plain;
        return column.type() == Column.Type.DATE ? date(text) : text;
    }

    private static String date(String typed) {
        Matcher date = DATE.matcher(typed);
        if (!date.matches()) {
            date = DIGITS.matcher(typed);
        }
        return date.matches()
                ? String.format(
                        "%s-%02d-%02d", date.group(1), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)))
                : typed;
    }

    /** Excel's day number, or 20250901 as it was typed. */
    private static String date(Cell cell) {
        String number = number(cell);
        if (DIGITS.matcher(number).matches()) {
            return date(number);
        }
        LocalDate day = cell.asDate().toLocalDate();
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? day.toString() : number;
    }

    /** The number with the decimals that its format shows: 95.50 stays 95.50. */
    private static String number(Cell cell) {
        BigDecimal exact = cell.asNumber().round(EXCEL);
        BigDecimal value = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        String format = Optional.ofNullable(cell.getDataFormatString()).orElse("");
        int shown = format.matches("0\\.0+") ? format.length() - 2 : 0;
        return value.setScale(Math.max(shown, Math.max(0, value.scale())), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
