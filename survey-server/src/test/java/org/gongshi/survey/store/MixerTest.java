package org.gongshi.survey.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attacker who knows in which order people came holds that order against the order of cells on the pages. */
class MixerTest {
    private static final int PEOPLE = 14;
    private static final int SURVEYS = 12;
    private static final int MANY = 60;

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();

    @Test
    void lonely_batches_leave_no_order_on_the_page() throws Exception {
        // By chance one of n lies at its own place: about 12 in 12 surveys of 14 people.
        assertThat(recognised(
                        (connection, row) -> new Mixer(connection, random, "t", 2).insert(List.<Object[]>of(row))))
                .isLessThan(SURVEYS * PEOPLE / 3);
    }

    /** Who copies the file after every batch must not see in which cell the newest row lies. */
    @Test
    void the_last_who_came_lies_anywhere_on_the_page() throws Exception {
        assertThat(mostFrequentPlaceOfTheLast(random)).isLessThan(MANY / 3);
    }

    @Test
    void without_the_shuffle_the_last_who_came_lies_always_at_the_same_place() throws Exception {
        assertThat(mostFrequentPlaceOfTheLast(new NeverMixing())).isEqualTo(MANY);
    }

    /** Leaves what it is to shuffle as it is. */
    private static final class NeverMixing extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public int nextInt(int bound) {
            return bound - 1;
        }
    }

    /** In how many of many surveys the last row lies at the place where it lies most often. */
    private long mostFrequentPlaceOfTheLast(SecureRandom mixing) throws IOException, SQLException {
        Map<Integer, Long> places = new HashMap<>();
        for (int survey = 0; survey < MANY; survey++) {
            Path file = folder.resolve("last" + survey + ".db");
            String last = "";
            try (Connection connection = database(file)) {
                var mixer = new Mixer(connection, mixing, "t", 2);
                for (int person = 0; person < PEOPLE; person++) {
                    Object[] row = row(person);
                    mixer.insert(List.<Object[]>of(row));
                    last = HexFormat.of().formatHex((byte[]) row[0]);
                }
            }
            List<String> onPage =
                    PageOrder.leaves(file).stream().flatMap(List::stream).toList();
            places.merge(onPage.indexOf(last), 1L, Long::sum);
            Files.delete(file);
        }
        return places.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    @Test
    void a_plain_insert_shows_everybody() throws Exception {
        assertThat(recognised(MixerTest::plainInsert)).isEqualTo(SURVEYS * PEOPLE);
    }

    @Test
    void rows_are_inserted_once_and_neighbours_stay_as_they_were() throws Exception {
        try (Connection connection = database(folder.resolve("once.db"))) {
            var mixer = new Mixer(connection, random, "t", 2);
            List<Object[]> rows = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                rows.add(row(i));
            }
            assertThat(mixer.insert(rows)).isEqualTo(300);
            assertThat(mixer.insert(rows.subList(0, 3))).isZero();
            assertThat(mixer.insert(List.of(rows.get(7), row(300)))).isEqualTo(1);
            assertThat(Sqlite.number(connection, "SELECT count(*) FROM t")).isEqualTo(301);
            for (Object[] row : rows) {
                String id = HexFormat.of().formatHex((byte[]) row[0]);
                String query = "SELECT count(*) FROM t WHERE id = x'" + id + "' AND v = '" + row[1] + "'";
                assertThat(Sqlite.number(connection, query)).isEqualTo(1);
            }
        }
    }

    private interface Insert {
        void insert(Connection connection, Object[] row) throws SQLException;
    }

    /** People whose place in the arrival is the place of their row on the page, over several surveys. */
    private long recognised(Insert insert) throws IOException, SQLException {
        long recognised = 0;
        for (int survey = 0; survey < SURVEYS; survey++) {
            Path file = folder.resolve("survey" + survey + ".db");
            List<String> arrived = new ArrayList<>();
            try (Connection connection = database(file)) {
                for (int person = 0; person < PEOPLE; person++) {
                    Object[] row = row(person);
                    insert.insert(connection, row);
                    arrived.add(HexFormat.of().formatHex((byte[]) row[0]));
                }
            }
            List<String> onPage =
                    PageOrder.leaves(file).stream().flatMap(List::stream).toList();
            assertThat(onPage).containsExactlyInAnyOrderElementsOf(arrived);
            for (int person = 0; person < PEOPLE; person++) {
                recognised += onPage.get(person).equals(arrived.get(person)) ? 1 : 0;
            }
            Files.delete(file);
        }
        return recognised;
    }

    private static void plainInsert(Connection connection, Object[] row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
            insert.setObject(1, row[0]);
            insert.setObject(2, row[1]);
            insert.executeUpdate();
        }
    }

    private Object[] row(int number) {
        byte[] id = new byte[32];
        random.nextBytes(id);
        return new Object[] {id, "{\"P01\":" + number % 5 + ",\"P02\":" + "3".repeat(20 + random.nextInt(30)) + "}"};
    }

    private static Connection database(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA secure_delete=ON");
            statement.execute("PRAGMA synchronous=OFF");
            statement.execute("CREATE TABLE t(id BLOB PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID");
        }
        return connection;
    }
}
