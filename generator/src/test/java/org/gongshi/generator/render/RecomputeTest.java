package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every published score and band can be recomputed from the downloads alone, without any of our classes. */
class RecomputeTest {
    private static final List<Map<String, String>> SCORES = csv("data/2025/scores.csv");
    private static final List<Map<String, String>> INDICATORS = csv("data/2025/indicators.csv");

    @Test
    void recomputes_points_from_raw_values_and_rules() {
        Map<String, Map<String, String>> rules = new TreeMap<>();
        INDICATORS.forEach(row -> rules.put(row.get("indicator"), row));
        for (Map<String, String> row : SCORES) {
            assertThat(new BigDecimal(row.get("points")))
                    .isEqualByComparingTo(points(rules.get(row.get("indicator")), row));
        }
    }

    @Test
    void recomputes_weighted_scores_and_bands() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Map<String, String> row : SCORES) {
            BigDecimal part = new BigDecimal(row.get("weight"))
                    .multiply(new BigDecimal(row.get("points")))
                    .movePointLeft(2);
            assertThat(part).isEqualByComparingTo(row.get("contribution"));
            sums.merge(row.get("place"), part, BigDecimal::add);
        }
        List<Map<String, String>> grades = csv("data/2025/grades.csv");
        assertThat(grades).hasSize(3);
        for (Map<String, String> row : grades) {
            BigDecimal sum = sums.get(row.get("place"));
            assertThat(sum).isEqualByComparingTo(row.get("score"));
            assertThat(sum.setScale(2, RoundingMode.DOWN)).isEqualTo(new BigDecimal(row.get("score_shown")));
            String band = sum.compareTo(BigDecimal.valueOf(85)) >= 0
                    ? "优秀"
                    : sum.compareTo(BigDecimal.valueOf(60)) >= 0 ? "合格" : "不合格";
            assertThat(row.get("band")).isEqualTo(band);
        }
    }

    @Test
    void recomputes_the_areas() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        SCORES.forEach(row -> sums.merge(
                row.get("place") + row.get("area"), new BigDecimal(row.get("contribution")), BigDecimal::add));
        csv("data/2025/areas.csv")
                .forEach(row -> assertThat(sums.get(row.get("place") + row.get("area")))
                        .isEqualByComparingTo(row.get("area_points")));
    }

    @Test
    void shows_on_the_page_what_stands_in_the_table() {
        for (Map<String, String> row : csv("data/2025/grades.csv")) {
            assertThat(SampleSite.text("2025/index.html"))
                    .contains("<data value=\"" + row.get("score") + "\"")
                    .contains(">" + row.get("score_shown") + "</data>");
        }
        String page = SampleSite.text("2025/chengchuan/index.html");
        SCORES.stream()
                .filter(row -> row.get("place").equals("990100"))
                .forEach(row -> assertThat(page).contains(">" + row.get("contribution") + "</td>"));
    }

    @Test
    void opens_in_a_spreadsheet() {
        byte[] bytes = SampleSite.FILES.bytes("data/2025/scores.csv");
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(SampleSite.text("data/2025/scores.csv")).contains("\r\n");
    }

    private static BigDecimal points(Map<String, String> rule, Map<String, String> row) {
        int decimals = Integer.parseInt(rule.get("decimals"));
        return switch (rule.get("rule")) {
            case "rate" -> {
                BigDecimal floor = new BigDecimal(rule.get("floor"));
                BigDecimal span = new BigDecimal(rule.get("target")).subtract(floor);
                BigDecimal points = new BigDecimal(row.get("raw"))
                        .subtract(floor)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(span, decimals, RoundingMode.HALF_UP);
                yield points.max(BigDecimal.ZERO).min(BigDecimal.valueOf(100));
            }
            case "deduction" ->
                new BigDecimal(rule.get("full"))
                        .subtract(new BigDecimal(rule.get("each")).multiply(new BigDecimal(row.get("raw"))))
                        .max(BigDecimal.ZERO)
                        .setScale(decimals, RoundingMode.HALF_UP);
            case "survey-index" -> new BigDecimal(row.get("raw"));
            default -> new BigDecimal(row.get("points"));
        };
    }

    /** A small reader of RFC 4180, so that the test rests on the bytes and not on our writer. */
    private static List<Map<String, String>> csv(String path) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = SampleSite.text(path).substring(1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> values : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(lines.get(0).get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
