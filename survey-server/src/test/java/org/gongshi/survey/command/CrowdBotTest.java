package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.ClosedStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that pays for every form of the open link and says it took as long as a person (定时机器人), against the plan of the
 * demonstration. What it costs and how it is slowed stands in {@code OpenLinkTest}; here is what is seen of it afterwards. Nothing that
 * it sends is deleted, and none of it comes near the probability sample.
 */
class CrowdBotTest {
    private static final Path CONTENT = Path.of("../content/demo");
    private static final PlaceCode PLACE = new PlaceCode("990100");
    private static final RoundKey ROUND = new RoundKey(new EvaluationYear(2025), new PlaceCode("990000"));
    private static final int SHEETS = 80;

    @TempDir
    Path folder;

    private final Random chance = new Random(20250303);
    private SurveyFolder content;
    private LockedForms forms;

    @BeforeEach
    void read() {
        content = new SurveyFolder(CONTENT);
        forms = content.forms(ROUND);
    }

    @Test
    void the_same_answers_again_and_again_are_identical_from_the_fifth_on() {
        Map<String, Answer> always = answers();
        List<Response> kept = sent(12, () -> always);
        assertThat(kept).hasSize(12);
        assertThat(flagged(kept, QualityFlag.IDENTICAL)).isEqualTo(12 - 4);
        assertThat(flagged(kept, QualityFlag.BURST)).isZero();
    }

    @Test
    void other_answers_every_time_are_a_burst_when_they_come_fast() {
        List<Response> kept = sent(SHEETS, this::answers);
        int most = forms.plan().quality().crowd().orElseThrow().burstSheets();
        assertThat(kept).as("a flag never deletes").hasSize(SHEETS);
        assertThat(flagged(kept, QualityFlag.BURST)).isEqualTo(SHEETS - most);
        assertThat(flagged(kept, QualityFlag.IDENTICAL)).isZero();
        // Neither its timing nor its answers give it away: this is what flags on single sheets cannot catch.
        assertThat(flagged(kept, QualityFlag.TOO_FAST)).isZero();
        assertThat(flagged(kept, QualityFlag.STRAIGHT_LINE)).isZero();
    }

    /** Timing cannot give it away, nor repetition: answers by chance do. */
    @Test
    void answers_by_chance_are_seen_however_patiently_they_come() {
        List<Response> kept = sent(40, this::answers);
        assertThat(flagged(kept, QualityFlag.BURST)).isZero();
        assertThat(flagged(kept, QualityFlag.IDENTICAL)).isZero();
        assertThat(flagged(kept, QualityFlag.SCATTERED)).isGreaterThanOrEqualTo(32);
    }

    @Test
    void people_who_come_now_and_then_with_answers_of_their_own_are_not_flagged() {
        List<Response> kept = sent(40, this::opinions);
        assertThat(kept).allMatch(sheet -> sheet.flags().isEmpty());
    }

    @Test
    void what_comes_by_the_open_link_stays_apart_from_the_sample() {
        assertThat(sent(SHEETS, this::answers)).noneMatch(sheet -> sheet.mode().isOfTheSample());
    }

    private interface Vector {
        Map<String, Answer> make();
    }

    private List<Response> sent(int sheets, Vector vector) {
        var files = SurveyFixture.files(folder);
        Questionnaire questionnaire = forms.questionnaires().get(Audience.PUBLIC);
        try (SurveyRound round =
                new SurveyRound(files, Optional.of(ROUND), content, SurveyFixture.CLOCK, new SecureRandom())) {
            round.open();
            for (int sheet = 0; sheet < sheets; sheet++) {
                var submission = new Submission(
                        Audience.PUBLIC,
                        SurveyFixture.nonce(),
                        Optional.empty(),
                        Optional.of(PLACE),
                        Optional.empty(),
                        questionnaire.digest(),
                        vector.make(),
                        Optional.empty(),
                        OptionalInt.of(150 + chance.nextInt(200)));
                assertThat(SurveyFixture.send(round.intake(), submission)).isInstanceOf(Reply.Accepted.class);
            }
            round.closeSurvey();
        }
        List<Response> kept = new ArrayList<>();
        try (ClosedStore store = ClosedStore.open(files.folder(), RowKey.read(files.rowKey()))) {
            store.forEach(kept::add);
        }
        return kept;
    }

    /** Every item by chance, the check as it asks: the bot can read. */
    private Map<String, Answer> answers() {
        Questionnaire questionnaire = forms.questionnaires().get(Audience.PUBLIC);
        Map<String, Answer> answers = new TreeMap<>();
        questionnaire.items().forEach(item -> answers.put(item.code(), new Answer.Chosen(1 + chance.nextInt(5))));
        questionnaire.check().ifPresent(check -> answers.put(check.code(), new Answer.Chosen(check.expected())));
        return answers;
    }

    /** What a person thinks of everything, and of this item in particular. */
    private Map<String, Answer> opinions() {
        Map<String, Answer> answers = answers();
        double content = 3.6 + 0.7 * chance.nextGaussian();
        forms.questionnaires().get(Audience.PUBLIC).items().forEach(item -> {
            long felt = Math.round(content + 0.8 * chance.nextGaussian());
            answers.put(item.code(), new Answer.Chosen((int) Math.max(1, Math.min(5, felt))));
        });
        return answers;
    }

    private static long flagged(List<Response> sheets, QualityFlag flag) {
        return sheets.stream().filter(sheet -> sheet.flags().contains(flag)).count();
    }
}
