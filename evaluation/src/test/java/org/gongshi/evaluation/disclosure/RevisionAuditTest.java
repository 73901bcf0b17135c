package org.gongshi.evaluation.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Share;
import org.junit.jupiter.api.Test;

/** The difference of two versions is a table: a handful of people must not stand in it. */
class RevisionAuditTest {
    private static final ReleasedResults FIRST = release(1, row(100, "70.5", 23));

    private static ReleasedResults release(int plan, AudienceResult... rows) {
        return new ReleasedResults(
                new RoundKey(new EvaluationYear(2025), new PlaceCode("990000")),
                Digest.of(new byte[] {(byte) plan}),
                Map.of(),
                "method/1",
                LocalDate.of(2025, 3, 1),
                LocalDate.of(2025, 3, 28),
                LocalDate.of(2025, 4, 1),
                List.of("甲", "乙"),
                List.of(rows));
    }

    private static AudienceResult row(long n, String index, int share) {
        Estimate figure = new Estimate.Shown(
                new BigDecimal(index),
                Optional.empty(),
                n,
                Optional.of(n),
                OptionalInt.of(95),
                Optional.empty(),
                "m",
                Optional.empty());
        return row(Optional.of(n), figure, share);
    }

    private static AudienceResult row(Optional<Long> sheets, Estimate figure, int share) {
        var item =
                new ItemResult("P01", figure, figure, Map.of(5, new Share(Share.Bound.ABOUT, share)), Optional.empty());
        return new AudienceResult(
                new PlaceCode("990100"),
                Audience.PUBLIC,
                Optional.empty(),
                AudienceResult.Mode.PROBABILITY,
                5000,
                200,
                sheets,
                Optional.empty(),
                figure,
                figure,
                List.of(item));
    }

    private static List<Finding> against(ReleasedResults later) {
        return RevisionAudit.of(FIRST, later, Location.of("2025/990000/results.json"));
    }

    @Test
    void the_same_figures_or_those_of_ten_people_more_or_less_pass() {
        assertThat(against(FIRST)).isEmpty();
        assertThat(against(release(1, row(115, "71.3", 25)))).isEmpty();
        assertThat(against(release(1, row(80, "68.0", 20)))).isEmpty();
    }

    @Test
    void a_handful_of_people_more_or_less_is_named_with_its_cells() {
        for (long n : new long[] {95, 105, 90, 110}) {
            assertThat(against(release(1, row(n, "70.9", 24))))
                    .as("n %d", n)
                    .extracting(Finding::message)
                    .anySatisfy(text -> assertThat(text).contains("990100", "答卷数", "相差"))
                    .anySatisfy(text -> assertThat(text).contains("指数"));
        }
    }

    @Test
    void a_figure_that_changed_without_a_public_cause_is_refused_and_with_one_is_not() {
        assertThat(against(release(1, row(100, "70.6", 23)))).isNotEmpty();
        assertThat(against(release(1, row(100, "70.5", 24))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("P01 分布"));
        assertThat(against(release(2, row(100, "70.6", 24)))).as("another plan").isEmpty();
    }

    @Test
    void what_one_version_withholds_the_other_must_not_show() {
        Estimate withheld = new Estimate.Withheld(Estimate.Reason.COMPLEMENTARY);
        assertThat(against(release(1, row(Optional.empty(), withheld, 23)))).isNotEmpty();
        assertThat(against(release(1)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("没有了"));
        assertThat(RevisionAudit.of(release(1), FIRST, Location.of("results.json")))
                .hasSize(1);
    }

    private static final PlaceCode WHOLE = new PlaceCode("990000");

    /** Two places are hidden, two shown; {@code index} empty: withheld. */
    private static AudienceResult placed(String place, long people, long sheets, String index) {
        Estimate figure = index.isEmpty()
                ? new Estimate.Withheld(Estimate.Reason.COMPLEMENTARY)
                : new Estimate.Shown(
                        new BigDecimal(index),
                        Optional.empty(),
                        sheets,
                        Optional.of(sheets),
                        OptionalInt.of(40),
                        Optional.empty(),
                        "m",
                        Optional.empty());
        return new AudienceResult(
                new PlaceCode(place),
                Audience.PUBLIC,
                Optional.empty(),
                AudienceResult.Mode.PROBABILITY,
                people,
                800,
                sheets == 0 ? Optional.empty() : Optional.of(sheets),
                Optional.empty(),
                figure,
                new Estimate.Withheld(Estimate.Reason.COMPLEMENTARY),
                List.of());
    }

    /** Places hidden think 40 and 80, the shown 70 and 70; the whole is their mean by people, as published. */
    private static ReleasedResults weighted(long first, long second) {
        double whole = (40.0 * first + 80.0 * second + 70 * 2000) / (first + second + 2000);
        return release(
                1,
                placed(
                        WHOLE.value(),
                        first + second + 2000,
                        230,
                        BigDecimal.valueOf(whole)
                                .setScale(1, java.math.RoundingMode.HALF_UP)
                                .toPlainString()),
                placed("990100", first, 45, ""),
                placed("990200", second, 45, ""),
                placed("990300", 1000, 70, "70.0"),
                placed("990400", 1000, 70, "70.0"));
    }

    /** The same answers under other populations: two equations for two hidden places, each of which is open by itself. */
    @Test
    void a_corrected_population_does_not_give_two_hidden_places_away() {
        ReleasedResults before = weighted(1000, 1000);
        ReleasedResults after = weighted(9000, 1000);
        // By hand: 40 + 80 = 4 × 65.0 − 140, 9 × 40 + 80 = 12 × 48.3 − 140 (rounded): 8 × the first is 320.
        assertThat(RevisionAudit.of(before, after, Location.of("results.json")))
                .extracting(Finding::message)
                .anySatisfy(text -> assertThat(text).contains("990100", "指数", "两个版本合并推出为 40–40"))
                .anySatisfy(text -> assertThat(text).contains("990200", "指数", "80"));
        assertThat(RevisionAudit.of(before, weighted(1500, 1500), Location.of("results.json")))
                .as("both grew alike: the two equations are one")
                .isEmpty();
    }

    /** Each version leaves a hidden place eleven numbers of sheets; the two roundings together leave fewer. */
    @Test
    void two_roundings_of_one_hidden_number_are_read_together() {
        ReleasedResults before = counted(200, 100, 80);
        ReleasedResults after = counted(220, 115, 80);
        assertThat(RevisionAudit.of(before, after, Location.of("results.json")))
                .extracting(Finding::message)
                .anySatisfy(text -> assertThat(text).contains("990100", "答卷数", "合并推出"));
        assertThat(RevisionAudit.of(before, counted(220, 120, 80), Location.of("results.json")))
                .extracting(Finding::message)
                .noneSatisfy(text -> assertThat(text).contains("合并推出"));
    }

    private static ReleasedResults counted(long whole, long one, long other) {
        return release(
                1,
                placed(WHOLE.value(), 3000, whole, ""),
                placed("990100", 1000, 0, ""),
                placed("990200", 1000, one, ""),
                placed("990300", 1000, other, ""));
    }
}
