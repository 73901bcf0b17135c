package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongshi.evaluation.archive.ArchivedReport;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.scoring.Score;

/** One line of {@code archive.ndjson}: a report of an earlier year (归档报告的一行). */
public final class ArchiveLine {
    // A score that was published with n decimals may differ from the exact one by half a unit of its last.
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final int number;
    private final Findings findings;

    private ArchiveLine(int number, Findings findings) {
        this.number = number;
        this.findings = findings;
    }

    /**
     * Reads a line; with any fault it is refused and what is wrong is found.
     *
     * @param number from 1, for the findings
     */
    public static Optional<ArchivedReport> read(byte[] utf8, int number, Findings findings) {
        return new ArchiveLine(number, findings).read(utf8);
    }

    private Optional<ArchivedReport> read(byte[] utf8) {
        try {
            Json json = JsonText.parse(utf8);
            if (!(json instanceof Json.Obj object)) {
                return fault("", "应为一个 JSON 对象", "每行一份报告");
            }
            ArchivedReport report = report(object);
            weights(report);
            return Optional.of(report);
        } catch (JsonFault fault) {
            return fault("", "不是有效的 JSON：" + fault.getMessage(), "每行一份报告，UTF-8");
        } catch (FieldFault fault) {
            return fault(fault.field, fault.getMessage(), "格式见 docs/content.md");
        }
    }

    private ArchivedReport report(Json.Obj object) {
        String id = text(object, "id");
        if (!ArchivedReport.isId(id)) {
            throw new FieldFault("id", "会成为网址，应为小写字母开头的字母、数字和连字符");
        }
        BigDecimal year = number(object, "year");
        if (year.scale() > 0 || year.intValue() < 2000 || year.intValue() > 2999) {
            throw new FieldFault("year", "应为年份");
        }
        return new ArchivedReport(
                id,
                text(object, "title"),
                year.intValue(),
                date(object, "date"),
                score(object, "score"),
                list(object, "areas", area -> new ArchivedReport.Area(text(area, "name"), score(area, "score"))),
                list(object, "scores", this::item),
                text(object, "body"));
    }

    private ArchivedReport.Item item(Json.Obj item) {
        BigDecimal weight = number(item, "weight");
        if (weight.signum() <= 0) {
            throw new FieldFault("scores.weight", "权重应大于 0");
        }
        return new ArchivedReport.Item(text(item, "name"), text(item, "area"), weight, score(item, "score"));
    }

    private void weights(ArchivedReport report) {
        BigDecimal total = BigDecimal.ZERO;
        for (ArchivedReport.Item item : report.items()) {
            total = total.add(item.weight());
        }
        if (total.compareTo(Score.FULL) != 0) {
            throw new FieldFault("scores", "权重之和应为 100，此处是 " + total.toPlainString());
        }
        BigDecimal stated = report.score().value();
        BigDecimal unit =
                BigDecimal.ONE.movePointLeft(Math.max(2, stated.scale())).multiply(HALF);
        if (report.recomputed().subtract(stated).abs().compareTo(unit) > 0) {
            throw new FieldFault(
                    "score",
                    stated.toPlainString() + " 与各项得分算出的 " + report.recomputed().toPlainString() + " 不符");
        }
    }

    private static String text(Json.Obj object, String name) {
        if (object.fields().get(name) instanceof Json.Str text && !text.value().isBlank()) {
            return visible(text.value(), name);
        }
        throw new FieldFault(name, "缺少文字");
    }

    private static String visible(String text, String name) {
        if (SourceFile.hasForbidden(text)) {
            throw new FieldFault(name, "含有看不见的控制字符");
        }
        return text;
    }

    private static BigDecimal number(Json.Obj object, String name) {
        if (object.fields().get(name) instanceof Json.Num number) {
            return number.value();
        }
        throw new FieldFault(name, "缺少数字");
    }

    private static Score score(Json.Obj object, String name) {
        BigDecimal value = number(object, name);
        if (!Score.isValid(value)) {
            throw new FieldFault(name, "得分应在 0 至 100 之间，此处是 " + value.toPlainString());
        }
        return new Score(value);
    }

    private static LocalDate date(Json.Obj object, String name) {
        try {
            return LocalDate.parse(text(object, name));
        } catch (DateTimeException fault) {
            throw new FieldFault(name, "应为日期，例如 2024-09-01");
        }
    }

    private static <T> List<T> list(Json.Obj object, String name, Function<Json.Obj, T> read) {
        if (!(object.fields().get(name) instanceof Json.Arr array)) {
            throw new FieldFault(name, "缺少列表");
        }
        List<T> items = new ArrayList<>(array.items().size());
        for (Json item : array.items()) {
            if (!(item instanceof Json.Obj entry)) {
                throw new FieldFault(name, "每一项应为对象");
            }
            items.add(read.apply(entry));
        }
        return items;
    }

    private Optional<ArchivedReport> fault(String field, String message, String hint) {
        findings.add(Finding.error(new Location(ContentPaths.ARCHIVE_REPORTS, number, 0, field), message, hint));
        return Optional.empty();
    }

    /** What is wrong with a field. */
    private static final class FieldFault extends RuntimeException {
        private final transient String field;

        FieldFault(String field, String message) {
            super(message);
            this.field = field;
        }
    }
}
