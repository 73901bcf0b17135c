package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.StoreFault;
import org.gongshi.survey.store.SurveyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that could not be kept: nobody is told that it was, and it is in no count, also when nothing comes after it. */
class LostBatchTest {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void what_was_not_kept_leaves_the_running_counts_by_itself() {
        SurveyFiles files = SurveyFixture.files(folder);
        try (SurveyRound round = SurveyFixture.round(folder)) {
            round.open();
        }
        Pepper pepper = Pepper.read(files.pepper());
        var store = new SurveyStore(files.folder(), RowKey.read(files.rowKey()), random);
        Gate open = new Gate.Open(SurveyFixture.forms());
        try (var writer = new Writer(
                store, random, () -> open, Writer.QUEUE, counts -> new FailingOnce(store, pepper, random, counts))) {
            writer.count(SurveyFixture.forms());
            writer.exclusively(() -> {
                writer.counts().finish(store);
                return true;
            });
            Submission form = SurveyFixture.openLink(SurveyFixture.nonce());
            assertThat(writer.submit(form).toCompletableFuture().join()).isInstanceOf(Reply.Busy.class);

            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!writer.counts().now().equals(Optional.of(Map.of()))) {
                assertThat(System.nanoTime())
                        .as("the counts are %s", writer.counts().now())
                        .isLessThan(until);
                Thread.onSpinWait();
            }
            assertThat(writer.submit(form).toCompletableFuture().join()).isInstanceOf(Reply.Accepted.class);
            assertThat(writer.counts().now().orElseThrow().values()).containsExactly(1L);
        }
    }

    /** Prepared and counted, and then the file cannot be written. */
    private static final class FailingOnce extends Protocol {
        private boolean failed;

        FailingOnce(SurveyStore store, Pepper pepper, SecureRandom random, LiveCounts counts) {
            super(store, pepper, random, counts);
        }

        @Override
        Map<Ticket, Reply> keep(Judged judged) {
            if (!failed) {
                failed = true;
                throw new StoreFault("full");
            }
            return super.keep(judged);
        }
    }
}
