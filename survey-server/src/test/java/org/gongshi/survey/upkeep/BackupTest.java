package org.gongshi.survey.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongshi.survey.SurveyFixture.CLOCK;
import static org.gongshi.survey.SurveyFixture.ROUND;
import static org.gongshi.survey.SurveyFixture.files;
import static org.gongshi.survey.SurveyFixture.forms;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.openLink;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.control.ControlClient;
import org.gongshi.survey.control.ControlServer;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundState;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 6: a backup under load holds everything acknowledged before it began; a bad one touches nothing. */
class BackupTest {
    private static final int CLIENTS = 8;

    @TempDir
    Path folder;

    private final Map<Submission, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void a_backup_under_load_holds_every_answer_acknowledged_before_it_began() throws Exception {
        try (SurveyRound round = round(folder);
                ControlServer server = ControlServer.start(files(folder).folder(), round)) {
            assertThat(server).isNotNull();
            Operations client = ControlClient.find(files(folder).folder()).orElseThrow();
            Map<Submission, String> before = backUpUnderLoad(round, client);
            assertThat(missing(before)).isEmpty();
            // The survey went on meanwhile.
            assertThat(acknowledged.size()).isGreaterThan(before.size());
        }
    }

    /** The same harness must notice a backup that is older than it should be. */
    @Test
    void a_backup_of_an_earlier_moment_would_be_caught() throws Exception {
        try (SurveyRound round = round(folder)) {
            Path earlier = Files.createDirectory(folder.resolve("earlier"));
            Map<Submission, String> before = backUpUnderLoad(round, new Stale(round, earlier));
            assertThat(missing(before)).isNotEmpty();
        }
    }

    @Test
    void a_restored_survey_goes_on_where_the_backup_was_taken() throws IOException {
        List<AccessCode> codes;
        String form = nonce();
        try (SurveyRound round = round(folder)) {
            round.open();
            codes = mintParents(round, 2);
            send(round.intake(), parent(form, codes.get(0)));
            backup().write(round, target());
        }
        try (SurveyRound round = restored()) {
            assertThat(round.state()).isEqualTo(RoundState.OPEN);
            round.showForms();
            assertThat(send(round.intake(), parent(form, codes.get(0))))
                    .isInstanceOfSatisfying(
                            Reply.Accepted.class,
                            reply -> assertThat(reply.retried()).isTrue());
            assertThat(send(round.intake(), parent(nonce(), codes.get(0)))).isInstanceOf(Reply.CodeSpent.class);
            assertThat(send(round.intake(), parent(nonce(), codes.get(1)))).isInstanceOf(Reply.Accepted.class);
            assertThat(round.check()).isEmpty();
        }
    }

    @Test
    void a_closed_survey_can_be_backed_up_and_needs_no_pepper_to_be_restored() throws IOException {
        try (SurveyRound round = round(folder)) {
            round.open();
            send(round.intake(), openLink(nonce()));
            round.closeSurvey();
            backup().write(round, target());
        }
        assertThat(files(folder).pepper()).doesNotExist();
        try (SurveyRound round = restored()) {
            assertThat(round.state()).isEqualTo(RoundState.CLOSED);
            assertThat(round.counts().values()).containsExactly(1L);
        }
    }

