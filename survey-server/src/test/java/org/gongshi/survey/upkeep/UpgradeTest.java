package org.gongshi.survey.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongshi.survey.SurveyFixture.EAST_PARENTS;
import static org.gongshi.survey.SurveyFixture.files;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.openLink;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.RoundState;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.StoreFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Upgrade: a data folder in the form of the program's first schema (codes had no kind) opens, is brought up, goes on and passes the
 * doctor; one of a later program is refused and left as it is.
 */
class UpgradeTest {
    /** The table of codes as the first schema had it; the other file has not changed since. */
    private static final String FIRST_CODES = """
            CREATE TABLE codes(
              h BLOB PRIMARY KEY CHECK (length(h) = 32),
              audience TEXT NOT NULL, place TEXT NOT NULL, stage TEXT NOT NULL,
              cluster INTEGER NOT NULL, batch INTEGER NOT NULL,
              state BLOB NOT NULL CHECK (length(state) = 32),
              mac BLOB NOT NULL CHECK (length(mac) = 16)) STRICT, WITHOUT ROWID;
            """;

    private static final String SEAL =
            "CREATE TABLE seal(name TEXT PRIMARY KEY, n INTEGER NOT NULL, mac BLOB NOT NULL) STRICT, WITHOUT ROWID";

    @TempDir
    Path folder;

    private List<AccessCode> codes;
    private Submission sent;

    @BeforeEach
    void collect() {
        try (SurveyRound round = round(folder)) {
            round.open();
            codes = mintParents(round, 4);
            sent = parent(nonce(), codes.get(0));
            assertThat(send(round.intake(), sent)).isInstanceOf(Reply.Accepted.class);
            send(round.intake(), openLink(nonce()));
        }
    }

