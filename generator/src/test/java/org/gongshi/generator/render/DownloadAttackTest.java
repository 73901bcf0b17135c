package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The download as somebody reads it who multiplies: every percentage times every number of people that the rounded n allows, with
 * interval arithmetic of his own (nothing of the product's audit). Nobody must come out as one of one to nine, neither among those
 * whom a figure counts nor among the others.
 */
class DownloadAttackTest {
    private static final int FEW = 9;

    /** How many people a percentage stands for, from the fewest to the most. */
    private record People(double low, double high) {
        /** Somebody, and fewer than ten. */
        boolean areFew() {
            return low >= 1 && high <= FEW;
        }
    }

    private static List<String> givenAway(List<Map<String, String>> rows, int[] tried) {
        Map<String, String> people = new HashMap<>();
        rows.stream()
                .filter(row -> row.get("measure").matches("mean|satisfied")
                        && !row.get("n").isEmpty())
                .forEach(row -> people.putIfAbsent(cell(row), row.get("n")));
        List<String> found = new ArrayList<>();
        for (Map<String, String> row : rows) {
            String n = row.get("n").isEmpty() ? people.get(cell(row)) : row.get("n");
            // The rate of a row is one of answers to all items, many from each person: no head count follows from it.
            boolean countsHeads = !row.get("item").isEmpty();
            String shown = row.get("value_shown").replaceAll("[^0-9.]", "");
            if (!countsHeads
                    || !row.get("measure").matches("share|satisfied|dont-know")
                    || shown.isEmpty()
                    || n == null) {
                continue;
            }
            double value = Double.parseDouble(shown);
            char bound = row.get("value_shown").charAt(0);
            double least = bound == '≤' ? 0 : bound == '≥' ? value : Math.max(0, value - 0.5);
            double most = bound == '≥' ? 100 : bound == '≤' ? value : Math.min(100, value + 0.5);
            // Of 不了解 the base is larger than n: whoever chose it is not among those with an answer.
            String base = row.get("measure").equals("dont-know")
                            && !row.get("responded").isEmpty()
                    ? row.get("responded")
                    : n;
            double fewest = Double.parseDouble(n) - 2.5;
            double all = Double.parseDouble(base) + 2.5;
            People counted = people(least, most, fewest, all);
            People others = people(100 - most, 100 - least, fewest, all);
            tried[0]++;
            if (counted.areFew() || others.areFew()) {
                found.add(row + " gives " + counted + " or " + others);
            }
        }
        return found;
    }

    private static People people(double least, double most, double fewest, double all) {
        return new People(Math.ceil(least / 100 * fewest - 1e-9), Math.floor(most / 100 * all + 1e-9));
    }

    private static String cell(Map<String, String> row) {
        return String.join(
                " ", row.get("place"), row.get("audience"), row.get("stage"), row.get("mode"), row.get("item"));
    }

    @Test
    void no_percentage_times_n_is_a_handful() {
        int[] tried = {0};
        for (String year : List.of("2024", "2025")) {
            assertThat(givenAway(SurveyRows.download(ShippedDemo.FILES, "data/" + year + "/survey.csv"), tried))
                    .isEmpty();
        }
        assertThat(tried[0]).isGreaterThan(3_000);
    }

    /** A control: a bound replaced by the percentage behind it is found, and so is a count below ten at the upper end. */
    @Test
    void a_percentage_in_the_place_of_a_bound_is_found() {
        List<Map<String, String>> rows = SurveyRows.download(ShippedDemo.FILES, "data/2025/survey.csv");
        for (String percent : List.of("3", "97")) {
            List<Map<String, String>> planted = new ArrayList<>(rows);
            Map<String, String> bound = planted.stream()
                    .filter(row -> row.get("measure").equals("share")
                            && row.get("value_shown").startsWith("≤")
                            && !row.get("responded").isEmpty()
                            && Integer.parseInt(row.get("responded")) < 240)
                    .findFirst()
                    .orElseThrow();
            Map<String, String> exact = new HashMap<>(bound);
            exact.put("value", percent);
            exact.put("value_shown", percent + "%");
            planted.set(planted.indexOf(bound), exact);
            assertThat(givenAway(planted, new int[1])).as(percent).hasSize(1);
        }
    }
}
