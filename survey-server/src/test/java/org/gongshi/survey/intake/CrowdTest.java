package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.QualityFlag;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final SurveyPlan.Quality WATCHED =
            new SurveyPlan.Quality(BigDecimal.ONE, 5, Optional.of(new SurveyPlan.Crowd(3, 10, 3)), Optional.empty());

    private final AtomicLong nanos = new AtomicLong();
    private final Crowd crowd = new Crowd(new Random(7), nanos::get);

    @Test
    void more_than_so_many_sheets_within_the_window_are_a_burst() {
        for (int sheet = 0; sheet < 3; sheet++) {
            assertThat(comes(Mode.OPEN_LINK, 0, Optional.empty())).isEmpty();
            seconds(1);
        }
        assertThat(comes(Mode.OPEN_LINK, 0, Optional.empty())).containsExactly(QualityFlag.BURST);
        assertThat(comes(Mode.OPEN_LINK, 1, Optional.empty())).as("elsewhere").isEmpty();
        assertThat(comes(Mode.SCHOOL_CODE, 0, Optional.empty()))
                .as("another way")
                .isEmpty();
        seconds(11);
        assertThat(comes(Mode.OPEN_LINK, 0, Optional.empty())).isEmpty();
    }

    @Test
    void a_class_that_answers_together_and_a_pile_of_paper_are_no_burst() {
        for (int sheet = 0; sheet < 45; sheet++) {
            assertThat(comes(Mode.ROOM, 5, Optional.empty())).isEmpty();
            assertThat(comes(Mode.PAPER, 5, Optional.empty())).isEmpty();
        }
    }

    @Test
    void the_third_sheet_with_the_same_answers_is_called_identical_however_late_it_comes() {
        for (int sheet = 0; sheet < 2; sheet++) {
            assertThat(comes(Mode.CODE, 5, Optional.of("[5, 4, 3]"))).isEmpty();
            seconds(3600);
        }
        assertThat(comes(Mode.CODE, 5, Optional.of("[5, 4, 3]"))).containsExactly(QualityFlag.IDENTICAL);
        assertThat(comes(Mode.CODE, 5, Optional.of("[5, 4, 4]"))).isEmpty();
        assertThat(comes(Mode.CODE, 6, Optional.of("[5, 4, 3]")))
                .as("another school")
                .isEmpty();
    }

    @Test
    void a_plan_without_thresholds_raises_no_doubt() {
        var silent = new SurveyPlan.Quality(BigDecimal.ONE, 5);
        for (int sheet = 0; sheet < 100; sheet++) {
            assertThat(crowd.flags(silent, origin(Mode.CODE, 1), Optional.of("[1, 2]")))
                    .isEmpty();
        }
    }

    private java.util.Set<QualityFlag> comes(Mode mode, int cluster, Optional<String> vector) {
        return crowd.flags(WATCHED, origin(mode, cluster), vector);
    }

    private static Crowd.Origin origin(Mode mode, int cluster) {
        return new Crowd.Origin(SurveyFixture.EAST_PARENTS, mode, cluster);
    }

    private void seconds(int seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void nothing_that_it_remembers_can_be_read() {
        comes(Mode.CODE, 5, Optional.of("[5, 4, 3]"));
        assertThat(List.of(crowd.toString())).noneMatch(text -> text.contains("5, 4, 3"));
    }
}
