package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.content.source.Closest;
import org.gongshi.evaluation.content.source.CsvRow;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorSystem;
import org.gongshi.evaluation.scoring.ScoreSheet;

/** Makes one place's score sheet of its rows: every indicator once, none besides. */
final class SheetBuilder {
    private final String file;
    private final IndicatorSystem system;
    private final Findings findings;

    SheetBuilder(String file, IndicatorSystem system, Findings findings) {
        this.file = file;
        this.system = system;
        this.findings = findings;
    }

    /**
     * The sheet, or empty.
     *
     * @param whole whether missing indicators are an error; in a draft they are a warning, and none while it has no row at all
     */
    Optional<SheetSource> sheet(PlaceCode place, List<ScoreRow> all, boolean whole) {
        List<ScoreRow> rows =
                all.stream().filter(row -> row.place().equals(place)).toList();
        Map<String, CsvRow> byIndicator = new LinkedHashMap<>();
        rows.forEach(row -> put(row, byIndicator));
        List<String> missing = missing(byIndicator);
        List<ScoreRow> open = rows.stream().filter(row -> row.score().isEmpty()).toList();
        open.forEach(row -> report(row.row().at("points"), "指标 " + row.indicator() + " 还没有得分", whole));
        if (!missing.isEmpty() && (whole || !rows.isEmpty())) {
            String message = "地区 " + place + " 缺少 " + missing.size() + " 个指标的得分：" + String.join("、", missing);
            report(Location.of(file), message, whole);
        }
        if (!missing.isEmpty() || !open.isEmpty() || findings.hasErrors()) {
            return Optional.empty();
        }
        ScoreSheet sheet = new ScoreSheet(
                system, rows.stream().flatMap(row -> row.score().stream()).toList());
        return Optional.of(new SheetSource(
                sheet,
                rows.stream().map(row -> row.row().toJson()).toList(),
                Positions.of(file, byIndicator, columns(rows))));
    }

    private static List<String> columns(List<ScoreRow> rows) {
        List<String> columns = new ArrayList<>(ScoreFile.COLUMNS);
        if (!rows.isEmpty() && rows.get(0).row().has(ScoreFile.CLAIMED)) {
            columns.add(ScoreFile.CLAIMED);
        }
        return columns;
    }

    private void put(ScoreRow row, Map<String, CsvRow> byIndicator) {
        String code = row.indicator().value();
        if (system.find(row.indicator()).isEmpty()) {
            List<String> known = system.indicators().stream()
                    .map(indicator -> indicator.code().value())
                    .toList();
            String hint =
                    Closest.to(code, known).map(meant -> "是否想写 " + meant + "？").orElse("请核对 indicators.yaml");
            findings.error(row.row().at("indicator"), "指标体系中没有指标 " + code, hint);
            return;
        }
        CsvRow earlier = byIndicator.putIfAbsent(code, row.row());
        if (earlier != null) {
            findings.error(
                    row.row().at(),
                    "地区 " + row.place() + " 的指标 " + code + " 重复，第 "
                            + earlier.at().line() + " 行已经有了",
                    "请删去其中一行");
        }
    }

    private List<String> missing(Map<String, CsvRow> byIndicator) {
        List<String> missing = new ArrayList<>();
        for (Indicator indicator : system.indicators()) {
            if (!byIndicator.containsKey(indicator.code().value())) {
                missing.add(indicator.code().value());
            }
        }
        return missing;
    }

    private void report(Location at, String message, boolean whole) {
        String hint = "每个地区、每个指标各写一行，公布前都要有得分";
        if (whole) {
            findings.error(at, message, hint);
        } else {
            findings.warning(at, message, hint);
        }
    }
}
