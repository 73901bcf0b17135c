package org.gongshi.evaluation.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.disclosure.Exposure.Kind;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Estimate.Reason;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.satisfaction.Share.Bound;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.WeightingPlan;
import org.junit.jupiter.api.Test;

/** Every attack on a small table, and beside it the table in which it fails. */
class DisclosureAuditTest {
    private static final PlaceCode WHOLE = new PlaceCode("990000");
    private static final SurveyPlan PLAN = new SurveyPlan(
            Digest.of(new byte[] {1}),
            OffsetDateTime.parse("2025-03-03T08:00:00+08:00"),
            OffsetDateTime.parse("2025-03-28T18:00:00+08:00"),
            Map.of(
                    5, BigDecimal.valueOf(100),
                    4, BigDecimal.valueOf(75),
                    3, BigDecimal.valueOf(50),
                    2, BigDecimal.valueOf(25),
                    1, BigDecimal.ZERO),
            Set.of(5, 4),
            new BigDecimal("0.5"),
            1,
            new SurveyPlan.Thresholds(10, 30, new BigDecimal("0.5"), 3),
            new SurveyPlan.Quality(BigDecimal.valueOf(2), 15),
            Map.of(),
            SurveyPlan.LonelyCluster.ADJUST,
            WeightingPlan.STANDARD,
            Optional.empty(),
            List.of());

    private static List<Exposure> audit(AudienceResult... rows) {
        return new DisclosureAudit(PLAN).of(WHOLE, List.of(rows));
    }

    private static Estimate withheld(Reason reason) {
        return new Estimate.Withheld(reason);
    }

    private static Estimate shown(String value, long n) {
        return shown(value, n, n, 4 * n / 5);
    }

    private static Estimate shown(String value, long n, long effective, long df) {
        return new Estimate.Shown(
                new BigDecimal(value),
                Optional.empty(),
                n,
                Optional.of(effective),
                OptionalInt.of((int) df),
                Optional.empty(),
                "method",
                Optional.empty());
    }

    private static final class Row {
        private final PlaceCode place;
        private Audience audience = Audience.PUBLIC;
        private Optional<SchoolStage> stage = Optional.empty();
        private Optional<Long> responded = Optional.empty();
        private Estimate index = withheld(Reason.INSUFFICIENT);
        private Estimate satisfied = withheld(Reason.INSUFFICIENT);
        private Optional<BigDecimal> rate = Optional.empty();
        private long population = 1000;
        private final List<ItemResult> items = new ArrayList<>();

        Row(int place) {
            this.place = place == 0 ? WHOLE : new PlaceCode("99" + String.format("%02d", place) + "00");
        }

        Row stage(SchoolStage of) {
            stage = Optional.of(of);
            audience = Audience.PARENT;
            return this;
        }

        Row parents() {
            audience = Audience.PARENT;
            return this;
        }

        Row people(long of) {
            population = of;
            return this;
        }

        Row sheets(long of) {
            responded = Optional.of(of);
            return this;
        }

        Row rate(String of) {
            rate = Optional.of(new BigDecimal(of));
            return this;
        }

        Row index(Estimate of) {
            index = of;
            return this;
        }

        Row satisfied(Estimate of) {
            satisfied = of;
            return this;
        }

        Row item(ItemResult of) {
            items.add(of);
            return this;
        }

        AudienceResult build() {
            return new AudienceResult(
                    place,
                    audience,
                    stage,
                    AudienceResult.Mode.PROBABILITY,
                    population,
                    400,
                    responded,
                    rate,
                    index,
                    satisfied,
                    items);
        }
    }

    private static Row row(int place) {
        return new Row(place);
    }

    private static Share about(int percent) {
        return new Share(Bound.ABOUT, percent);
    }

    private static Share atMost(int percent) {
        return new Share(Bound.AT_MOST, percent);
    }

    private static ItemResult item(Estimate mean, Estimate satisfied, Share... fromOne) {
        Map<Integer, Share> shares = new TreeMap<>();
        for (int option = 0; option < fromOne.length; option++) {
            shares.put(option + 1, fromOne[option]);
        }
        return new ItemResult("P01", mean, satisfied, shares, Optional.empty());
    }

    private static ItemResult hiddenItem(Reason reason) {
        return item(withheld(reason), withheld(reason));
    }

