package org.gongshi.survey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongshi.survey.SurveyFixture.files;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.openLink;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;
import static org.gongshi.survey.SurveyFixture.submission;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.round.SurveyRound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final int FLIPS = 250;

    @TempDir
    Path folder;

    @Test
    void no_column_and_no_value_joins_the_two_files() throws Exception {
        collect(30);
        assertThat(columns("codes.db", "codes"))
                .containsExactly("h", "audience", "place", "stage", "cluster", "batch", "state", "mac", "kind");
        assertThat(columns("answers.db", "responses"))
                .containsExactly("id", "place", "audience", "stage", "cluster", "mode", "quality", "answers", "mac");
        assertThat(columns("answers.db", "box")).containsExactly("id", "place", "audience", "remark", "mac");
        assertThat(strings("codes.db", "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"))
                .noneMatch(sql -> sql.toUpperCase().contains("REFERENCES"))
                .filteredOn(sql -> sql.startsWith("CREATE TABLE"))
                .allMatch(sql -> sql.endsWith("STRICT, WITHOUT ROWID"));
        // No index, which would lie in the order of use; no table of counts, which would tell by its differences.
        assertThat(strings("codes.db", "SELECT name FROM sqlite_schema")).containsExactlyInAnyOrder("codes", "seal");
        assertThat(strings("answers.db", "SELECT name FROM sqlite_schema"))
                .containsExactlyInAnyOrder("responses", "box", "seal");
        Set<String> codeValues = blobs("codes.db", "codes", List.of("h", "state", "mac"));
        Set<String> answerValues = blobs("answers.db", "responses", List.of("id", "mac"));
        Set<String> boxValues = blobs("answers.db", "box", List.of("id", "mac"));
        assertThat(codeValues).doesNotContainAnyElementsOf(answerValues).doesNotContainAnyElementsOf(boxValues);
        assertThat(answerValues).doesNotContainAnyElementsOf(boxValues);
    }

    @Test
    void nothing_that_was_sent_besides_the_answers_is_on_disk() throws Exception {
        AccessCode code;
        String nonce = nonce();
        String school = "第一小学";
        try (SurveyRound round = round(folder)) {
            round.open();
            code = mintParents(round, 1).get(0);
            send(round.intake(), parent(nonce, code));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                String utf8 = new String(school.getBytes("UTF-8"), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(bytes)
                        .doesNotContain(code.value())
                        .doesNotContain(nonce)
                        .doesNotContain(utf8);
            }
        }
    }

    @Test
    void a_spent_code_stays_where_it_lay() throws Exception {
        Path codes = files(folder).folder().codes();
        try (SurveyRound round = round(folder)) {
            round.open();
            List<AccessCode> printed = mintParents(round, 300);
            List<List<String>> before = PageOrder.leaves(codes);
            printed.subList(0, 150).forEach(code -> send(round.intake(), parent(nonce(), code)));
            assertThat(PageOrder.leaves(codes)).isEqualTo(before);
        }
    }

    @Test
    void the_copy_of_the_close_lies_in_the_order_of_its_keys_alone() throws Exception {
        collect(60);
        Path answers = files(folder).folder().answers();
        assertThat(PageOrder.leaves(answers))
                .anySatisfy(leaf -> assertThat(leaf)
                        .isNotEqualTo(leaf.stream().sorted().toList())
                        .isNotEqualTo(
                                leaf.stream().sorted(Comparator.reverseOrder()).toList()));
        closeSurvey();
        assertThat(PageOrder.leaves(answers))
                .isNotEmpty()
                .allSatisfy(leaf -> assertThat(leaf)
                        .isIn(
                                leaf.stream().sorted().toList(),
                                leaf.stream().sorted(Comparator.reverseOrder()).toList()));
    }

    @Test
    void remarks_are_kept_apart_without_any_sign_of_their_sheet() throws Exception {
        try (SurveyRound round = round(folder)) {
            round.open();
            AccessCode code = mintParents(round, 1).get(0);
            var form = submission(
                    Audience.PARENT, nonce(), Optional.of(code.value()), Optional.empty(), Optional.of("多开图书馆"));
            send(round.intake(), form);
            send(round.intake(), form);
        }
        assertThat(strings("answers.db", "SELECT place || audience || remark FROM box"))
                .containsExactly("990100parent多开图书馆");
        assertThat(strings("answers.db", "SELECT answers FROM responses")).noneMatch(text -> text.contains("图书馆"));
    }

    @Test
    void every_flipped_bit_that_changes_an_answer_is_found_and_stops_the_release() throws Exception {
        collect(80);
        closeSurvey();
        Path file = files(folder).folder().answers();
        byte[] sound = Files.readAllBytes(file);
        List<Response> expected = released();
        assertThat(expected).hasSize(80);
        var random = new Random(11);
        int changed = 0;
        int passedBySqlite = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = sound.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            boolean sqliteIsContent = integrityCheckPasses();
            List<Response> read = readOrStop();
            if (!read.isEmpty()) {
                assertThat(read).as("flip at byte %d", at).containsExactlyInAnyOrderElementsOf(expected);
            } else {
                changed++;
                passedBySqlite += sqliteIsContent ? 1 : 0;
            }
        }
        // The control: SQLite's own check lets most of them pass, so the seals are what found them.
        assertThat(changed).isGreaterThan(FLIPS / 4);
        assertThat(passedBySqlite).isGreaterThan(changed / 2);
    }

    @Test
    void a_changed_row_is_named_and_a_missing_one_is_missed() throws Exception {
        collect(10);
        closeSurvey();
        try (Connection connection = open("answers.db");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE responses SET answers = '{\"P01\":1}' " + "WHERE id = (SELECT min(id) FROM responses)");
        }
        String id = strings("answers.db", "SELECT lower(hex(min(id))) FROM responses")
                .get(0);
        try (ClosedStore store = closed()) {
            assertThat(store.check()).extracting(Damage::row).containsExactly(id.substring(0, 16));
            assertThatThrownBy(() -> store.forEach(response -> {}))
                    .isInstanceOf(StoreFault.class)
                    .hasMessageContaining(id.substring(0, 16));
        }
        try (Connection connection = open("answers.db");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM responses WHERE id = (SELECT min(id) FROM responses)");
        }
        try (ClosedStore store = closed()) {
            assertThatThrownBy(() -> store.forEach(response -> {}))
                    .isInstanceOf(StoreFault.class)
                    .hasMessageContaining("行数");
        }
    }

    @Test
    void a_running_survey_with_a_lost_row_does_not_start() throws Exception {
        collect(5);
        try (Connection connection = open("answers.db");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM responses WHERE id = (SELECT min(id) FROM responses)");
        }
        assertThatThrownBy(() -> round(folder)).isInstanceOf(StoreFault.class).hasMessageContaining("行数");
    }

    @Test
    void an_open_survey_gives_no_answers_away() {
        collect(3);
        assertThatThrownBy(this::closed).isInstanceOf(StoreFault.class);
    }

    private void collect(int answers) {
        try (SurveyRound round = round(folder)) {
            round.open();
            List<AccessCode> codes = mintParents(round, answers);
            for (int i = 0; i < answers; i++) {
                send(round.intake(), i % 5 == 0 ? openLink(nonce()) : withRemark(codes.get(i)));
            }
        }
    }

    private static org.gongshi.survey.intake.Submission withRemark(AccessCode code) {
        return submission(Audience.PARENT, nonce(), Optional.of(code.value()), Optional.empty(), Optional.of("意见"));
    }

    private void closeSurvey() {
        try (SurveyRound round = round(folder)) {
            round.closeSurvey();
        }
    }

    private ClosedStore closed() {
        return ClosedStore.open(
                files(folder).folder(), RowKey.read(files(folder).rowKey()));
    }

    private List<Response> released() {
        List<Response> responses = new ArrayList<>();
        try (ClosedStore store = closed()) {
            store.forEach(responses::add);
        }
        return responses;
    }

    /** Nothing when the release was stopped. */
    private List<Response> readOrStop() {
        try {
            return released();
        } catch (StoreFault stopped) {
            return List.of();
        }
    }

    private boolean integrityCheckPasses() {
        try {
            return strings("answers.db", "PRAGMA integrity_check").equals(List.of("ok"));
        } catch (SQLException unreadable) {
            return false;
        }
    }

    private List<String> columns(String file, String table) throws SQLException {
        return strings(file, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
    }

    private Set<String> blobs(String file, String table, List<String> columns) throws SQLException {
        Set<String> values = new HashSet<>();
        for (String column : columns) {
            values.addAll(strings(file, "SELECT hex(" + column + ") FROM " + table));
        }
        values.remove("00".repeat(32));
        return values;
    }

    private List<String> strings(String file, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = open(file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private Connection open(String file) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + files(folder).folder().root().resolve(file));
    }
}