    @Test
    void only_the_latest_backup_is_kept_and_nothing_of_it_can_be_read() throws IOException {
        try (SurveyRound round = round(folder)) {
            round.open();
            send(round.intake(), openLink(nonce()));
            backup().write(round, target());
            byte[] first = Files.readAllBytes(target());
            backup().write(round, target());
            assertThat(Files.readAllBytes(target())).isNotEqualTo(first);
            assertThat(names(target().getParent())).containsExactly("survey.backup");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target())))
                    .isEqualTo("rw-------");
            // The plain copies are gone.
            assertThat(names(files(folder).folder().root())).doesNotContain("backup");
            String bytes = Files.readString(target(), StandardCharsets.ISO_8859_1);
            assertThat(bytes)
                    .doesNotContain("SQLite format")
                    .doesNotContain("P01")
                    .doesNotContain("990000");
        }
    }

    @Test
    void a_backup_that_fails_leaves_the_older_one() throws IOException {
        try (SurveyRound round = round(folder)) {
            backup().write(round, target());
            byte[] older = Files.readAllBytes(target());
            assertThatThrownBy(() -> backup().write(new Broken(round), target()))
                    .isInstanceOf(RoundFault.class);
            assertThat(Files.readAllBytes(target())).isEqualTo(older);
            assertThat(names(files(folder).folder().root())).doesNotContain("backup");
            assertThatThrownBy(() ->
                            backup().write(round, files(folder).folder().root().resolve("inside.backup")))
                    .isInstanceOf(RoundFault.class);
        }
    }

    /** Nobody could restore from it, and the one that could be restored from would be gone. */
    @Test
    void damaged_data_never_take_the_place_of_a_sound_backup() throws Exception {
        byte[] sound = soundBackup();
        Path answers = files(folder).folder().answers();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + answers);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE responses SET cluster = cluster + 1"))
                    .isPositive();
        }
        try (SurveyRound round = round(folder)) {
            assertThatThrownBy(() -> backup().write(round, target()))
                    .isInstanceOf(RoundFault.class)
                    .hasMessageContaining("原有的备份没有动")
                    .hasMessageContaining("responses ");
        }
        assertThat(Files.readAllBytes(target())).isEqualTo(sound);
        assertThat(names(target().getParent())).containsExactly("survey.backup");
        restored().close();
    }

    @Test
    void a_cut_or_changed_backup_is_refused_and_nothing_is_put_in_place() throws IOException {
        byte[] sound = soundBackup();
        Map<String, String> live = contents(folder.resolve("data"));
        var random = new Random(3);
        for (int i = 0; i < 120; i++) {
            byte[] bad = i % 3 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : flipped(sound, random);
            Files.write(target(), i % 10 == 9 ? Arrays.copyOf(sound, sound.length + 1) : bad);
            assertThatThrownBy(this::restored).as("case %d", i).isInstanceOf(SecretFault.class);
            assertThat(names(elsewhere().folder().root())).containsOnly("lock");
        }
        assertThat(contents(folder.resolve("data"))).isEqualTo(live);
        Files.write(target(), sound);
        restored().close();
    }

    @Test
    void a_foreign_backup_is_refused() throws IOException {
        soundBackup();
        Path stranger = Files.createDirectory(folder.resolve("stranger"));
        try (SurveyRound other = round(stranger)) {
            new Backup(files(stranger), new SecureRandom()).write(other, target());
        }
        assertThatThrownBy(this::restored).isInstanceOf(SecretFault.class).hasMessageContaining("行校验密钥不属于");
    }

    @Test
    void a_survey_is_never_written_over() throws IOException {
        soundBackup();
        Map<String, String> live = contents(folder.resolve("data"));
        assertThatThrownBy(() -> new Restore(files(folder)).read(target()))
                .isInstanceOf(RoundFault.class)
                .hasMessageContaining("不会覆盖");
        assertThat(contents(folder.resolve("data"))).isEqualTo(live);
    }

    @Test
    void a_restore_that_was_interrupted_can_be_run_again() throws IOException {
        soundBackup();
        restored().close();
        // As a crash leaves it: one file is in place, the state is not.
        Path root = elsewhere().folder().root();
        Path beside = Files.createDirectory(root.resolve("restoring"));
        Files.move(elsewhere().folder().round(), beside.resolve("round.json"));
        assertThat(new Restore(elsewhere()).read(target()).round()).isEqualTo(ROUND);
        assertThat(names(root)).doesNotContain("restoring");
    }

    @Test
    void an_open_survey_is_not_restored_without_its_pepper() throws IOException {
        soundBackup();
        Files.delete(files(folder).pepper());
        assertThatThrownBy(this::restored).isInstanceOf(SecretFault.class);
        assertThat(names(elsewhere().folder().root())).containsOnly("lock");
    }

    @Test
    void an_open_survey_is_not_restored_with_another_surveys_pepper() throws IOException {
        soundBackup();
        byte[] pepper = Files.readAllBytes(files(folder).pepper());
        pepper[0] ^= 1;
        Files.write(files(folder).pepper(), pepper);
        assertThatThrownBy(this::restored).isInstanceOf(SecretFault.class).hasMessageContaining("不是这一轮");
        assertThat(names(elsewhere().folder().root())).containsOnly("lock");
    }

    @Test
    void a_row_key_is_rotated_by_a_backup_and_a_restore() throws IOException {
        for (boolean closed : List.of(false, true)) {
            Path place = Files.createDirectory(folder.resolve("rotated" + closed));
            if (closed) {
                try (SurveyRound round = round(folder)) {
                    round.closeSurvey();
                    backup().write(round, target());
                }
            } else {
                soundBackup();
            }
            SurveyFiles there = files(place);
            if (!closed) {
                Files.copy(files(folder).pepper(), there.pepper());
            }
            Path old = files(folder).rowKey();
            new Restore(there, Optional.of(old), new SecureRandom()).read(target());
            assertThat(Files.readAllBytes(there.rowKey())).isNotEqualTo(Files.readAllBytes(old));
            assertThat(new Checkup(there).run(Optional.empty()).faults()).isEmpty();
            try (var round = new SurveyRound(there, Optional.of(ROUND), key -> forms(), CLOCK, new SecureRandom())) {
                assertThat(round.counts().values()).containsExactly(30L);
                assertThat(round.report().issued().get(0).spent()).isEqualTo(30);
            }
            // The old key opens nothing there any more.
            Files.copy(old, there.rowKey(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThat(new Checkup(there).run(Optional.empty()).isSound()).isFalse();
        }
    }

    private Map<Submission, String> backUpUnderLoad(SurveyRound round, Operations operations) throws Exception {
        round.open();
        var stop = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> sendUntil(stop, round));
            }
            waitFor(200);
            Map<Submission, String> before = Map.copyOf(acknowledged);
            backup().write(operations, target());
            waitFor(before.size() + 50);
            return before;
        } finally {
            stop.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void sendUntil(AtomicBoolean stop, SurveyRound round) {
        while (!stop.get()) {
            Submission form = openLink(nonce());
            acknowledged.put(form, ((Reply.Accepted) send(round.intake(), form)).receipt());
        }
    }

    private void waitFor(int answers) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (acknowledged.size() < answers) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** Acknowledged answers that the restored survey does not know. */
    private Set<String> missing(Map<Submission, String> before) throws IOException {
        Set<String> missing = new HashSet<>();
        try (SurveyRound round = restored()) {
            round.showForms();
            before.forEach((form, receipt) -> {
                if (!send(round.intake(), form).equals(new Reply.Accepted(receipt, true))) {
                    missing.add(receipt);
                }
            });
        }
        return missing;
    }

    private byte[] soundBackup() throws IOException {
        try (SurveyRound round = round(folder)) {
            round.open();
            mintParents(round, 30).forEach(code -> send(round.intake(), parent(nonce(), code)));
            backup().write(round, target());
        }
        return Files.readAllBytes(target());
    }

    private SurveyRound restored() throws IOException {
        new Restore(elsewhere()).read(target());
        return new SurveyRound(elsewhere(), Optional.of(ROUND), key -> forms(), CLOCK, new SecureRandom());
    }

    /** Another folder; the keys came there by their own way. */
    private SurveyFiles elsewhere() throws IOException {
        Path place = Files.createDirectories(folder.resolve("elsewhere"));
        SurveyFiles there = files(place);
        Files.deleteIfExists(there.rowKey());
        Files.deleteIfExists(there.pepper());
        Files.copy(files(folder).rowKey(), there.rowKey());
        if (Files.exists(files(folder).pepper())) {
            Files.copy(files(folder).pepper(), there.pepper());
        }
        return there;
    }

    private Backup backup() {
        return new Backup(files(folder), new SecureRandom());
    }

    private Path target() {
        return folder.resolve("safe").resolve("survey.backup");
    }

    private static byte[] flipped(byte[] sound, Random random) {
        byte[] bad = sound.clone();
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
        return bad;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), Arrays.hashCode(Files.readAllBytes(file)) + "");
            }
        }
        return contents;
    }

    /** Hands out copies of the moment at which it was made. */
    private static final class Stale extends Forwarding {
        private final Path earlier;

        Stale(SurveyRound round, Path earlier) {
            super(round);
            this.earlier = earlier;
            round.snapshot(earlier);
        }

        @Override
        public void snapshot(Path into) {
            try (Stream<Path> all = Files.list(earlier)) {
                for (Path file : all.toList()) {
                    Files.copy(file, into.resolve(file.getFileName()));
                }
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    /** Fails after half the work. */
    private static final class Broken extends Forwarding {
        Broken(SurveyRound round) {
            super(round);
        }

        @Override
        public void snapshot(Path into) {
            super.snapshot(into);
            throw new RoundFault("服务已停止");
        }
    }
}
