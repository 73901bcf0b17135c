package org.gongshi.survey.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongshi.survey.SurveyFixture.CLOCK;
import static org.gongshi.survey.SurveyFixture.EAST_PARENTS;
import static org.gongshi.survey.SurveyFixture.ROUND;
import static org.gongshi.survey.SurveyFixture.files;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.send;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.evaluation.sampling.Fraction;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.store.ClosedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Base weights of drawn schools reach the numbers beside the answers, although no label outlives the close. */
class SampledSchoolsTest {
    @TempDir
    Path folder;

    /** Two schools of one stratum were drawn. */
    private record Drawn(boolean readable) implements SurveyContent {
        @Override
        public LockedForms forms(RoundKey round) {
            return org.gongshi.survey.SurveyFixture.forms();
        }

        @Override
        public List<BaseWeight> baseWeights(RoundKey round) {
            if (!readable) {
                throw new RoundFault("survey-sample.json:0:0: error: faulty");
            }
            return List.of(weight("一小", Fraction.of(6, 1)), weight("二小", Fraction.of(61, 3)));
        }

        private static BaseWeight weight(String school, Fraction weight) {
            return new BaseWeight(
                    EAST_PARENTS.place(),
                    EAST_PARENTS.audience(),
                    EAST_PARENTS.stage(),
                    Optional.of(school),
                    40,
                    weight);
        }
    }

    @Test
    void every_answer_stands_beside_the_weight_of_its_school() {
        try (SurveyRound round = round(true)) {
            round.open();
            answers(round, "一小", 2);
            // Full width and blanks: the same school.
            answers(round, " 二小 ", 3);
            round.closeSurvey();

            List<SchoolWeight> weights = round.report().round().weights();
            assertThat(weights)
                    .extracting(SchoolWeight::weight)
                    .containsExactlyInAnyOrder(Fraction.of(6, 1), Fraction.of(61, 3));
            assertThat(clusters().stream().filter(each -> each == cluster(weights, Fraction.of(6, 1))))
                    .hasSize(2);
            assertThat(clusters().stream().filter(each -> each == cluster(weights, Fraction.of(61, 3))))
                    .hasSize(3);
        }
        // The sealed file of the round gives them back.
        RoundRecord kept = new RoundFile(
                        files(folder).folder().round(),
                        RowKey.read(files(folder).rowKey()))
                .read();
        assertThat(kept.weights()).hasSize(2);
        assertThat(kept.withoutSchools().weights()).isEmpty();
    }

    @Test
    void no_code_is_made_for_a_school_that_was_not_drawn() {
        try (SurveyRound round = round(true)) {
            assertThatThrownBy(() -> round.mint(new MintOrder(EAST_PARENTS, Optional.of("三小"), 1)))
                    .isInstanceOf(RoundFault.class)
                    .hasMessageContaining("三小");
            assertThatThrownBy(() -> round.mint(new MintOrder(EAST_PARENTS, Optional.empty(), 1)))
                    .isInstanceOf(RoundFault.class);
            assertThat(round.mint(new MintOrder(EAST_PARENTS, Optional.of("一小"), 1))
                            .codes())
                    .hasSize(1);
        }
    }

    @Test
    void a_faulty_record_stops_the_close_before_anything_is_destroyed() {
        try (SurveyRound round = round(false)) {
            round.open();
            assertThatThrownBy(round::closeSurvey).isInstanceOf(RoundFault.class);
            assertThat(round.state()).isEqualTo(RoundState.OPEN);
            assertThat(files(folder).pepper()).exists();
        }
    }

    private SurveyRound round(boolean readable) {
        return new SurveyRound(files(folder), Optional.of(ROUND), new Drawn(readable), CLOCK, new SecureRandom());
    }

    private static void answers(SurveyRound round, String school, int people) {
        round.mint(new MintOrder(EAST_PARENTS, Optional.of(school), people))
                .codes()
                .forEach(code -> send(round.intake(), parent(nonce(), code)));
    }

    private List<Integer> clusters() {
        List<Integer> clusters = new ArrayList<>();
        try (ClosedStore store = ClosedStore.open(
                files(folder).folder(), RowKey.read(files(folder).rowKey()))) {
            store.forEach((Response response) -> clusters.add(response.cluster()));
        }
        return clusters;
    }

    private static int cluster(List<SchoolWeight> weights, Fraction weight) {
        return weights.stream()
                .filter(each -> each.weight().equals(weight))
                .findFirst()
                .orElseThrow()
                .cluster();
    }
}