    @Test
    void a_total_less_its_parts_gives_a_number_of_sheets_back() {
        var few = row(2).index(withheld(Reason.TOO_FEW)).satisfied(withheld(Reason.TOO_FEW));
        assertThat(audit(row(0).sheets(100).build(), row(1).sheets(100).build(), few.build()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.kind()).isEqualTo(Kind.SHEETS);
                    assertThat(found.place()).isEqualTo(new PlaceCode("990200"));
                    assertThat(found.describe()).contains("990200", "答卷数", "1–4");
                });
        var other = row(3);
        assertThat(audit(row(0).sheets(100).build(), row(1).sheets(60).build(), few.build(), other.build()))
                .as("a second hidden part")
                .isEmpty();
    }

    @Test
    void a_place_less_its_shown_stages_gives_an_index_back() {
        AudienceResult whole =
                row(0).parents().sheets(150).index(shown("70.0", 150)).build();
        AudienceResult place =
                row(1).parents().sheets(150).index(shown("70.0", 150)).build();
        AudienceResult primary = row(1).stage(SchoolStage.PRIMARY)
                .sheets(60)
                .index(shown("80.0", 60))
                .build();
        AudienceResult junior = row(1).stage(SchoolStage.JUNIOR)
                .sheets(60)
                .index(shown("60.0", 60))
                .build();
        AudienceResult senior = row(1).stage(SchoolStage.SENIOR).sheets(25).build();
        assertThat(audit(whole, place, primary, junior, senior))
                .extracting(Exposure::kind)
                .containsOnly(Kind.INDEX);
        AudienceResult hidden = row(1).stage(SchoolStage.JUNIOR)
                .sheets(60)
                .index(withheld(Reason.COMPLEMENTARY))
                .build();
        assertThat(audit(whole, place, primary, hidden, senior)).isEmpty();
    }

    @Test
    void a_percentage_times_n_must_mean_ten_people() {
        assertThat(audit(row(0).sheets(100)
                        .item(item(
                                shown("70", 100),
                                shown("65", 100),
                                about(3),
                                atMost(12),
                                about(23),
                                about(42),
                                about(22)))
                        .build()))
                .anySatisfy(found -> assertThat(found.kind()).isEqualTo(Kind.FIGURE));
        assertThat(audit(row(0).sheets(1000)
                        .item(item(
                                shown("66.8", 1000),
                                shown("64", 1000),
                                about(5),
                                about(9),
                                about(22),
                                about(42),
                                about(22)))
                        .build()))
                .isEmpty();
    }

    /** Mean and distribution are two equations for the two small options: 8.9 % and less is a range of three people. */
    @Test
    void mean_and_distribution_together_give_small_options_back() {
        Share[] shares = {atMost(10), atMost(10), about(25), about(42), about(21)};
        AudienceResult exact = row(0).sheets(100)
                .item(item(shown("65.5", 100), shown("63", 100), shares))
                .build();
        assertThat(audit(exact)).extracting(Exposure::kind).containsOnly(Kind.ITEM);
        AudienceResult coarse = row(0).sheets(100)
                .item(item(shown("66", 100), shown("63", 100)))
                .build();
        assertThat(audit(coarse)).as("without the distribution").isEmpty();
    }

    @Test
    void the_whole_less_the_other_places_gives_a_withheld_item_back() {
        ItemResult item =
                item(shown("63", 300), shown("60", 300), about(10), about(10), about(20), about(40), about(20));
        ItemResult part =
                item(shown("63", 150), shown("60", 150), about(10), about(10), about(20), about(40), about(20));
        AudienceResult whole = row(0).people(3000).sheets(320).item(item).build();
        AudienceResult one = row(1).sheets(150).item(part).build();
        AudienceResult two = row(2).sheets(150).item(part).build();
        AudienceResult hidden =
                row(3).sheets(20).item(hiddenItem(Reason.INSUFFICIENT)).build();
        assertThat(audit(whole, one, two, hidden))
                .extracting(Exposure::kind)
                .contains(Kind.ITEM_TREE)
                .doesNotContain(Kind.ITEM);
        AudienceResult alsoHidden =
                row(2).sheets(150).item(hiddenItem(Reason.COMPLEMENTARY)).build();
        assertThat(audit(whole, one, alsoHidden, hidden)).isEmpty();
    }

    @Test
    void a_place_of_nearly_one_mind_gives_its_few_others_away_by_its_mean() {
        ItemResult item = item(
                shown("96.5", 40),
                new Estimate.Shown(
                        new BigDecimal("73"),
                        Optional.empty(),
                        40,
                        Optional.of(40L),
                        OptionalInt.of(40),
                        Optional.empty(),
                        "method",
                        Optional.empty(),
                        Bound.AT_LEAST),
                atMost(27),
                atMost(27),
                atMost(27),
                atMost(27),
                new Share(Bound.AT_LEAST, 73));
        assertThat(audit(row(0).sheets(40).item(item).build())).isNotEmpty();
    }

    @Test
    void the_rate_of_a_row_less_its_shown_items_gives_a_withheld_item_back() {
        ItemResult shown = item(shown("66", 100), shown("60", 100));
        ItemResult hidden = new ItemResult(
                "P02", withheld(Reason.INSUFFICIENT), withheld(Reason.INSUFFICIENT), Map.of(), Optional.empty());
        AudienceResult told = row(0).sheets(100)
                .satisfied(shown("65", 100))
                .item(shown)
                .item(hidden)
                .build();
        assertThat(audit(told)).extracting(Exposure::kind).containsOnly(Kind.ITEM_OF_RATE);
        assertThat(audit(row(0).sheets(100).item(shown).item(hidden).build())).isEmpty();
    }

    @Test
    void exact_numbers_beside_rounded_ones_are_refused() {
        assertThat(audit(row(0).sheets(100).index(shown("70.0", 100, 97, 95)).build()))
                .extracting(Exposure::kind)
                .containsOnly(Kind.FIGURE);
        assertThat(audit(row(0).sheets(100).index(shown("70.0", 100, 95, 98)).build()))
                .extracting(Exposure::kind)
                .containsOnly(Kind.FIGURE);
        BigDecimal rounded = BigDecimal.valueOf(10_000).divide(BigDecimal.valueOf(400), 1, RoundingMode.HALF_UP);
        assertThat(audit(row(0).sheets(100).rate(rounded.toString()).build())).isEmpty();
        assertThat(audit(row(0).sheets(100).rate("24.8").build()))
                .extracting(Exposure::cell)
                .containsExactly("回收率");
    }

    @Test
    void tables_that_contradict_each_other_are_not_taken_for_safe() {
        ItemResult impossible =
                item(shown("20", 100), shown("90", 100), about(20), about(20), about(20), about(20), about(20));
        assertThat(audit(row(0).sheets(100).item(impossible).build()))
                .singleElement()
                .satisfies(found -> assertThat(found.describe()).contains("互相矛盾"));
    }
}
