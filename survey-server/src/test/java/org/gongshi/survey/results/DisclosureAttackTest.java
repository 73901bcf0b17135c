package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.results.Surveys.place;
import static org.gongshi.survey.results.Surveys.population;
import static org.gongshi.survey.results.Surveys.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gongshi.evaluation.disclosure.DisclosureAudit;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult.Mode;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.survey.response.Response;
import org.junit.jupiter.api.Test;

/** Hundreds of small rounds full of small cells: nobody is found, and with any protection left out somebody is. */
class DisclosureAttackTest {
    private static final int ROUNDS = 150;
    private static final int CONTROLS = 25;

    /** Few places, few items, few people; some places with less than ten, some nearly of one mind. */
    private static final class SmallRound {
        final List<Response> sheets = new ArrayList<>();
        final List<Population> populations = new ArrayList<>();
        final int places;
        final int items;

        SmallRound(long seed) {
            var random = new Random(seed);
            places = 2 + random.nextInt(4);
            items = 1 + random.nextInt(2);
            for (int place = 1; place <= places; place++) {
                int size = size(random, place);
                populations.add(population(
                        place(place), Audience.PUBLIC, null, 500 + random.nextInt(20_000), size + random.nextInt(9)));
                double mood = 1.5 + 4 * random.nextDouble();
                double spread = 0.3 + random.nextDouble();
                for (int person = 0; person < size; person++) {
                    int[] values = new int[items];
                    for (int item = 0; item < items; item++) {
                        values[item] = value(random, mood + spread * random.nextGaussian());
                    }
                    sheets.add(sheet(Audience.PUBLIC, place(place), null, 0, values));
                }
            }
        }

        private static int size(Random random, int place) {
            return switch (place == 1 ? 2 : random.nextInt(4)) {
                case 0 -> 1 + random.nextInt(9);
                case 1 -> 10 + random.nextInt(20);
                default -> 31 + random.nextInt(14);
            };
        }

        private static int value(Random random, double opinion) {
            int kind = random.nextInt(30);
            return kind == 0 ? 0 : kind == 1 ? 9 : (int) Math.max(1, Math.min(5, Math.round(opinion)));
        }

        /** As many as the published list of receipts is long, blank sheets apart. */
        long receipts() {
            return sheets.stream().filter(sheet -> !sheet.answers().isEmpty()).count();
        }

        ReleasedResults release(Protection protection) {
            var request = Surveys.request(
                    Surveys.plan(), places, List.of(Surveys.questionnaire(Audience.PUBLIC, items)), populations);
            Outcome outcome = new ResultsRelease(request, protection).run(sheets::forEach);
            assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(Outcome.Released.class);
            return ((Outcome.Released) outcome).results();
        }
    }

    @Test
    void nobody_is_found_by_writing_down_every_table_of_counts() {
        long tables = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            var round = new SmallRound(seed);
            var attacker = new CountAttacker(round.release(Protection.FULL), Optional.of(round.receipts()));
            assertThat(attacker.attack(Mode.PROBABILITY)).as("round %d", seed).isEmpty();
            tables += attacker.tables();
        }
        assertThat(tables).as("tables tried").isGreaterThan(100_000);
    }

    @Test
    void without_the_audit_somebody_is_found() {
        assertThat(givenAway(new Protection(Complement::close, true, false))).isGreaterThan(CONTROLS / 3);
    }

    @Test
    void without_complementary_suppression_somebody_is_found() {
        assertThat(givenAway(new Protection((complement, primary) -> primary, true, false)))
                .isGreaterThan(CONTROLS / 3);
    }

    @Test
    void without_bands_somebody_is_found() {
        assertThat(givenAway(new Protection(Complement::close, false, false))).isGreaterThan(CONTROLS / 2);
    }

    /** What the attacker finds the audit finds too: it is the gate for files that were not made here. */
    @Test
    void the_audit_refuses_every_round_in_which_the_attacker_finds_somebody() {
        for (int seed = 0; seed < CONTROLS; seed++) {
            ReleasedResults careless = new SmallRound(seed).release(new Protection(Complement::close, false, false));
            if (!new CountAttacker(careless).attack(Mode.PROBABILITY).isEmpty()) {
                assertThat(new DisclosureAudit(Surveys.plan()).of(Surveys.ORGANIZER, careless.results()))
                        .as("round %d", seed)
                        .isNotEmpty();
            }
        }
    }

    private static int givenAway(Protection protection) {
        int rounds = 0;
        for (int seed = 0; seed < CONTROLS; seed++) {
            ReleasedResults results = new SmallRound(seed).release(protection);
            rounds += new CountAttacker(results).attack(Mode.PROBABILITY).isEmpty() ? 0 : 1;
        }
        return rounds;
    }
}
