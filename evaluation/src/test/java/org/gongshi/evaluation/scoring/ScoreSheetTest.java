package org.gongshi.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreSheetTest {

    @ParameterizedTest
    @CsvSource({
        "33.33, 33.33, 33.34, 85, 85, 85, 85",
        "33.33, 33.33, 33.34, 84.99, 85, 85, 84.996667",
        "33.33, 33.33, 33.34, 84.985, 85, 85, 84.9950005",
        "33.33, 33.33, 33.34, 85, 85, 84.99999999, 84.999999996666",
        "50, 25, 25, 59.9999, 60, 60, 59.99995"
    })
    void weights_like_a_third_lose_nothing(
            String w1, String w2, String w3, String p1, String p2, String p3, String expected) {
        ScoreSheet sheet = sheet(List.of(w1, w2, w3), List.of(p1, p2, p3));
        assertThat(sheet.weightedScore().exact()).isEqualTo(expected);
    }

    @Test
    void the_weighted_score_equals_a_computation_in_whole_numbers() {
        Random random = new Random(14);
        for (int i = 0; i < 500; i++) {
            List<String> weights = weights(random, 2 + random.nextInt(30));
            List<String> points = points(random, weights.size());
            BigDecimal expected = new BigDecimal(product(weights, points), 2 + 4 + 2);
            assertThat(sheet(weights, points).weightedScore().value()).isEqualByComparingTo(expected);
        }
    }

    @Test
    void areas_and_contributions_add_up_to_the_weighted_score() {
        Random random = new Random(15);
        for (int i = 0; i < 200; i++) {
            List<String> weights = weights(random, 2 + random.nextInt(20));
            ScoreSheet sheet = sheet(weights, points(random, weights.size()));
            BigDecimal areas =
                    sheet.system().areas().stream().map(sheet::areaPoints).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal indicators = sheet.system().indicators().stream()
                    .map(sheet::contribution)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(areas).isEqualByComparingTo(sheet.weightedScore().value());
            assertThat(indicators).isEqualByComparingTo(areas);
        }
    }

    @Test
    void the_order_of_the_scores_does_not_matter() {
        Random random = new Random(16);
        List<String> weights = weights(random, 20);
        ScoreSheet sheet = sheet(weights, points(random, 20));
        for (int i = 0; i < 50; i++) {
            List<IndicatorScore> shuffled = new ArrayList<>(sheet.scores());
            Collections.shuffle(shuffled, random);
            assertThat(new ScoreSheet(sheet.system(), shuffled)).isEqualTo(sheet);
        }
    }

    @Test
    void weights_that_miss_100_by_a_hundred_millionth_are_refused() {
        assertThatThrownBy(() -> system(List.of("50", "49.99999999"))).hasMessageContaining("99.99999999");
        assertThatThrownBy(() -> system(List.of("50", "50.00000001"))).hasMessageContaining("100.00000001");
    }

    @Test
    void a_sheet_has_every_indicator_once_and_none_besides() {
        ScoreSheet sheet = sheet(List.of("50", "50"), List.of("1", "2"));
        List<IndicatorScore> scores = sheet.scores();
        assertThatThrownBy(() -> new ScoreSheet(sheet.system(), scores.subList(0, 1)))
                .hasMessageContaining("no score");
        assertThatThrownBy(() -> new ScoreSheet(sheet.system(), List.of(scores.get(0), scores.get(0), scores.get(1))))
                .hasMessageContaining("twice");
    }

    /** Σ weight·10² × points·10⁴, in whole numbers. */
    private static BigInteger product(List<String> weights, List<String> points) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < weights.size(); i++) {
            BigInteger weight = new BigDecimal(weights.get(i)).movePointRight(2).toBigIntegerExact();
            BigInteger point = new BigDecimal(points.get(i)).movePointRight(4).toBigIntegerExact();
            sum = sum.add(weight.multiply(point));
        }
        return sum;
    }

    /** Hundredths that add up to exactly 100. */
    private static List<String> weights(Random random, int count) {
        List<Integer> cuts = new ArrayList<>(List.of(0, 10_000));
        while (cuts.size() < count + 1) {
            int cut = 1 + random.nextInt(9_999);
            if (!cuts.contains(cut)) {
                cuts.add(cut);
            }
        }
        Collections.sort(cuts);
        List<String> weights = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            weights.add(BigDecimal.valueOf(cuts.get(i + 1) - cuts.get(i), 2).toPlainString());
        }
        return weights;
    }

    private static List<String> points(Random random, int count) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(BigDecimal.valueOf(random.nextInt(1_000_001), 4).toPlainString());
        }
        return points;
    }

    private static IndicatorSystem system(List<String> weights) {
        List<ContentArea> areas = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            String area = "A" + (i + 1);
            var indicator = new Indicator(
                    new IndicatorCode(area + "-01"),
                    "名称",
                    "定义",
                    "来源",
                    new BigDecimal(weights.get(i)),
                    false,
                    "",
                    new PointRule.Judged(4));
            areas.add(new ContentArea(area, "领域", List.of(), List.of(indicator)));
        }
        return new IndicatorSystem("文号", areas);
    }

    private static ScoreSheet sheet(List<String> weights, List<String> points) {
        IndicatorSystem system = system(weights);
        List<IndicatorScore> scores = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            scores.add(new IndicatorScore(
                    system.indicators().get(i).code(), Optional.empty(), Score.of(points.get(i)), "佐证"));
        }
        return new ScoreSheet(system, scores);
    }
}
