package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.SurveyStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The attack on a seized data folder: align what each commit in the logs brought to the codes with what it brought to the
 * answers. Every form comes alone here, the worst case.
 */
class LinkageTest {
    private static final int FORMS = 25;
    private static final String SPENT_CODES =
            "SELECT hex(h) FROM codes WHERE state NOT IN (zeroblob(32), unhex('" + "ff".repeat(32) + "'))";
    private static final String ANSWERS = "SELECT hex(id) FROM responses";

    @TempDir
    Path folder;

    private SurveyFiles files;
    private List<AccessCode> codes;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> truth = new HashMap<>();
    private long foundInTheMiddle;
    private long leftInLogs;
    private long preparedInFiles;

    @BeforeEach
    void prepare() {
        files = SurveyFixture.files(folder);
        try (SurveyRound round = round(folder)) {
            round.open();
            codes = mintParents(round, FORMS);
        }
    }

    @Test
    void a_folder_seized_at_any_step_tells_no_pair() throws Exception {
        run((store, pepper, counts) -> new Watched(store, pepper, random, counts));
        assertThat(foundInTheMiddle).isZero();
        assertThat(leftInLogs).as("bytes left in the logs after they were cut").isZero();
        assertThat(preparedInFiles)
                .as("bytes of answers on file before their codes are spent")
                .isZero();
        assertThat(pairs()).isZero();
        assertThat(files.folder().answers().resolveSibling("answers.db-wal"))
                .satisfies(log ->
                        assertThat(!Files.exists(log) || Files.size(log) == 0).isTrue());
    }

    @Test
    void two_batches_at_work_tell_no_pair() throws Exception {
        Pepper pepper = Pepper.read(files.pepper());
        var store = new SurveyStore(files.folder(), RowKey.read(files.rowKey()), random);
        Gate open = new Gate.Open(SurveyFixture.forms());
        var both = new AtomicReference<Overlapped>();
        try (var writer = new Writer(store, random, () -> open, Writer.QUEUE, counts -> {
            both.set(new Overlapped(store, pepper, random, counts));
            return both.get();
        })) {
            assertThat(send(writer, form(pepper, codes.get(0)))).isInstanceOf(Reply.Accepted.class);
            // Until all is counted one batch follows the other.
            writer.exclusively(() -> {
                writer.counts().finish(store);
                return true;
            });
            for (int i = 1; i + 1 < FORMS; i += 2) {
                both.get().hold();
                var first = writer.submit(form(pepper, codes.get(i))).toCompletableFuture();
                assertThat(both.get().held.get().await(1, TimeUnit.MINUTES)).isTrue();
                var second = writer.submit(form(pepper, codes.get(i + 1))).toCompletableFuture();
                assertThat(first.join()).isInstanceOf(Reply.Accepted.class);
                assertThat(second.join()).isInstanceOf(Reply.Accepted.class);
            }
        }
        assertThat(both.get().seizures).isEqualTo(FORMS / 2);
        assertThat(foundInTheMiddle).isZero();
    }

    /**
     * While the answers of one form stand in their log, the code of the next is spent and stands in its own: the machine is
     * seized with both logs full.
     */
    private final class Overlapped extends Protocol {
        private final AtomicReference<CountDownLatch> held = new AtomicReference<>(new CountDownLatch(0));
        private final AtomicReference<CountDownLatch> seized = new AtomicReference<>(new CountDownLatch(0));
        private volatile int seizures;

        Overlapped(SurveyStore store, Pepper pepper, SecureRandom random, LiveCounts counts) {
            super(store, pepper, random, counts);
        }

        /** From now on the next answers wait for the next code. */
        void hold() {
            seized.set(new CountDownLatch(1));
            held.set(new CountDownLatch(1));
        }

        @Override
        void truncateAnswers() {
            if (held.get().getCount() > 0) {
                held.get().countDown();
                try {
                    seized.get().await(1, TimeUnit.MINUTES);
                } catch (InterruptedException fault) {
                    throw new IllegalStateException(fault);
                }
            }
            super.truncateAnswers();
        }

        @Override
        void truncateCodes() {
            if (held.get().getCount() == 0 && seized.get().getCount() > 0) {
                seize();
                seizures++;
                seized.get().countDown();
            }
            super.truncateCodes();
        }
    }

    @Test
    void without_cutting_the_logs_the_attack_finds_nearly_all() throws Exception {
        run((store, pepper, counts) -> new Untruncated(store, pepper, random, counts));
        assertThat(pairs()).isGreaterThan(FORMS * 9 / 10);
    }

