package org.gongshi.evaluation.content.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.YamlNode.Kind;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.scoring.IndicatorCode;

/** The forms of all single values in content files. */
public final class Forms {
    // Up to 12 digits before and 8 after the point; no exponents, no NaN, no leading zeros that could mean octal.
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,8})?");
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,11})");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})");

    private Forms() {}

    /** Any text besides blanks. */
    public static Form<String> text() {
        return new Form<>(
                "文字",
                EnumSet.of(Kind.TEXT),
                text -> Optional.of(text).filter(filled -> !filled.isBlank()),
                text -> text.isBlank() ? "请填写内容" : "看起来像数字或是非值的文字请加引号：\"" + Shown.of(text) + "\"");
    }

    /** A text of a certain form. */
    public static Form<String> text(String expected, String hint, Predicate<String> condition) {
        return of(expected, hint, text -> Optional.of(text).filter(condition));
    }

    /** An exact decimal, as written. */
    public static Form<BigDecimal> decimal() {
        return number(
                "十进制数",
                "只用数字和小数点，小数至多 8 位，不用千分位、百分号、科学计数和前导零",
                text -> DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty());
    }

    /** An exact decimal between two bounds, both included. */
    public static Form<BigDecimal> decimal(long low, long high) {
        return decimal()
                .where(
                        " " + low + " 至 " + high + " 之间的十进制数",
                        value -> value.compareTo(BigDecimal.valueOf(low)) >= 0
                                && value.compareTo(BigDecimal.valueOf(high)) <= 0);
    }

    /** A whole number between two bounds, both included. */
    public static Form<Integer> integer(int low, int high) {
        return whole(low, high).map(Long::intValue).form();
    }

    /** A whole number between two bounds, both included. */
    public static Form<Long> count(long high) {
        return whole(0, high).form();
    }

    public static Form<Boolean> bool() {
        return new Form<>(
                " true 或 false",
                EnumSet.of(Kind.BOOL),
                text -> text.equals("true") || text.equals("false")
                        ? Optional.of(text.equals("true"))
                        : Optional.empty(),
                text -> "请写小写的 true（是）或 false（否）");
    }

    /** A day that the calendar has. */
    public static Form<LocalDate> date() {
        return of(
                "日期",
                "请写成 2025-03-01 的样子",
                text -> DATE.matcher(text).matches()
                        ? time(() -> LocalDate.parse(text)).filter(Forms::isOfOurTime)
                        : Optional.empty());
    }

    /** A year with a digit too few or too many is a slip. */
    private static boolean isOfOurTime(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() < 3000;
    }

    /** A moment with its offset. */
    public static Form<OffsetDateTime> dateTime() {
        return of(
                "带时区的时间",
                "请写成 2025-03-01T08:00:00+08:00 的样子",
                text -> DATE_TIME.matcher(text).matches() ? time(() -> OffsetDateTime.parse(text)) : Optional.empty());
    }

    public static Form<PlaceCode> placeCode() {
        return code(
                "六位行政区划代码",
                "代码是六位数字，例如 \"150100\"",
                text -> PlaceCode.isValid(text) ? Optional.of(new PlaceCode(text)) : Optional.empty());
    }

    public static Form<IndicatorCode> indicatorCode() {
        return of(
                "指标代码",
                "指标代码写成 A3-02 的样子",
                text -> IndicatorCode.isValid(text) ? Optional.of(new IndicatorCode(text)) : Optional.empty());
    }

    /** A code that may consist of digits alone, with quotes or without. */
    public static <T> Form<T> code(String expected, String hint, Function<String, Optional<T>> parse) {
        return new Form<>(expected, EnumSet.of(Kind.TEXT, Kind.NUMBER), parse, text -> hint);
    }

    /** One of the words of an enumeration. */
    public static <E extends Enum<E>> Form<E> oneOf(E[] values, Function<E, String> key) {
        List<String> keys = Arrays.stream(values).map(key).toList();
        return new Form<>(
                " " + String.join("、", keys) + " 之一",
                EnumSet.of(Kind.TEXT),
                text -> Arrays.stream(values)
                        .filter(value -> key.apply(value).equals(text))
                        .findFirst(),
                text -> Closest.to(text, keys)
                        .map(meant -> "是否想写 " + meant + "？")
                        .orElse(""));
    }

    private static <T> Form<T> of(String expected, String hint, Function<String, Optional<T>> parse) {
        return new Form<>(expected, EnumSet.of(Kind.TEXT), parse, text -> hint);
    }

    private static <T> Form<T> number(String expected, String hint, Function<String, Optional<T>> parse) {
        return new Form<>(expected, EnumSet.of(Kind.NUMBER), parse, text -> hint);
    }

    private record Whole<T>(long low, long high, Function<Long, T> convert) {
        <U> Whole<U> map(Function<T, U> next) {
            return new Whole<>(low, high, convert.andThen(next));
        }

        Form<T> form() {
            return number(
                    " " + low + " 至 " + high + " 之间的整数",
                    "只写数字，没有小数、千分位和前导零",
                    text -> Optional.of(text)
                            .filter(digits -> INTEGER.matcher(digits).matches())
                            .map(Long::valueOf)
                            .filter(value -> value >= low && value <= high)
                            .map(convert));
        }
    }

    private static Whole<Long> whole(long low, long high) {
        return new Whole<>(low, high, Function.identity());
    }

    private static <T> Optional<T> time(java.util.function.Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
