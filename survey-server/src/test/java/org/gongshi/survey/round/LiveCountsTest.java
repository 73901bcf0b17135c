package org.gongshi.survey.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongshi.survey.SurveyFixture.EAST_PARENTS;
import static org.gongshi.survey.SurveyFixture.files;
import static org.gongshi.survey.SurveyFixture.forms;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.openLink;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.intake.Intake;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.results.LiveTally;
import org.gongshi.survey.store.ClosedStore;
import org.gongshi.survey.store.IssuedCodes;
import org.gongshi.survey.store.StoreFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCountsTest {
    private static final int STORED = 2_600;

    @TempDir
    private Path folder;

    private SurveyRound round;

    @BeforeEach
    void open() {
        round = round(folder);
        round.open();
    }

    @AfterEach
    void close() {
        round.close();
    }

    private static List<CompletableFuture<Reply>> sendAll(Intake intake, int count) {
        return Stream.generate(() -> openLink(nonce()))
                .limit(count)
                .map(form -> intake.submit(form).toCompletableFuture())
                .toList();
    }

    private static void await(List<CompletableFuture<Reply>> replies) {
        assertThat(replies).allSatisfy(reply -> assertThat(reply.join()).isInstanceOf(Reply.Accepted.class));
    }

    private long counted() {
        return round.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    private static LiveTally fresh() {
        LockedForms forms = forms();
        return new LiveTally(forms.plan(), forms.questionnaires(), forms.places());
    }

    @Test
    void answers_that_come_while_the_stored_ones_are_counted_are_counted_once() {
        await(sendAll(round.intake(), STORED));
        round.close();
        round = round(folder);
        round.showForms();
        await(sendAll(round.intake(), STORED));
        assertThat(counted()).isEqualTo(2 * STORED);
        // The doctor waits for the count and holds it against one from scratch.
        assertThat(round.check()).isEmpty();
        assertThat(counted()).isEqualTo(2 * STORED);
    }

    @Test
    void codes_given_out_and_used_are_followed_and_equal_the_table() {
        List<AccessCode> codes = mintParents(round, 20);
        assertThat(round.report().issued()).containsExactly(new IssuedCodes(EAST_PARENTS, 20, 0));
        codes.subList(0, 7).forEach(code -> send(round.intake(), parent(nonce(), code)));
        assertThat(round.report().issued()).containsExactly(new IssuedCodes(EAST_PARENTS, 20, 7));
        mintParents(round, 5);
        assertThat(round.report().issued()).containsExactly(new IssuedCodes(EAST_PARENTS, 25, 7));
        round.voidBatch(1);
        assertThat(round.report().issued()).containsExactly(new IssuedCodes(EAST_PARENTS, 12, 7));
        assertThat(round.check()).isEmpty();
    }

    @Test
    void the_counts_that_followed_the_answers_outlive_the_close_and_equal_a_count_of_the_closed_rows() {
        round.showForms();
        await(sendAll(round.intake(), 40));
        mintParents(round, 9).forEach(code -> send(round.intake(), parent(nonce(), code)));
        round.closeSurvey();
        LiveTally fresh = fresh();
        LiveTally followed = round.tally(fresh);
        assertThat(followed).isNotSameAs(fresh);
        round.close();
        round = round(folder);
        LiveTally again = fresh();
        LiveTally counted = round.tally(again);
        assertThat(counted.sheets()).isEqualTo(49);
        assertThat(followed.agreesWith(counted)).isTrue();
        assertThat(round.tally(fresh())).isSameAs(counted);
    }

    @Test
    void counts_that_miss_an_answer_are_not_released() {
        var counts = new ClosedCounts();
        round.showForms();
        await(sendAll(round.intake(), 3));
        round.closeSurvey();
        counts.keep(Optional.of(fresh()));
        assertThatThrownBy(() -> counts.of(
                        fresh(),
                        () -> ClosedStore.open(
                                files(folder).folder(),
                                RowKey.read(files(folder).rowKey()))))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("0 份")
                .hasMessageContaining("3 份");
    }
}
