package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Claimed points beside the confirmed ones (自评得分与核定得分), counted again from the table of scores: for every indicator, area and place. */
final class ClaimSums {
    private final RoundFiles round;
    private final Map<Map<String, String>, Sum> sums = new LinkedHashMap<>();

    ClaimSums(RoundFiles round) {
        this.round = round;
    }

    /** Weight, claimed, confirmed and their difference, by what they are about. */
    Map<Map<String, String>, List<String>> sums() {
        Map<String, String> names = new HashMap<>();
        round.table("areas")
                .ifPresent(areas -> areas.rows().forEach(row -> names.put(row.get("area"), row.get("area_name"))));
        Map<Map<String, String>, List<String>> figures = new LinkedHashMap<>();
        round.table("scores")
                .ifPresent(scores -> scores.rows().stream()
                        .filter(row -> !row.getOrDefault("claimed", "").isEmpty())
                        .forEach(row -> {
                            add(Map.of("place", row.get("place")), row);
                            add(
                                    Map.of(
                                            "place",
                                            row.get("place"),
                                            "area_name",
                                            names.getOrDefault(row.get("area"), "")),
                                    row);
                            figures.put(
                                    Map.of("place", row.get("place"), "indicator", row.get("indicator")), single(row));
                        }));
        sums.forEach((about, sum) -> figures.put(about, sum.figures()));
        return figures;
    }

    private void add(Map<String, String> about, Map<String, String> row) {
        BigDecimal weight = SystemReader.decimal(row, "weight");
        sums.merge(
                about,
                new Sum(
                        weight,
                        weight.multiply(SystemReader.decimal(row, "claimed")).movePointLeft(2),
                        SystemReader.decimal(row, "contribution")),
                Sum::plus);
    }

    private static List<String> single(Map<String, String> row) {
        BigDecimal claimed = SystemReader.decimal(row, "claimed");
        BigDecimal points = SystemReader.decimal(row, "points");
        return new Sum(SystemReader.decimal(row, "weight"), claimed, points).figures();
    }

    /** Sums of some indicators. */
    private record Sum(BigDecimal weight, BigDecimal claimed, BigDecimal confirmed) {
        Sum plus(Sum other) {
            return new Sum(weight.add(other.weight), claimed.add(other.claimed), confirmed.add(other.confirmed));
        }

        List<String> figures() {
            List<String> figures = new ArrayList<>();
            List.of(weight, claimed, confirmed, claimed.subtract(confirmed))
                    .forEach(number -> figures.add(Evidence.exact(number)));
            return figures;
        }
    }
}
