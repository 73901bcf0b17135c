package org.gongshi.survey.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongshi.survey.SurveyFixture.files;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.openLink;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;
import static org.gongshi.survey.SurveyFixture.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundState;
import org.gongshi.survey.round.SurveyRound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promise 5: the doctor finds every flipped bit that changes data, and says which row. */
class CheckupTest {
    private static final int FLIPS = 150;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"answers.db, false", "codes.db, false", "answers.db, true", "codes.db, true"})
    void every_flipped_bit_that_changes_data_is_found(String name, boolean closed) throws Exception {
        collect(60, closed);
        Path file = files(folder).folder().root().resolve(name);
        byte[] sound = Files.readAllBytes(file);
        String content = content(file);
        assertThat(doctor().faults()).isEmpty();
        var random = new Random(5);
        int changed = 0;
        int passedBySqlite = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = sound.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            boolean same = content(file).equals(content);
            boolean sqliteIsContent = sqliteIsContent(file);
            boolean found = !doctor().isSound();
            assertThat(found || same).as("flip %d at byte %d", i, at).isTrue();
            changed += same ? 0 : 1;
            passedBySqlite += !same && sqliteIsContent ? 1 : 0;
            Files.deleteIfExists(file.resolveSibling(name + "-wal"));
            Files.write(file, sound);
        }
        assertThat(doctor().faults()).isEmpty();
        if (!name.equals("codes.db") || !closed) {
            // The control: SQLite's own check alone would have let them pass.
            assertThat(changed).isGreaterThan(FLIPS / 5);
            assertThat(passedBySqlite).isGreaterThan(changed / 2);
        }
    }

    @Test
    void the_row_is_named() throws Exception {
        collect(10, false);
        Path answers = files(folder).folder().answers();
        String id;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + answers);
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT lower(hex(min(id))) FROM responses")) {
                row.next();
                id = row.getString(1);
            }
            statement.executeUpdate("UPDATE responses SET cluster = cluster + 1 WHERE hex(id) = upper('" + id + "')");
        }
        assertThat(doctor().faults())
                .anySatisfy(line -> assertThat(line).startsWith("responses " + id.substring(0, 16)));
    }

    @Test
    void rows_that_were_taken_away_or_invented_are_missed() throws Exception {
        collect(10, false);
        change("answers.db", "DELETE FROM responses WHERE id = (SELECT min(id) FROM responses)");
        assertThat(doctor().faults()).anySatisfy(line -> assertThat(line).contains("行数"));
    }

    @Test
    void more_answers_than_spent_codes_are_told() throws Exception {
        collect(10, false);
        byte[] before = Files.readAllBytes(files(folder).folder().codes());
        try (SurveyRound round = round(folder)) {
            round.showForms();
            List<AccessCode> more = mintParents(round, 2);
            byte[] unspent = Files.readAllBytes(files(folder).folder().codes());
            more.forEach(code -> send(round.intake(), form(code)));
            before = unspent;
        }
        // An older codes.db, every row of it sealed: codes that were used would open the survey twice.
        Files.write(files(folder).folder().codes(), before);
        assertThat(doctor().faults()).anySatisfy(line -> assertThat(line).contains("多于已使用的访问码"));
    }

    @Test
    void lost_keys_open_permissions_and_leftovers_are_told() throws Exception {
        collect(3, false);
        Files.setPosixFilePermissions(files(folder).folder().codes(), PosixFilePermissions.fromString("rw-r--r--"));
        Folders.createPrivate(files(folder).folder().root().resolve("backup"));
        assertThat(doctor().faults())
                .singleElement()
                .asString()
                .contains("codes.db")
                .contains("chmod");
        assertThat(doctor().notes()).singleElement().asString().contains("backup");
        Files.delete(files(folder).pepper());
        assertThat(doctor().faults()).hasSize(2);
        Files.delete(files(folder).rowKey());
        assertThat(doctor().faults())
                .anySatisfy(line -> assertThat(line).contains("缺少行校验密钥").contains("副本"));
    }

    @Test
    void a_pepper_that_outlived_the_close_is_told() throws Exception {
        collect(3, false);
        byte[] pepper = Files.readAllBytes(files(folder).pepper());
        try (SurveyRound round = round(folder)) {
            round.closeSurvey();
        }
        assertThat(doctor().faults()).isEmpty();
        Files.write(files(folder).pepper(), pepper);
        assertThat(doctor().faults()).anySatisfy(line -> assertThat(line).contains("访问码密钥仍在"));
    }

    @Test
    void a_pepper_of_another_survey_is_noticed_before_a_single_slip_is_refused() throws Exception {
        collect(3, false);
        byte[] own = Files.readAllBytes(files(folder).pepper());
        byte[] other = own.clone();
        other[7] ^= 1;
        Files.write(files(folder).pepper(), other);
        assertThat(doctor().faults())
                .singleElement()
                .asString()
                .contains("不是这一轮调查的")
                .contains("副本");
        assertThatThrownBy(() -> round(folder)).isInstanceOf(SecretFault.class).hasMessageContaining("不是这一轮");
        Files.write(files(folder).pepper(), own);
        assertThat(doctor().faults()).isEmpty();
        try (SurveyRound round = round(folder)) {
            round.showForms();
            round.closeSurvey();
            assertThat(round.record().pepper()).as("gone with the pepper").isEmpty();
        }
    }

    @Test
    void a_row_key_of_another_survey_is_one_line_not_hundreds() throws Exception {
        collect(60, false);
        byte[] own = Files.readAllBytes(files(folder).rowKey());
        byte[] other = own.clone();
        other[7] ^= 1;
        Files.write(files(folder).rowKey(), other);
        assertThat(doctor().faults()).hasSize(2).last().asString().contains("多半是行校验密钥拿错了");
        Files.write(files(folder).rowKey(), own);
        assertThat(doctor().faults()).isEmpty();
    }

    @Test
    void a_survey_with_damage_is_not_closed_unless_that_is_said() throws Exception {
        collect(10, false);
        change("answers.db", "UPDATE responses SET cluster = cluster + 1 WHERE id = (SELECT min(id) FROM responses)");
        try (SurveyRound round = round(folder)) {
            round.showForms();
            assertThatThrownBy(round::closeSurvey)
                    .isInstanceOf(RoundFault.class)
                    .hasMessageContaining("1 处损坏")
                    .hasMessageContaining("survey doctor");
            assertThat(round.state()).isEqualTo(RoundState.OPEN);
            assertThat(files(folder).pepper()).exists();
            round.closeDespiteDamage();
            assertThat(round.state()).isEqualTo(RoundState.CLOSED);
        }
        assertThat(doctor().faults()).as("it is still told").isNotEmpty();
    }

    @Test
    void a_running_survey_is_examined_by_itself() throws Exception {
        collect(5, false);
        try (SurveyRound round = round(folder)) {
            assertThat(new Checkup(files(folder)).run(Optional.of(round)).faults())
                    .isEmpty();
        }
    }

    @Test
    void an_empty_folder_is_told() {
        assertThat(doctor().faults()).singleElement().asString().contains("没有调查");
    }

    private void collect(int answers, boolean closed) {
        try (SurveyRound round = round(folder)) {
            round.open();
            List<AccessCode> codes = mintParents(round, answers + 10);
            for (int i = 0; i < answers; i++) {
                send(round.intake(), i % 5 == 0 ? openLink(nonce()) : form(codes.get(i)));
            }
            if (closed) {
                round.closeSurvey();
            }
        }
    }

    private static org.gongshi.survey.intake.Submission form(AccessCode code) {
        return submission(Audience.PARENT, nonce(), Optional.of(code.value()), Optional.empty(), Optional.of("意见"));
    }

    private CheckupReport doctor() {
        return new Checkup(files(folder)).run(Optional.empty());
    }

    private void change(String name, String sql) throws SQLException {
        Path file = files(folder).folder().root().resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Every value of every table as SQL would write it; nothing comparable when it cannot be read. */
    private static String content(Path file) throws IOException {
        var text = new StringBuilder();
        try (Connection connection = reading(file)) {
            for (String table : List.of("codes", "responses", "box", "seal", "issued")) {
                if (strings(connection, "SELECT name FROM sqlite_schema WHERE name = '" + table + "'")
                        .isEmpty()) {
                    continue;
                }
                List<String> columns =
                        strings(connection, "SELECT 'quote(' || name || ')' FROM pragma_table_info('" + table + "')");
                text.append(strings(
                        connection, "SELECT " + String.join("||','||", columns) + " FROM " + table + " ORDER BY 1"));
            }
        } catch (SQLException unreadable) {
            text.append("unreadable");
        }
        return text.toString();
    }

    private static boolean sqliteIsContent(Path file) {
        try (Connection connection = reading(file)) {
            return strings(connection, "PRAGMA integrity_check").equals(List.of("ok"));
        } catch (SQLException unreadable) {
            return false;
        }
    }

    private static Connection reading(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro&immutable=1");
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
