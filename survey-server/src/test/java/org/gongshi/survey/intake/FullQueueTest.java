package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.SurveyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 10: more than can be written down is told to come back, at once; what was taken is all there, and the rest comes later. */
class FullQueueTest {
    private static final int FORMS = 200;

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void what_the_queue_cannot_hold_is_told_to_come_back_and_nothing_taken_is_lost() {
        List<Submission> busy = new ArrayList<>();
        try (SurveyRound round = SurveyFixture.round(folder)) {
            round.open();
        }
        int taken = sendWhileTheDiskStands(16, busy);
        assertThat(busy).hasSizeGreaterThan(FORMS / 2);
        assertThat(taken + busy.size()).isEqualTo(FORMS);
        try (SurveyRound round = SurveyFixture.round(folder)) {
            round.showForms();
            assertThat(stored(round)).isEqualTo(taken);
            busy.forEach(
                    form -> assertThat(SurveyFixture.send(round.intake(), form)).isInstanceOf(Reply.Accepted.class));
            assertThat(stored(round)).isEqualTo(FORMS);
        }
    }

    /** So that the test can fail: a queue that holds them all turns nobody away. */
    @Test
    void a_queue_for_all_of_them_turns_nobody_away() {
        List<Submission> busy = new ArrayList<>();
        try (SurveyRound round = SurveyFixture.round(folder)) {
            round.open();
        }
        assertThat(sendWhileTheDiskStands(Writer.QUEUE, busy)).isEqualTo(FORMS);
        assertThat(busy).isEmpty();
    }

    /** How many were acknowledged when the disk went on; those who were turned away are added. */
    private int sendWhileTheDiskStands(int places, List<Submission> busy) {
        List<AccessCode> codes;
        try (SurveyRound round = SurveyFixture.round(folder)) {
            codes = SurveyFixture.mintParents(round, FORMS);
        }
        SurveyFiles files = SurveyFixture.files(folder);
        Pepper pepper = Pepper.read(files.pepper());
        var store = new SurveyStore(files.folder(), RowKey.read(files.rowKey()), random);
        var disk = new CountDownLatch(1);
        List<CompletableFuture<Reply>> waiting = new ArrayList<>();
        try (var writer = new Writer(
                store,
                random,
                () -> new Gate.Open(SurveyFixture.forms()),
                places,
                counts -> new Standing(disk, store, pepper, random, counts))) {
            for (AccessCode code : codes) {
                Submission form = SurveyFixture.parent(SurveyFixture.nonce(), code);
                CompletableFuture<Reply> reply = writer.submit(form).toCompletableFuture();
                if (reply.getNow(null) instanceof Reply.Busy told) {
                    assertThat(told.retryAfter()).isPositive();
                    busy.add(form);
                } else {
                    waiting.add(reply);
                }
            }
            disk.countDown();
            return (int) waiting.stream()
                    .map(CompletableFuture::join)
                    .filter(Reply.Accepted.class::isInstance)
                    .count();
        }
    }

    private static long stored(SurveyRound round) {
        return round.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Keeps nothing before the disk goes on. */
    private static final class Standing extends Protocol {
        private final CountDownLatch disk;

        Standing(CountDownLatch disk, SurveyStore store, Pepper pepper, SecureRandom random, LiveCounts counts) {
            super(store, pepper, random, counts);
            this.disk = disk;
        }

        @Override
        Map<Ticket, Reply> keep(Judged judged) {
            try {
                disk.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return super.keep(judged);
        }
    }
}