    @Test
    void cutting_both_logs_only_at_the_end_would_show_the_last_pair() throws Exception {
        run((store, pepper, counts) -> new LateCut(store, pepper, random, counts));
        assertThat(foundInTheMiddle).isEqualTo(FORMS);
    }

    private interface Maker {
        Protocol make(SurveyStore store, Pepper pepper, LiveCounts counts);
    }

    /** The attack at every step between the two files, as if the machine had been seized there. */
    private final class Watched extends Protocol {
        private final Semaphore prepared = new Semaphore(0);

        Watched(SurveyStore store, Pepper pepper, SecureRandom random, LiveCounts counts) {
            super(store, pepper, random, counts);
        }

        @Override
        void prepare(Judged judged) {
            super.prepare(judged);
            prepared.release();
        }

        @Override
        void truncateCodes() {
            prepared.acquireUninterruptibly();
            preparedInFiles += left("answers.db-wal");
            seize();
            super.truncateCodes();
            seize();
            leftInLogs += left("codes.db-wal");
        }

        @Override
        void truncateAnswers() {
            seize();
            super.truncateAnswers();
            leftInLogs += left("answers.db-wal");
        }
    }

    /** Bytes of a log that lie in the folder: moving its content into the file would be enough for SQLite, not for us. */
    private long left(String log) {
        try {
            Path file = files.folder().root().resolve(log);
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Control: the logs are never cut. */
    private static final class Untruncated extends Protocol {
        Untruncated(SurveyStore store, Pepper pepper, SecureRandom random, LiveCounts counts) {
            super(store, pepper, random, counts);
        }

        @Override
        void truncateCodes() {}

        @Override
        void truncateAnswers() {}
    }

    /** Control: both logs are cut together, after both commits. */
    private final class LateCut extends Protocol {
        LateCut(SurveyStore store, Pepper pepper, SecureRandom random, LiveCounts counts) {
            super(store, pepper, random, counts);
        }

        @Override
        void truncateCodes() {}

        @Override
        void truncateAnswers() {
            seize();
            super.truncateCodes();
            super.truncateAnswers();
        }
    }

    private void run(Maker maker) {
        Pepper pepper = Pepper.read(files.pepper());
        var store = new SurveyStore(files.folder(), RowKey.read(files.rowKey()), random);
        Gate open = new Gate.Open(SurveyFixture.forms());
        var writer = new Writer(store, random, () -> open, Writer.QUEUE, counts -> maker.make(store, pepper, counts));
        for (AccessCode code : codes) {
            assertThat(send(writer, form(pepper, code))).isInstanceOf(Reply.Accepted.class);
        }
        copyTo(folder.resolve("seized"));
        writer.close();
    }

    /** The truth is known before the answer is in, so that an attack in the middle can be judged. */
    private Submission form(Pepper pepper, AccessCode code) {
        Submission form = parent(nonce(), code);
        truth.put(
                pepper.hash(code).hex().toUpperCase(),
                Nonce.parse(form.nonce()).orElseThrow().responseId().hex().toUpperCase());
        return form;
    }

    private void seize() {
        try {
            Path place = folder.resolve("middle");
            copyTo(place);
            foundInTheMiddle += pairs(place);
        } catch (IOException | SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private long pairs() throws IOException, SQLException {
        return pairs(folder.resolve("seized"));
    }

    private long pairs(Path place) throws IOException, SQLException {
        List<Set<String>> spent = new WalImage(place.resolve("codes.db"), folder).gains(SPENT_CODES);
        List<Set<String>> kept = new WalImage(place.resolve("answers.db"), folder).gains(ANSWERS);
        List<String> guesses = new ArrayList<>();
        // From the end: the last commits of both logs belong together.
        for (int i = 1; i <= Math.min(spent.size(), kept.size()); i++) {
            Set<String> code = spent.get(spent.size() - i);
            Set<String> answer = kept.get(kept.size() - i);
            if (code.size() == 1 && answer.size() == 1) {
                guesses.add(code.iterator().next() + answer.iterator().next());
            }
        }
        return truth.entrySet().stream()
                .filter(pair -> guesses.contains(pair.getKey() + pair.getValue()))
                .count();
    }

    private void copyTo(Path place) {
        try {
            Files.createDirectories(place);
            for (String name : List.of("codes.db", "codes.db-wal", "answers.db", "answers.db-wal")) {
                Path original = files.folder().root().resolve(name);
                Files.deleteIfExists(place.resolve(name));
                if (Files.exists(original)) {
                    Files.copy(original, place.resolve(name));
                }
            }
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
