package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gongshi.survey.results.Surveys.place;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Stratum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the round computes from counts is what a plain recount of the rows gives: weights, means, standard errors. */
class RecountTest {

    static Sample sample(Fieldbook book) {
        Tally tally = new Tally(book.plan, book.questionnaires, Surveys.places(Fieldbook.PLACES));
        book.sheets.forEach(tally::add);
        Map<Stratum, Population> populations = new TreeMap<>();
        book.populations.forEach(row -> populations.put(new Stratum(row.place(), row.audience(), row.stage()), row));
        Findings findings = new Findings();
        Location file = Location.of("survey-plan.yaml");
        return new Weighting(book.plan, book.questionnaires, book.baseWeights, Deviations.NONE, file, file, findings)
                .sample(tally.counted(Mode.CODE), populations)
                .orElseThrow(() -> new AssertionError(findings.sorted()));
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void raked_means_and_standard_errors(Audience audience) {
        for (int seed = 0; seed < 4; seed++) {
            var book = new Fieldbook(seed);
            Recount recount = book.recount();
            Sample sample = sample(book);
            for (int number = 0; number <= Fieldbook.PLACES; number++) {
                Optional<String> place = number == 0 ? Optional.empty() : Optional.of(place(number) + " ");
                Predicate<Recount.Row> rows = row -> row.audience() == audience
                        && place.map(row.stratum()::startsWith).orElse(true);
                Predicate<Stratum> strata =
                        stratum -> place.map((stratum.place() + " ")::equals).orElse(true);
                Figure index = new Part(sample, book.questionnaires.get(audience), book.plan, strata).index();
                double mean = recount.mean(rows);
                assertThat(index.value().orElseThrow()).isCloseTo(mean, within(1e-7));
                assertThat(index.cv().orElseThrow() * mean).isCloseTo(recount.se(rows), within(1e-7));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void the_released_index_is_the_recount_rounded(int seed) {
        var book = new Fieldbook(seed);
        Recount recount = book.recount();
        Outcome outcome = ResultsRelease.of(book.request(), book.sheets::forEach);
        assertThat(outcome).as(outcome.findings().toString()).isInstanceOf(Outcome.Released.class);
        ReleasedResults results = ((Outcome.Released) outcome).results();
        int compared = 0;
        for (AudienceResult row : results.results()) {
            if (row.stage().isEmpty() && row.index() instanceof Estimate.Shown shown) {
                boolean whole = row.place().equals(Surveys.ORGANIZER);
                double mean = recount.mean(each -> each.audience() == row.audience()
                        && (whole || each.stratum().startsWith(row.place().value())));
                assertThat(shown.value())
                        .isEqualByComparingTo(BigDecimal.valueOf(mean).setScale(1, RoundingMode.HALF_UP));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(9);
    }
}
