package org.gongshi.survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.SurveyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseRulesTest {
    private static final Answer FIVE = new Answer.Chosen(5);
    private final Questionnaire questionnaire = SurveyFixture.questionnaire(Audience.PARENT);

    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of(Map.of()),
                Arguments.of(Map.of("P01", FIVE, "P06", new Answer.Chosen(9))),
                Arguments.of(Map.of("P90", new Answer.Chosen(3), "P91", new Answer.Chosen(1))),
                Arguments.of(Map.of("P92", new Answer.Picked(List.of()))),
                Arguments.of(Map.of("P92", new Answer.Picked(List.of("P06", "P01")))));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("P07", FIVE),
                Arguments.of("P01", new Answer.Chosen(6)),
                Arguments.of("P01", new Answer.Chosen(-1)),
                Arguments.of("P01", new Answer.Picked(List.of("P02"))),
                Arguments.of("P90", new Answer.Chosen(7)),
                Arguments.of("P91", new Answer.Chosen(9)),
                Arguments.of("P92", FIVE),
                Arguments.of("P92", new Answer.Picked(List.of("P01", "P02", "P03"))),
                Arguments.of("P92", new Answer.Picked(List.of("P90"))),
                Arguments.of("P93", FIVE));
    }

    @ParameterizedTest
    @MethodSource("right")
    void what_the_questionnaire_offers_is_taken(Map<String, Answer> answers) {
        assertThat(ResponseRules.check(questionnaire, answers, Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_it_does_not_offer_is_a_fault_at_its_field(String code, Answer answer) {
        assertThat(ResponseRules.check(questionnaire, Map.of(code, answer), Optional.empty()))
                .extracting(FieldFault::field)
                .containsExactly(code);
    }

    @Test
    void all_faults_come_at_once() {
        Map<String, Answer> answers = new HashMap<>(Map.of("P01", new Answer.Chosen(8), "P92", FIVE, "P02", FIVE));
        answers.put("X", FIVE);
        assertThat(ResponseRules.check(questionnaire, answers, Optional.of("字".repeat(21))))
                .extracting(FieldFault::field)
                .containsExactly("P01", "P92", "X", "P93");
    }

    @Test
    void a_remark_is_measured_in_characters_not_in_halves() {
        assertThat(ResponseRules.check(questionnaire, Map.of(), Optional.of("𠮷".repeat(20))))
                .isEmpty();
        assertThat(ResponseRules.check(questionnaire, Map.of(), Optional.of("𠮷".repeat(21))))
                .hasSize(1);
    }

    @Test
    void a_hostile_field_name_is_cut_short_and_has_no_control_characters() {
        String name = "\u0007<script>" + "𠮷".repeat(500);
        FieldFault fault = ResponseRules.check(questionnaire, Map.of(name, FIVE), Optional.empty())
                .get(0);
        assertThat(fault.field()).doesNotContain("\u0007");
        assertThat(fault.field().codePointCount(0, fault.field().length())).isEqualTo(40);
    }
}
