package org.gongshi.survey.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.control.ControlClient;
import org.gongshi.survey.control.ControlServer;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.store.CountKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paper sheets are keyed in twice, by two people, before one answer is kept. */
class PaperTest {
    private static final Map<String, Answer> ANSWERS = SurveyFixture.answers();

    @TempDir
    Path folder;

    private SurveyRound round;

    @BeforeEach
    void open() {
        round = SurveyFixture.round(folder);
        round.open();
    }

    @AfterEach
    void close() {
        round.close();
    }

    @Test
    void two_people_who_agree_make_one_answer_and_the_first_keying_is_gone() throws IOException {
        AccessCode code = SurveyFixture.mintParents(round, 1).get(0);
        assertThat(round.keyIn(sheet(code, "甲", ANSWERS))).isInstanceOf(PaperOutcome.Held.class);
        assertThat(round.keyingsWaiting()).isEqualTo(1);
        assertThat(round.counts()).isEmpty();
        assertThat(everyByte()).contains("甲").doesNotContain(code.value(), code.printed());
        assertThat(round.keyIn(sheet(code, "甲", ANSWERS)))
                .as("the same clerk")
                .isInstanceOf(PaperOutcome.Refused.class);
        assertThat(round.keyIn(sheet(code, "乙", ANSWERS))).isInstanceOf(PaperOutcome.Kept.class);
        assertThat(round.counts()).isEqualTo(Map.of(new CountKey(SurveyFixture.EAST_PARENTS, Mode.PAPER), 1L));
        assertThat(round.keyingsWaiting()).isZero();
        assertThat(everyByte()).doesNotContain("甲", "乙");
        assertThat(round.keyIn(sheet(code, "丙", ANSWERS))).as("a third time").isInstanceOf(PaperOutcome.Refused.class);
        assertThat(SurveyFixture.send(round.intake(), SurveyFixture.parent(SurveyFixture.nonce(), code)))
                .as("the slip is spent")
                .isEqualTo(new Reply.CodeSpent());
    }

    @Test
    void what_differs_is_told_field_by_field_and_nothing_is_kept() {
        AccessCode code = SurveyFixture.mintParents(round, 1).get(0);
        round.keyIn(sheet(code, "甲", Map.of("P01", new Answer.Chosen(5), "P02", new Answer.Chosen(4))));
        PaperOutcome outcome =
                round.keyIn(sheet(code, "乙", Map.of("P01", new Answer.Chosen(4), "P03", new Answer.Chosen(1))));
        assertThat(outcome)
                .isEqualTo(new PaperOutcome.Differs(List.of(
                        new PaperOutcome.Difference("P01", "5", "4"),
                        new PaperOutcome.Difference("P02", "4", ""),
                        new PaperOutcome.Difference("P03", "", "1"))));
        assertThat(round.counts()).isEmpty();
        assertThat(round.discardKeying(code.printed())).isTrue();
        assertThat(round.discardKeying(code.printed())).isFalse();
        assertThat(round.keyIn(sheet(code, "乙", ANSWERS))).isInstanceOf(PaperOutcome.Held.class);
        assertThat(round.keyIn(sheet(code, "甲", ANSWERS))).isInstanceOf(PaperOutcome.Kept.class);
    }

    @Test
    void what_is_no_slip_or_no_answer_is_refused() {
        AccessCode code = SurveyFixture.mintParents(round, 1).get(0);
        var school = round.mint(new MintOrder(CodeKind.SCHOOL, SurveyFixture.EAST_PARENTS, Optional.of("一小"), 1));
        assertThat(round.keyIn(sheet(school.codes().get(0), "甲", ANSWERS))).isInstanceOf(PaperOutcome.Refused.class);
        assertThat(round.keyIn(new PaperSheet("0", "甲", Audience.PARENT, ANSWERS, Optional.empty())))
                .isInstanceOf(PaperOutcome.Refused.class);
        assertThat(round.keyIn(new PaperSheet(code.value(), "甲", Audience.STUDENT, ANSWERS, Optional.empty())))
                .isInstanceOf(PaperOutcome.Refused.class);
        PaperOutcome wrong = round.keyIn(sheet(code, "甲", Map.of("P01", new Answer.Chosen(7))));
        assertThat(((PaperOutcome.Refused) wrong).faults().get(0).field()).isEqualTo("P01");
        assertThat(round.keyingsWaiting()).isZero();
    }

    @Test
    void a_first_keying_outlives_a_restart_and_not_the_close_and_comes_through_the_socket() throws IOException {
        List<AccessCode> codes = SurveyFixture.mintParents(round, 2);
        round.keyIn(sheet(codes.get(0), "甲", ANSWERS));
        round.keyIn(sheet(codes.get(1), "甲", ANSWERS));
        round.close();
        round = SurveyFixture.round(folder);
        round.showForms();
        try (ControlServer server =
                        ControlServer.start(SurveyFixture.files(folder).folder(), round);
                Operations remote =
                        ControlClient.find(SurveyFixture.files(folder).folder()).orElseThrow()) {
            assertThat(server).isNotNull();
            assertThat(remote.keyIn(sheet(codes.get(0), "乙", Map.of("P01", new Answer.Chosen(1)))))
                    .isInstanceOf(PaperOutcome.Differs.class);
            assertThat(remote.keyIn(sheet(codes.get(0), "乙", ANSWERS))).isInstanceOf(PaperOutcome.Kept.class);
            assertThat(remote.keyingsWaiting()).isEqualTo(1);
        }
        round.closeSurvey();
        assertThat(everyByte()).doesNotContain("甲");
        assertThat(SurveyFixture.files(folder).folder().paper()).doesNotExist();
    }

    private static PaperSheet sheet(AccessCode code, String clerk, Map<String, Answer> answers) {
        return new PaperSheet(code.printed(), clerk, Audience.PARENT, answers, Optional.empty());
    }

    private String everyByte() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