    /** Writes the codes file in the form of the first schema; seals of slips were the same. */
    private static void writeAsTheFirstProgramDid(Path file) throws IOException, SQLException {
        Path first = file.resolveSibling("first.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + first);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA journal_mode=WAL");
            statement.executeUpdate(FIRST_CODES + SEAL);
            statement.executeUpdate("ATTACH '" + file + "' AS now");
            statement.executeUpdate(
                    "INSERT INTO codes SELECT h, audience, place, stage, cluster, batch, state, mac FROM now.codes");
            statement.executeUpdate("INSERT INTO seal SELECT name, n, mac FROM now.seal");
            statement.executeUpdate("DETACH now");
            statement.executeUpdate("PRAGMA user_version=1");
            statement.executeUpdate("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        Files.setPosixFilePermissions(first, Files.getPosixFilePermissions(file));
        Files.deleteIfExists(file.resolveSibling("codes.db-wal"));
        Files.deleteIfExists(file.resolveSibling("codes.db-shm"));
        Files.move(first, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void change(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static long version(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            row.next();
            return row.getLong(1);
        }
    }

    private CheckupReport doctor() {
        return new Checkup(files(folder)).run(Optional.empty());
    }

    @Test
    void a_folder_of_the_first_schema_is_brought_up_goes_on_and_is_sound() throws Exception {
        writeAsTheFirstProgramDid(files(folder).folder().codes());
        assertThat(version(files(folder).folder().codes())).isEqualTo(1);
        try (SurveyRound round = round(folder)) {
            round.showForms();
            assertThat(round.state()).isEqualTo(RoundState.OPEN);
            assertThat(send(round.intake(), sent))
                    .isInstanceOfSatisfying(
                            Reply.Accepted.class,
                            reply -> assertThat(reply.retried()).isTrue());
            assertThat(send(round.intake(), parent(nonce(), codes.get(0)))).isInstanceOf(Reply.CodeSpent.class);
            assertThat(send(round.intake(), parent(nonce(), codes.get(1)))).isInstanceOf(Reply.Accepted.class);
            assertThat(round.mint(new MintOrder(CodeKind.SCHOOL, EAST_PARENTS, Optional.of("一小"), 1))
                            .codes())
                    .hasSize(1);
            assertThat(round.check()).isEmpty();
        }
        assertThat(version(files(folder).folder().codes())).isEqualTo(2);
        assertThat(doctor().faults()).isEmpty();
        try (SurveyRound round = round(folder)) {
            round.showForms();
            round.closeSurvey();
        }
        assertThat(doctor().faults()).isEmpty();
    }

    @Test
    void the_doctor_brings_a_folder_up_as_a_start_does_and_finds_it_sound() throws Exception {
        writeAsTheFirstProgramDid(files(folder).folder().codes());
        assertThat(doctor().faults()).isEmpty();
        assertThat(version(files(folder).folder().codes())).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"codes.db", "answers.db"})
    void a_folder_of_a_later_program_is_refused_and_stays_as_it_is(String name) throws Exception {
        Path file = files(folder).folder().root().resolve(name);
        change(file, "PRAGMA user_version=99");
        assertThatThrownBy(() -> round(folder).close())
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("由更新版本的程序写成");
        assertThat(version(file)).isEqualTo(99);
        assertThat(doctor().faults()).anySatisfy(line -> assertThat(line).contains("更新版本"));
        change(file, "PRAGMA user_version=" + (name.equals("codes.db") ? 2 : 1));
        try (SurveyRound round = round(folder)) {
            round.showForms();
            assertThat(round.check()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"codes.db", "answers.db"})
    void a_closed_folder_of_a_later_program_is_refused_too(String name) throws Exception {
        try (SurveyRound round = round(folder)) {
            round.showForms();
            round.closeSurvey();
        }
        Path file = files(folder).folder().root().resolve(name);
        long known = version(file);
        change(file, "PRAGMA user_version=99");
        assertThatThrownBy(() -> round(folder).close())
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining(file + " 由更新版本的程序写成");
        assertThat(doctor().faults()).anySatisfy(line -> assertThat(line).contains("更新版本"));
        change(file, "PRAGMA user_version=" + known);
        try (SurveyRound round = round(folder)) {
            assertThat(round.check()).isEmpty();
        }
    }

    /** A backup of the first program can still be put in place by this one, also under a new row key; codes of every kind stay good. */
    @Test
    void a_backup_of_the_first_schema_is_restored_and_sealed_anew() throws Exception {
        Path target = folder.resolve("safe").resolve("survey.backup");
        try (SurveyRound round = round(folder)) {
            round.showForms();
            var asTheFirst = new Forwarding(round) {
                @Override
                public void snapshot(Path into) {
                    super.snapshot(into);
                    try {
                        writeAsTheFirstProgramDid(into.resolve("codes.db"));
                    } catch (IOException | SQLException fault) {
                        throw new IllegalStateException(fault);
                    }
                }
            };
            new Backup(files(folder), new SecureRandom()).write(asTheFirst, target);
        }
        Path once = restored(files(folder), "once", target);
        AccessCode school;
        try (SurveyRound round = round(once)) {
            round.showForms();
            assertThat(send(round.intake(), parent(nonce(), codes.get(2)))).isInstanceOf(Reply.Accepted.class);
            school = round.mint(new MintOrder(CodeKind.SCHOOL, EAST_PARENTS, Optional.of("一小"), 1))
                    .codes()
                    .get(0);
            new Backup(files(once), new SecureRandom()).write(round, target);
        }
        Path twice = restored(files(once), "twice", target);
        try (SurveyRound round = round(twice)) {
            round.showForms();
            assertThat(round.check()).as("also the row of the school's code").isEmpty();
            assertThat(send(round.intake(), parent(nonce(), school))).isInstanceOf(Reply.Accepted.class);
        }
    }

    /** Another folder under a new row key; the pepper comes there by its own way. */
    private Path restored(SurveyFiles from, String name, Path backup) throws IOException {
        Path parent = Files.createDirectory(folder.resolve(name));
        SurveyFiles there = files(parent);
        Files.deleteIfExists(there.rowKey());
        Files.deleteIfExists(there.pepper());
        Files.copy(from.pepper(), there.pepper());
        new Restore(there, Optional.of(from.rowKey()), new SecureRandom()).read(backup);
        return parent;
    }
}
