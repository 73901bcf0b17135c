package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.results.Surveys.place;
import static org.gongshi.survey.results.Surveys.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally(
            Surveys.plan(), Map.of(Audience.PARENT, Surveys.questionnaire(Audience.PARENT, 4)), Surveys.places(2));

    private void add(int school, int... values) {
        tally.add(sheet(Audience.PARENT, place(1), SchoolStage.PRIMARY, school, values));
    }

    private List<Cell> cells() {
        return tally.cells(Audience.PARENT, Mode.CODE)
                .getOrDefault(new Stratum(place(1), Audience.PARENT, Optional.of(SchoolStage.PRIMARY)), List.of());
    }

    @Test
    void every_option_and_not_knowing_is_counted_by_school() {
        add(7, 5, 4, 9, 0);
        add(7, 5, 5, 1, 1);
        add(8, 3, 0, 0, 9);
        assertThat(cells()).hasSize(2);
        Cell small = cells().get(0);
        Cell large = cells().get(1);
        assertThat(small.sheets()).isEqualTo(1);
        assertThat(large.sheets()).isEqualTo(2);
        assertThat(large.count(0, 0)).as("item 1, 非常满意").isEqualTo(2);
        assertThat(large.count(2, 5)).as("item 3, 不了解").isEqualTo(1);
        assertThat(large.count(3, 4)).as("item 4, 很不满意").isEqualTo(1);
        assertThat(large.answers()).isEqualTo(Map.of(new AnswerCount(2, 2), 1, new AnswerCount(4, 2), 1));
    }

    @Test
    void an_index_needs_half_of_the_items() {
        add(7, 5, 4, 9, 0);
        add(8, 5, 9, 9, 0);
        assertThat(cells().stream().map(Cell::indices)).containsExactlyInAnyOrder(Map.of(87.5, 1), Map.of());
    }

    @Test
    void a_sheet_without_any_answer_counts_nowhere() {
        add(7, 0, 0, 0, 0);
        assertThat(cells()).isEmpty();
        assertThat(tally.blank()).isEqualTo(1);
    }

    @Test
    void what_no_form_can_have_sent_is_set_apart() {
        add(7, 6, 0, 0, 0);
        add(0, 5, 5, 5, 5);
        tally.add(sheet(Audience.PARENT, place(1), null, 7, 5, 5, 5, 5));
        tally.add(sheet(Audience.PARENT, place(3), SchoolStage.PRIMARY, 7, 5, 5, 5, 5));
        tally.add(sheet(Audience.STUDENT, place(1), SchoolStage.PRIMARY, 7, 5, 5, 5, 5));
        assertThat(tally.foreign()).isEqualTo(5);
        assertThat(cells()).isEmpty();
    }

    @Test
    void volunteers_are_kept_apart_and_without_school_or_stage() {
        Response volunteer =
                sheet(Audience.PARENT, place(1), Optional.of(SchoolStage.JUNIOR), Mode.OPEN_LINK, 0, 5, 5, 5, 5);
        tally.add(volunteer);
        add(7, 1, 1, 1, 1);
        assertThat(tally.cells(Audience.PARENT, Mode.OPEN_LINK))
                .containsOnlyKeys(new Stratum(place(1), Audience.PARENT, Optional.empty()));
        assertThat(cells()).hasSize(1);
    }
}
