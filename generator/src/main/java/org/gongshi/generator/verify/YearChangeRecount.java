package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The change of an index from year to year (年度变化重算): from the values and intervals of both years' {@code survey.csv}. */
final class YearChangeRecount {
    private final List<RoundFiles> rounds;
    private final Recount recount;

    YearChangeRecount(List<RoundFiles> rounds, Recount recount) {
        this.rounds = rounds;
        this.recount = recount;
    }

    void check() {
        for (RoundFiles round : rounds) {
            round.table("analysis").stream()
                    .flatMap(table -> table.rows().stream())
                    .filter(row -> "year-change".equals(row.get("measure")))
                    .forEach(row -> recount.guarded(round.path("analysis"), where(row), () -> change(round, row)));
        }
    }

    private void change(RoundFiles round, Map<String, String> row) {
        Map<String, String> then = index(earlier(round, row.get("other")), row);
        Map<String, String> now = index(round, row);
        BigDecimal difference = number(now, "value").subtract(number(then, "value"));
        BigDecimal half = half(then).pow(2).add(half(now).pow(2)).sqrt(MathContext.DECIMAL64);
        int decimals = difference.scale();
        String path = round.path("analysis");
        recount.expect(path, where(row), difference, row.get("value"));
        recount.expect(
                path,
                where(row) + " low",
                difference.subtract(half).setScale(decimals, RoundingMode.FLOOR),
                row.get("low"));
        recount.expect(
                path,
                where(row) + " high",
                difference.add(half).setScale(decimals, RoundingMode.CEILING),
                row.get("high"));
    }

    private RoundFiles earlier(RoundFiles round, String year) {
        String folder = round.folder().replaceFirst("[0-9]{4}/$", year + "/");
        return rounds.stream()
                .filter(other -> other.folder().equals(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("没有 " + year + " 年度的数据"));
    }

    private static Map<String, String> index(RoundFiles round, Map<String, String> row) {
        Optional<Map<String, String>> index = round.table("survey").stream()
                .flatMap(table -> table.rows().stream())
                .filter(own -> own.get("measure").equals("index")
                        && own.get("mode").equals("probability")
                        && own.get("stage").isEmpty()
                        && own.get("place").equals(row.get("place"))
                        && own.get("audience").equals(row.get("audience")))
                .findFirst();
        return index.orElseThrow(() -> new IllegalArgumentException("没有公布两个年度的指数"));
    }

    /** The longer half: an interval may have been cut at 0 or 100. */
    private static BigDecimal half(Map<String, String> index) {
        BigDecimal value = number(index, "value");
        return value.subtract(number(index, "low")).max(number(index, "high").subtract(value));
    }

    private static BigDecimal number(Map<String, String> row, String column) {
        return SystemReader.decimal(row, column);
    }

    private static String where(Map<String, String> row) {
        return row.get("place") + " " + row.get("audience") + " year-change " + row.get("other");
    }
}
