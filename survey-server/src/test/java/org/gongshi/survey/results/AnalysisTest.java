package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gongshi.survey.results.Surveys.place;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.CompositePlan;
import org.gongshi.evaluation.satisfaction.CompositeResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Ranking;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Sensitivity;
import org.gongshi.evaluation.statistics.CompositeEstimate;
import org.gongshi.evaluation.statistics.DfRule;
import org.gongshi.evaluation.statistics.Precision;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private static ReleasedResults released(Fieldbook book) {
        Outcome outcome = ResultsRelease.of(book.request(), book.sheets::forEach);
        assertThat(outcome).as(outcome.findings().toString()).isInstanceOf(Outcome.Released.class);
        return ((Outcome.Released) outcome).results();
    }

    private static Estimate.Shown shown(Estimate estimate) {
        assertThat(estimate).isInstanceOf(Estimate.Shown.class);
        return (Estimate.Shown) estimate;
    }

    @Test
    void a_composite_is_recomputed_from_the_released_indices() {
        var book = new Fieldbook(21);
        ReleasedResults results = released(book);
        Map<Audience, BigDecimal> weights = book.plan.composite().orElseThrow().weights();
        assertThat(results.analysis().composites()).hasSize(Fieldbook.PLACES + 1);
        assertThat(results.analysis().composites().stream()
                        .filter(composite -> composite.index() instanceof Estimate.Shown))
                .hasSizeGreaterThan(1);
        for (CompositeResult composite : results.analysis().composites()) {
            boolean complete = java.util.Arrays.stream(Audience.values())
                    .allMatch(audience -> results.find(composite.place(), audience)
                            .filter(row -> row.index() instanceof Estimate.Shown)
                            .isPresent());
            assertThat(composite.index() instanceof Estimate.Shown).isEqualTo(complete);
            if (!complete) {
                continue;
            }
            Estimate.Shown index = shown(composite.index());
            BigDecimal sum = BigDecimal.ZERO;
            for (Audience audience : Audience.values()) {
                sum = sum.add(weights.get(audience)
                        .multiply(shown(results.find(composite.place(), audience)
                                        .orElseThrow()
                                        .index())
                                .value()));
            }
            assertThat(index.value()).isEqualByComparingTo(sum.setScale(1, RoundingMode.HALF_UP));
            assertThat(index.interval()).isPresent();
            assertThat(index.quality()).isPresent();
        }
    }

    /** Parents and students of one school think alike: without the covariance the interval would be too narrow. */
    @Test
    void the_error_of_a_composite_has_the_covariance_of_shared_schools() {
        var book = new Fieldbook(22);
        Recount recount = book.recount();
        IndexSample indices = new IndexSample(RecountTest.sample(book));
        Map<Audience, Double> weights = new EnumMap<>(Audience.class);
        book.plan
                .composite()
                .orElseThrow()
                .weights()
                .forEach((audience, weight) -> weights.put(audience, weight.doubleValue()));
        Map<Predicate<Recount.Row>, Double> parts = new HashMap<>();
        List<CompositeEstimate.Component> components = new java.util.ArrayList<>();
        double alone = 0;
        for (Audience audience : Audience.values()) {
            Predicate<Recount.Row> own =
                    row -> row.audience() == audience && row.stratum().startsWith(place(1).value());
            parts.put(own, weights.get(audience));
            alone += Math.pow(weights.get(audience) * recount.se(own), 2);
            components.add(new CompositeEstimate.Component(
                    indices.answers(), indices.domain(audience, Optional.of(place(1))), weights.get(audience)));
        }
        CompositeEstimate estimate = CompositeEstimate.of(
                indices.sample().design(),
                components,
                CompositeEstimate.OnMissing.NO_VALUE,
                new Precision(0.95, DfRule.DOMAIN));
        assertThat(estimate.se().orElseThrow()).isCloseTo(recount.seOfSum(parts), within(1e-7));
        assertThat(estimate.se().orElseThrow()).isGreaterThan(1.1 * Math.sqrt(alone));
    }

    @Test
    void where_an_audience_is_withheld_the_composite_follows_the_plan() {
        for (CompositePlan.Missing missing : CompositePlan.Missing.values()) {
            var book = new Fieldbook(23);
            PlaceCode place = place(4);
            // Twelve of the public are left: too few for an index.
            int[] left = {12};
            book.sheets.removeIf(sheet ->
                    sheet.audience() == Audience.PUBLIC && sheet.place().equals(place) && --left[0] < 0);
            ReleaseRequest request = book.request();
            CompositePlan plan =
                    new CompositePlan(book.plan.composite().orElseThrow().weights(), missing);
            var changed = new ReleaseRequest(
                    request.round(),
                    request.places(),
                    Surveys.with(
                            book.plan,
                            new org.gongshi.evaluation.satisfaction.WeightingPlan(
                                    Optional.empty(), List.of(), java.util.Set.of()),
                            Optional.of(plan)),
                    request.questionnaires(),
                    request.populations(),
                    request.opened(),
                    request.closed(),
                    request.released(),
                    request.releasedBy(),
                    request.baseWeights());
            // Profile questions without a margin are no matter of the release.
            Outcome outcome = ResultsRelease.of(changed, book.sheets::forEach);
            ReleasedResults results = ((Outcome.Released) outcome).results();
            CompositeResult composite = results.analysis().composite(place).orElseThrow();
            if (missing == CompositePlan.Missing.WITHHOLD) {
                assertThat(composite.index()).isEqualTo(new Estimate.Withheld(Estimate.Reason.INSUFFICIENT));
                assertThat(composite.audiences()).isEmpty();
            } else {
                assertThat(composite.audiences()).containsExactlyInAnyOrder(Audience.PARENT, Audience.STUDENT);
                BigDecimal parents = shown(results.find(place, Audience.PARENT)
                                .orElseThrow()
                                .index())
                        .value();
                BigDecimal students = shown(results.find(place, Audience.STUDENT)
                                .orElseThrow()
                                .index())
                        .value();
                assertThat(shown(composite.index()).value())
                        .isEqualByComparingTo(new BigDecimal("0.45")
                                .multiply(parents)
                                .add(new BigDecimal("0.25").multiply(students))
                                .divide(new BigDecimal("0.70"), 1, RoundingMode.HALF_UP));
            }
        }
    }

    @Test
    void the_second_figure_leaves_out_nobody_or_ten() {
        int silent = 0;
        int told = 0;
        for (int seed = 30; seed < 34; seed++) {
            var book = new Fieldbook(seed);
            for (AudienceResult row : released(book).results()) {
                boolean headline = row.stage().isEmpty() && row.index() instanceof Estimate.Shown;
                assertThat(row.sensitivity().isPresent()).isEqualTo(headline);
                if (!headline || row.place().equals(Surveys.ORGANIZER)) {
                    continue;
                }
                long doubted = book.sheets.stream()
                        .filter(sheet -> sheet.audience() == row.audience()
                                && sheet.place().equals(row.place())
                                && !sheet.flags().isEmpty()
                                && sheet.answers().keySet().stream()
                                                .filter(code -> code.startsWith("P")
                                                        && sheet.chosen(code).orElseThrow() != 9)
                                                .count()
                                        >= 2)
                        .count();
                Sensitivity lines = row.sensitivity().orElseThrow();
                assertThat(lines.withoutDoubted().isPresent()).isEqualTo(doubted == 0 || doubted >= 10);
                silent += lines.doubted().isEmpty() ? 1 : 0;
                told += lines.doubted().isPresent() ? 1 : 0;
            }
        }
        assertThat(silent).isPositive();
        assertThat(told).isPositive();
    }

    /** A stage that is hidden must not be solved for from two totals. */
    @Test
    void no_unweighted_line_above_a_hidden_part() {
        var book = new Fieldbook(24);
        ReleasedResults results = released(book);
        AudienceResult place = results.find(place(2), Audience.PARENT).orElseThrow();
        assertThat(results.results())
                .as("the one senior school of place 2 is too few schools")
                .anyMatch(row -> row.place().equals(place(2))
                        && row.audience() == Audience.PARENT
                        && row.stage().isPresent()
                        && row.index() instanceof Estimate.Withheld);
        assertThat(place.sensitivity().orElseThrow().unweighted()).isEmpty();
        assertThat(results.find(Surveys.ORGANIZER, Audience.PARENT)
                        .flatMap(AudienceResult::sensitivity)
                        .orElseThrow()
                        .unweighted())
                .isEmpty();
        assertThat(results.find(Surveys.ORGANIZER, Audience.PUBLIC)
                        .flatMap(AudienceResult::sensitivity)
                        .orElseThrow()
                        .unweighted())
                .isPresent();
    }

    @Test
    void bands_follow_from_the_pairs_and_never_say_a_rank_that_the_data_do_not() {
        var book = new Fieldbook(25);
        ReleasedResults results = released(book);
        assertThat(results.analysis().rankings()).hasSize(4);
        for (Ranking ranking : results.analysis().rankings()) {
            int units = ranking.bands().size();
            assertThat(ranking.pairs()).hasSize(units * (units - 1) / 2);
            for (Ranking.Band band : ranking.bands()) {
                long above = ranking.pairs().stream()
                        .filter(pair -> pair.distinct()
                                && (pair.b().equals(band.place())
                                                && pair.difference().signum() > 0
                                        || pair.a().equals(band.place())
                                                && pair.difference().signum() < 0))
                        .count();
                assertThat(band.best()).isEqualTo(1 + above);
            }
        }
        assertThat(results.analysis().reliability())
                .hasSize(3)
                .allSatisfy(scale -> assertThat(scale.alpha()).isPresent());
        assertThat(results.analysis().weights())
                .hasSize(3)
                .allSatisfy(weights -> assertThat(weights.kishDeff()).isGreaterThanOrEqualTo(BigDecimal.ONE));
    }
}
