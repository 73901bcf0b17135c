package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.SurveyFixture.EAST;
import static org.gongshi.survey.SurveyFixture.WEST;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.openLink;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;
import static org.gongshi.survey.SurveyFixture.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.CountKey;
import org.gongshi.survey.store.IssuedCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
    @TempDir
    Path folder;

    private SurveyRound round;
    private Intake intake;

    @BeforeEach
    void begin() {
        round = round(folder);
        round.open();
        intake = round.intake();
    }

    @AfterEach
    void end() {
        round.close();
    }

    @Test
    void a_code_counts_once_and_a_retry_gets_the_same_receipt() {
        AccessCode code = mintParents(round, 1).get(0);
        Submission first = parent(nonce(), code);
        Reply.Accepted kept = (Reply.Accepted) send(intake, first);
        assertThat(kept.retried()).isFalse();
        assertThat(kept.receipt()).matches("[0-9a-f]{64}");
        assertThat(send(intake, first)).isEqualTo(new Reply.Accepted(kept.receipt(), true));
        assertThat(send(intake, parent(nonce(), code))).isEqualTo(new Reply.CodeSpent());
        assertThat(round.counts()).isEqualTo(Map.of(new CountKey(SurveyFixture.EAST_PARENTS, Mode.CODE), 1L));
    }

    @Test
    void unknown_void_and_mistyped_codes_look_alike() {
        AccessCode unknown = new org.gongshi.survey.access.CodeMint(new java.security.SecureRandom())
                .mint(1)
                .get(0);
        var batch =
                round.mint(new org.gongshi.survey.round.MintOrder(SurveyFixture.EAST_PARENTS, Optional.of("第一小学"), 3));
        assertThat(round.voidBatch(batch.number())).isEqualTo(3);
        Reply refused = send(intake, parent(nonce(), unknown));
        assertThat(refused).isInstanceOf(Reply.Refused.class);
        assertThat(((Reply.Refused) refused).faults())
                .extracting(FieldFault::field)
                .containsExactly("code");
        assertThat(send(intake, parent(nonce(), batch.codes().get(0)))).isEqualTo(refused);
        Submission mistyped =
                submission(Audience.PARENT, nonce(), Optional.of("0"), Optional.of(EAST), Optional.empty());
        assertThat(send(intake, mistyped)).isEqualTo(refused);
        assertThat(round.counts()).isEmpty();
    }

    @Test
    void the_place_of_the_code_wins_and_a_contradiction_leaves_the_code_unspent() {
        AccessCode code = mintParents(round, 1).get(0);
        Submission wrong =
                submission(Audience.PARENT, nonce(), Optional.of(code.value()), Optional.of(WEST), Optional.empty());
        assertThat(fields(send(intake, wrong))).containsExactly("place");
        Submission student =
                submission(Audience.STUDENT, nonce(), Optional.of(code.value()), Optional.of(EAST), Optional.empty());
        assertThat(fields(send(intake, student))).containsExactly("audience");
        assertThat(send(intake, parent(nonce(), code))).isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void an_open_link_is_kept_apart_and_needs_a_place_of_the_round() {
        assertThat(send(intake, openLink(nonce()))).isInstanceOf(Reply.Accepted.class);
        Submission nowhere = submission(Audience.PUBLIC, nonce(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(fields(send(intake, nowhere))).containsExactly("place");
        assertThat(round.counts().keySet()).extracting(CountKey::mode).containsExactly(Mode.OPEN_LINK);
    }

    @Test
    void a_form_cannot_carry_two_codes() {
        List<AccessCode> codes = mintParents(round, 2);
        String nonce = nonce();
        assertThat(send(intake, parent(nonce, codes.get(0)))).isInstanceOf(Reply.Accepted.class);
        assertThat(fields(send(intake, parent(nonce, codes.get(1))))).containsExactly("nonce");
        assertThat(send(intake, parent(nonce(), codes.get(1)))).isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void another_questionnaire_and_a_broken_nonce_are_refused() {
        Submission good = openLink(nonce());
        Submission other = new Submission(
                Audience.PARENT,
                nonce(),
                good.code(),
                good.place(),
                good.stage(),
                good.questionnaire(),
                good.answers(),
                good.remark(),
                good.seconds());
        assertThat(fields(send(intake, other))).containsExactly("questionnaire");
        Submission broken = submission(Audience.PUBLIC, "ABC", Optional.empty(), Optional.of(WEST), Optional.empty());
        assertThat(fields(send(intake, broken))).containsExactly("nonce");
    }

    @Test
    void sixteen_threads_with_retries_and_second_uses_count_every_code_once() throws Exception {
        int threads = 16;
        List<AccessCode> codes = mintParents(round, 800);
        Map<AccessCode, String> receipts = new ConcurrentHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            List<AccessCode> mine = new ArrayList<>(codes);
            // Every thread uses every code: one form of one thread wins, all others are second uses.
            Collections.shuffle(mine, new Random(thread));
            work.add(pool.submit(() -> mine.subList(0, 400).forEach(code -> useTwice(code, receipts))));
        }
        for (Future<?> each : work) {
            each.get();
        }
        pool.shutdown();
        long spent =
                round.report().issued().stream().mapToLong(IssuedCodes::spent).sum();
        long answers =
                round.counts().values().stream().mapToLong(Long::longValue).sum();
        assertThat(spent).isEqualTo(receipts.size()).isEqualTo(answers);
        assertThat(receipts.values()).doesNotHaveDuplicates();
    }

    @Test
    void the_same_form_sent_by_many_threads_at_once_is_one_answer() throws Exception {
        Submission same = parent(nonce(), mintParents(round, 1).get(0));
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<Future<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            replies.add(pool.submit(() -> send(intake, same)));
        }
        List<Reply.Accepted> accepted = new ArrayList<>();
        for (Future<Reply> reply : replies) {
            accepted.add((Reply.Accepted) reply.get());
        }
        pool.shutdown();
        assertThat(accepted).filteredOn(reply -> !reply.retried()).hasSize(1);
        assertThat(accepted)
                .extracting(Reply.Accepted::receipt)
                .containsOnly(accepted.get(0).receipt());
        assertThat(round.counts().values()).containsExactly(1L);
    }

    @Test
    void live_counts_equal_a_recount_after_a_restart() throws ExecutionException, InterruptedException {
        mintParents(round, 30).forEach(code -> send(intake, parent(nonce(), code)));
        for (int i = 0; i < 17; i++) {
            send(intake, openLink(nonce()));
        }
        Map<CountKey, Long> before = round.counts();
        round.close();
        round = round(folder);
        assertThat(round.counts()).isEqualTo(before);
        assertThat(before.values()).containsExactlyInAnyOrder(30L, 17L);
    }

    private void useTwice(AccessCode code, Map<AccessCode, String> receipts) {
        Submission form = parent(nonce(), code);
        Reply reply = send(intake, form);
        if (reply instanceof Reply.Accepted accepted) {
            assertThat(receipts.put(code, accepted.receipt()))
                    .as("a code counted twice")
                    .isNull();
            assertThat(send(intake, form)).isEqualTo(new Reply.Accepted(accepted.receipt(), true));
        } else {
            assertThat(reply).isEqualTo(new Reply.CodeSpent());
        }
    }

    private static List<String> fields(Reply reply) {
        return ((Reply.Refused) reply).faults().stream().map(FieldFault::field).toList();
    }
}
