package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.SurveyFixture.EAST_PARENTS;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.openLink;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.send;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.access.CodeMint;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.ClosedStore;
import org.gongshi.survey.store.CountKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer bears the way it came in: slip, paper, room, school code, open link. */
class WaysInTest {
    @TempDir
    Path folder;

    private SurveyRound round;
    private Intake intake;

    @BeforeEach
    void open() {
        round = SurveyFixture.round(folder);
        round.open();
        intake = round.intake();
    }

    @AfterEach
    void close() {
        round.close();
    }

    @Test
    void a_school_code_serves_a_whole_school_at_the_same_moment_and_a_retry_counts_once() {
        AccessCode code = mint(CodeKind.SCHOOL, 1);
        List<Submission> forms = new ArrayList<>();
        for (int pupil = 0; pupil < 300; pupil++) {
            forms.add(parent(nonce(), code));
        }
        List<CompletionStage<Reply>> replies =
                forms.stream().map(intake::submit).toList();
        assertThat(replies).allMatch(reply -> reply.toCompletableFuture().join() instanceof Reply.Accepted);
        assertThat(send(intake, forms.get(17))).matches(reply -> ((Reply.Accepted) reply).retried());
        assertThat(round.counts()).isEqualTo(Map.of(new CountKey(EAST_PARENTS, Mode.SCHOOL_CODE), 300L));
        assertThat(round.report().issued()).as("nobody was invited with it").isEmpty();
    }

    /** Nobody is locked out, for the number on file may be wrong; but what is more than there are people is told at once. */
    @Test
    void more_sheets_than_people_by_a_school_code_are_kept_flagged_and_told_also_after_a_restart() {
        var order = new MintOrder(CodeKind.SCHOOL, EAST_PARENTS, Optional.of("第一小学"), 1, OptionalInt.of(57));
        var batch = round.mint(order);
        AccessCode other = mint(CodeKind.SCHOOL, 1);
        assertThat(round.record().rolls())
                .as("another printing says nothing new")
                .hasSize(1);
        for (int sheet = 0; sheet < 70; sheet++) {
            assertThat(send(intake, parent(nonce(), batch.codes().get(0)))).isInstanceOf(Reply.Accepted.class);
        }
        assertThat(round.report().beyond()).isEmpty();
        round.close();
        round = SurveyFixture.round(folder);
        round.showForms();
        for (int sheet = 0; sheet < 33; sheet++) {
            assertThat(send(
                            round.intake(),
                            parent(
                                    nonce(),
                                    sheet % 2 == 0 ? other : batch.codes().get(0))))
                    .as("the same school, whichever of its codes")
                    .isInstanceOf(Reply.Accepted.class);
        }
        assertThat(round.report().beyond())
                .singleElement()
                .satisfies(roll -> assertThat(roll.batch()).isEqualTo(batch.number()))
                .satisfies(roll -> assertThat(roll.people()).as("rounded up").isEqualTo(100));
        assertThat(round.report().doubted().get(new CountKey(EAST_PARENTS, Mode.SCHOOL_CODE)))
                .isGreaterThanOrEqualTo(3);
        round.closeSurvey();
        assertThat(round.record().rolls()).as("forgotten at the close").isEmpty();
        assertThat(kept())
                .filteredOn(sheet -> sheet.flags().contains(QualityFlag.BEYOND_ROLL))
                .hasSize(3);
    }

    @Test
    void a_void_school_code_takes_no_more_answers() {
        var batch = round.mint(new MintOrder(CodeKind.SCHOOL, EAST_PARENTS, Optional.of("第一小学"), 1));
        assertThat(send(intake, parent(nonce(), batch.codes().get(0)))).isInstanceOf(Reply.Accepted.class);
        assertThat(round.voidBatch(batch.number())).isEqualTo(1);
        assertThat(send(intake, parent(nonce(), batch.codes().get(0)))).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void a_seat_is_spent_once_and_the_teachers_code_sends_nothing() {
        AccessCode teacher = mint(CodeKind.TEACHER, 45);
        assertThat(send(intake, parent(nonce(), teacher))).isInstanceOf(Reply.Refused.class);
        AccessCode last = CodeMint.seat(teacher, 45);
        assertThat(send(intake, parent(nonce(), last))).isInstanceOf(Reply.Accepted.class);
        assertThat(send(intake, parent(nonce(), last))).isEqualTo(new Reply.CodeSpent());
        assertThat(send(intake, parent(nonce(), CodeMint.seat(teacher, 46)))).isInstanceOf(Reply.Refused.class);
        assertThat(round.counts()).isEqualTo(Map.of(new CountKey(EAST_PARENTS, Mode.ROOM), 1L));
        assertThat(round.report().issued().get(0).invited()).isEqualTo(45);
    }

    @Test
    void a_sheet_of_paper_spends_the_code_of_its_slip() {
        AccessCode code = mintParents(round, 1).get(0);
        assertThat(send(intake, parent(nonce(), code).by(Submission.Entry.OFFICE)))
                .isInstanceOf(Reply.Accepted.class);
        assertThat(send(intake, parent(nonce(), code))).isEqualTo(new Reply.CodeSpent());
        assertThat(round.counts()).isEqualTo(Map.of(new CountKey(EAST_PARENTS, Mode.PAPER), 1L));
    }

    @Test
    void an_unproven_open_link_is_kept_and_flagged_and_way_and_kind_outlive_a_restart() {
        AccessCode school = mint(CodeKind.SCHOOL, 1);
        assertThat(send(intake, openLink(nonce()).by(Submission.Entry.UNPROVEN)))
                .isInstanceOf(Reply.Accepted.class);
        assertThat(send(intake, openLink(nonce()))).isInstanceOf(Reply.Accepted.class);
        round.close();
        round = SurveyFixture.round(folder);
        round.showForms();
        assertThat(send(round.intake(), parent(nonce(), school))).isInstanceOf(Reply.Accepted.class);
        round.closeSurvey();
        List<Response> kept = kept();
        assertThat(kept)
                .extracting(Response::mode)
                .containsExactlyInAnyOrder(Mode.OPEN_LINK, Mode.OPEN_LINK, Mode.SCHOOL_CODE);
        assertThat(kept)
                .filteredOn(sheet -> sheet.flags().contains(QualityFlag.UNPROVEN))
                .hasSize(1);
    }

    private AccessCode mint(CodeKind kind, int count) {
        return round.mint(new MintOrder(kind, EAST_PARENTS, Optional.of("第一小学"), count))
                .codes()
                .get(0);
    }

    private List<Response> kept() {
        List<Response> kept = new ArrayList<>();
        var files = SurveyFixture.files(folder);
        try (ClosedStore store = ClosedStore.open(files.folder(), RowKey.read(files.rowKey()))) {
            store.forEach(kept::add);
        }
        return kept;
    }
}
