package org.gongshi.survey.clue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongshi.survey.SurveyFixture.files;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.openLink;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.ClueStore;
import org.gongshi.survey.store.SealedClue;
import org.gongshi.survey.store.StoreFault;
import org.gongshi.survey.upkeep.Backup;
import org.gongshi.survey.upkeep.Checkup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClueBoxTest {
    private static final LocalDate DAY = LocalDate.parse("2025-03-20");

    @TempDir
    Path folder;

    private final OfficeKey office = OfficeKey.create();

    @Test
    void a_stolen_data_folder_with_all_its_keys_tells_no_clue() throws IOException {
        try (SurveyRound round = round(folder)) {
            ClueBox box = round.clues(office.publicKey());
            box.drop(clue("食堂收费不公开"));
            round.open();
            send(round.intake(), openLink(nonce()));
        }
        byte[] secret = "食堂".getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
            }
        }
        // Whoever has the row key reads the box and finds sealed bytes alone.
        assertThat(namesOfColumns()).containsExactly("id", "day", "sealed", "mac");
        try (var store =
                new ClueStore(files(folder).folder(), RowKey.read(files(folder).rowKey()), new SecureRandom())) {
            SealedClue sealed = store.all().get(0);
            assertThatThrownBy(() -> ClueSeal.open(sealed.bytes(), sealed.day(), OfficeKey.create()))
                    .isInstanceOf(ClueFault.class);
            assertThat(ClueSeal.open(sealed.bytes(), sealed.day(), office).text())
                    .isEqualTo("食堂收费不公开");
        }
    }

    @Test
    void the_office_takes_them_out_in_no_order_and_opens_them() {
        Path exported = folder.resolve("clues.txt");
        try (SurveyRound round = round(folder)) {
            ClueBox box = round.clues(office.publicKey());
            List<String> texts = IntStream.range(0, 40).mapToObj(i -> "线索" + i).toList();
            texts.forEach(text -> assertThat(box.drop(clue(text))).isTrue());
            assertThat(round.exportClues(exported)).isEqualTo(40);
            assertThatThrownBy(() -> round.exportClues(exported)).isInstanceOf(StoreFault.class);
            List<String> opened = ClueBox.open(exported, office).clues().stream()
                    .map(Clue::text)
                    .toList();
            assertThat(opened).containsExactlyInAnyOrderElementsOf(texts).isNotEqualTo(texts);
            Set<List<String>> orders = new HashSet<>();
            for (int i = 0; i < 3; i++) {
                orders.add(box.inbox().stream().map(SealedClue::id).toList());
            }
            assertThat(orders.size()).isGreaterThan(1);
        }
    }

    /** After the office has changed its key: each key opens its own, and tells how many are not. */
    @Test
    void a_box_with_clues_for_two_keys_is_opened_by_each_for_its_own() {
        Path exported = folder.resolve("clues.txt");
        OfficeKey next = OfficeKey.create();
        try (SurveyRound round = round(folder)) {
            ClueBox box = round.clues(office.publicKey());
            assertThat(box.drop(clue("以前的"))).isTrue();
            assertThat(box.drop(clue("也是以前的"))).isTrue();
            assertThat(round.clues(next.publicKey()).drop(clue("以后的"))).isTrue();
            assertThat(round.exportClues(exported)).isEqualTo(3);
        }
        ClueBox.Opened former = ClueBox.open(exported, office);
        assertThat(former.clues()).extracting(Clue::text).containsExactlyInAnyOrder("以前的", "也是以前的");
        assertThat(former.others()).isEqualTo(1);
        ClueBox.Opened later = ClueBox.open(exported, next);
        assertThat(later.clues()).extracting(Clue::text).containsExactly("以后的");
        assertThat(later.others()).isEqualTo(2);
        assertThat(later.damaged()).isZero();
        assertThat(ClueBox.open(exported, OfficeKey.create()).others()).isEqualTo(3);
    }

    @Test
    void a_full_box_takes_nothing_more() {
        try (var store = new ClueStore(
                files(folder).folder().create(),
                RowKey.readOrCreate(files(folder).rowKey(), new SecureRandom()),
                new SecureRandom())) {
            assertThat(store.add(DAY, new byte[] {1}, 2)).isTrue();
            assertThat(store.add(DAY, new byte[] {2}, 2)).isTrue();
            assertThat(store.add(DAY, new byte[] {3}, 2)).isFalse();
            assertThat(store.all()).hasSize(2);
        }
    }

    @Test
    void the_box_is_part_of_backup_and_examination() throws Exception {
        try (SurveyRound round = round(folder)) {
            round.clues(office.publicKey()).drop(clue("线索"));
            Path target = folder.resolve("safe.backup");
            new Backup(files(folder), new SecureRandom()).write(round, target);
            Path copy = Files.createDirectory(folder.resolve("copy"));
            round.snapshot(copy);
            assertThat(copy.resolve("clues.db")).exists();
            assertThat(round.check()).isEmpty();
        }
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + files(folder).folder().clues());
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE clues SET day = '2025-03-21'");
        }
        assertThat(new Checkup(files(folder)).run(Optional.empty()).faults())
                .anySatisfy(line -> assertThat(line).startsWith("clues "));
    }

    private List<String> namesOfColumns() {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + files(folder).folder().clues());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT name FROM pragma_table_info('clues') ORDER BY cid")) {
            List<String> names = new java.util.ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        } catch (java.sql.SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Clue clue(String text) {
        return new Clue(DAY, Clue.Kind.CLUE, Optional.empty(), text, Optional.empty());
    }
}
