package org.gongshi.survey.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.command.SurveyFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityRulesTest {
    private final Questionnaire questionnaire = SurveyFixture.questionnaire(Audience.PARENT);
    private final SurveyPlan.Quality quality = new SurveyPlan.Quality(new BigDecimal("1.5"), 5);

    @ParameterizedTest
    @CsvSource({
        // six items at 1.5 seconds each: 9 seconds are enough, 8 are not
        "5 4 3 2 1 5, , 9, ''",
        "5 4 3 2 1 5, , 8, TOO_FAST",
        // three answered: 4.5 seconds
        "5 4 3, , 5, ''",
        "5 4 3, , 4, TOO_FAST",
        // an unknown time is no fast time; nothing answered needs no time
        "5 4 3 2 1 5, , , ''",
        "'', , 0, ''",
        // four alike are too few to say anything, five are a line, also a line of 不了解
        "5 5 5 5, , 60, ''",
        "5 5 5 5 5, , 60, STRAIGHT_LINE",
        "9 9 9 9 9 9, , 60, STRAIGHT_LINE",
        "5 5 5 5 5 4, , 60, ''",
        // the check asks for 3; unanswered is not wrong
        "5 4, 3, 60, ''",
        "5 4, 5, 60, FAILED_CHECK",
        "5 5 5 5 5 5, 5, 1, TOO_FAST STRAIGHT_LINE FAILED_CHECK",
    })
    void flags_follow_the_thresholds_of_the_plan(String ratings, Integer check, Integer seconds, String expected) {
        Map<String, Answer> answers = new HashMap<>();
        String[] values = ratings.isEmpty() ? new String[0] : ratings.split(" ");
        for (int i = 0; i < values.length; i++) {
            answers.put("P0" + (i + 1), new Answer.Chosen(Integer.parseInt(values[i])));
        }
        if (check != null) {
            answers.put("P90", new Answer.Chosen(check));
        }
        OptionalInt taken = seconds == null ? OptionalInt.empty() : OptionalInt.of(seconds);
        Set<QualityFlag> flags = QualityRules.flags(quality, questionnaire, answers, taken);
        assertThat(flags.stream().map(Enum::name)).containsExactlyInAnyOrder(names(expected));
    }

    /** Ten answers of one to five; the standard deviation of five ones and five fives is 2.108. */
    @ParameterizedTest
    @CsvSource({
        "1 5 1 5 1 5 1 5 1 5, 2.10, SCATTERED",
        "1 5 1 5 1 5 1 5 1 5, 2.11, ''",
        // all ranks alike often: exactly √(20/9) = 1.4907
        "1 2 3 4 5 1 2 3 4 5, 1.49, SCATTERED",
        "1 2 3 4 5 1 2 3 4 5, 1.50, ''",
        // nine answers say too little, and 不了解 is none
        "1 5 1 5 1 5 1 5 1, 1.25, ''",
        "1 5 1 5 1 5 1 5 1 9, 1.25, ''",
        "4 4 5 4 3 4 5 4 4 2, 1.25, ''",
    })
    void answers_by_chance_are_scattered(String ratings, BigDecimal limit, String expected) {
        var watched = new SurveyPlan.Quality(BigDecimal.ZERO, 12, Optional.empty(), Optional.of(limit));
        Questionnaire ten = new SurveyFolder(Path.of("../content/demo"))
                .forms(new RoundKey(new EvaluationYear(2025), new PlaceCode("990000")))
                .questionnaires()
                .get(Audience.PARENT);
        Map<String, Answer> answers = new HashMap<>();
        String[] values = ratings.split(" ");
        for (int i = 0; i < values.length; i++) {
            answers.put(ten.items().get(i).code(), new Answer.Chosen(Integer.parseInt(values[i])));
        }
        assertThat(QualityRules.flags(watched, ten, answers, OptionalInt.empty()).stream()
                        .map(Enum::name))
                .containsExactlyInAnyOrder(names(expected));
    }

    private static String[] names(String expected) {
        return expected.isEmpty() ? new String[0] : expected.split(" ");
    }
}
