package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Median, lowest and highest rate of every area (各方面得分率的中位数和范围), counted again from the table of areas. */
final class AreaSpread {
    private static final int DIGITS = 12;

    private AreaSpread() {}

    /** By the area's name: median, lowest and highest as a page shows them, with one decimal, cut. */
    static Map<String, List<String>> of(CsvTable areas) {
        Map<String, List<BigDecimal>> rates = new LinkedHashMap<>();
        for (Map<String, String> row :
                areas.with("area_name", "area_points", "weight").rows()) {
            rates.computeIfAbsent(row.get("area_name"), area -> new ArrayList<>())
                    .add(rate(row));
        }
        Map<String, List<String>> spreads = new LinkedHashMap<>();
        rates.forEach((area, all) -> spreads.put(area, spread(all)));
        return spreads;
    }

    private static BigDecimal rate(Map<String, String> row) {
        return SystemReader.decimal(row, "area_points")
                .movePointRight(2)
                .divide(SystemReader.decimal(row, "weight"), DIGITS, RoundingMode.DOWN);
    }

    private static List<String> spread(List<BigDecimal> rates) {
        Collections.sort(rates);
        int middle = rates.size() / 2;
        BigDecimal median = rates.size() % 2 == 1
                ? rates.get(middle)
                : rates.get(middle - 1).add(rates.get(middle)).divide(BigDecimal.valueOf(2));
        return List.of(shown(median), shown(rates.get(0)), shown(rates.get(rates.size() - 1)));
    }

    private static String shown(BigDecimal rate) {
        return rate.setScale(1, RoundingMode.DOWN).toPlainString();
    }
}
