package org.gongshi.survey.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongshi.survey.SurveyFixture.files;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.digest.MerkleRoot;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.survey.access.DocumentSignature;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundState;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.StoreFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestructionTest {
    private static final LocalDate CLOSED = LocalDate.parse("2025-03-20");
    private static final List<String> TWO = List.of("档案员", "督导办主任");

    @TempDir
    Path folder;

    private List<String> receipts = new ArrayList<>();

    @Test
    void raw_rows_keys_and_backups_are_destroyed_and_the_proof_tells_which() throws IOException {
        release();
        Path backup = folder.resolve("safe").resolve("survey.backup");
        try (SurveyRound round = round(folder)) {
            new Backup(files(folder), new SecureRandom()).write(round, backup);
        }
        Digest answers = digest(files(folder).folder().answers());
        byte[] proof = new Destruction(files(folder)).run(order(CLOSED.plusDays(365), TWO, List.of(backup)));
        Json.Obj told = (Json.Obj) JsonText.parse(proof);
        assertThat(told.field("receipts")).contains(Json.of(20));
        assertThat(told.field("receiptsRoot"))
                .contains(Json.of(MerkleRoot.ofHex(receipts).toString()));
        assertThat(new String(proof, StandardCharsets.UTF_8))
                .contains(answers.hex())
                .contains("survey.backup");
        assertThat(backup).doesNotExist();
        assertThat(files(folder).rowKey()).doesNotExist();
        assertThat(names()).containsExactlyInAnyOrder("destruction.json", "lock");
        assertThat(Files.readAllBytes(files(folder).folder().destruction())).isEqualTo(proof);
        try (SurveyRound gone = round(folder)) {
            assertThat(gone.isGone()).isTrue();
            assertThat(gone.state()).isEqualTo(RoundState.RELEASED);
            assertThat(gone.counts()).isEmpty();
            assertThatThrownBy(gone::check).isInstanceOf(RoundFault.class).hasMessageContaining("销毁");
        }
        assertThatThrownBy(() -> new Destruction(files(folder)).run(order(CLOSED.plusDays(999), TWO, List.of())))
                .isInstanceOf(RoundFault.class);
    }

    /** A backup, a restore or a close that was killed leaves plain copies beside the files that are known. */
    @Test
    void copies_and_logs_that_a_crash_has_left_are_destroyed_as_well() throws IOException {
        release();
        Path root = files(folder).folder().root();
        for (String name : List.of("backup", "restoring", "closing", "closed", "paper")) {
            Files.createDirectories(root.resolve(name));
            Files.copy(files(folder).folder().answers(), root.resolve(name).resolve("answers.db"));
        }
        for (String name : List.of("answers.db-wal", "codes.db-journal", "clues.db-wal", "round.json.new")) {
            Files.write(root.resolve(name), new byte[100]);
        }
        new Destruction(files(folder)).run(order(CLOSED.plusDays(365), TWO, List.of()));
        assertThat(names()).containsExactlyInAnyOrder("destruction.json", "lock");
    }

    @Test
    void too_early_by_one_person_or_without_the_backup_nothing_is_touched() throws IOException {
        release();
        var destruction = new Destruction(files(folder));
        for (Destruction.Order wrong : List.of(
                order(CLOSED.plusDays(364), TWO, List.of()),
                order(CLOSED.plusDays(365), List.of("甲", "甲 "), List.of()),
                order(CLOSED.plusDays(365), TWO, List.of(folder.resolve("absent"))))) {
            assertThatThrownBy(() -> destruction.run(wrong)).isInstanceOf(RoundFault.class);
            try (SurveyRound round = round(folder)) {
                assertThat(round.check()).isEmpty();
            }
        }
    }

    @Test
    void a_survey_that_is_not_released_or_still_served_is_not_destroyed() {
        var destruction = new Destruction(files(folder));
        var late = order(CLOSED.plusDays(9999), TWO, List.of());
        try (SurveyRound round = round(folder)) {
            round.open();
            assertThatThrownBy(() -> destruction.run(late)).isInstanceOf(StoreFault.class);
            round.closeSurvey();
        }
        assertThatThrownBy(() -> destruction.run(late))
                .isInstanceOf(RoundFault.class)
                .hasMessageContaining("发布");
    }

    @Test
    void an_interrupted_destruction_is_finished_by_the_next_run() throws IOException {
        release();
        var order = order(CLOSED.plusDays(365), TWO, List.of());
        byte[] proof = new Destruction(files(folder)).run(order);
        // As a crash leaves it: the intent is on file, one file and the row key are still there.
        Files.move(files(folder).folder().destruction(), files(folder).folder().destroying());
        Files.write(files(folder).folder().answers(), new byte[4096]);
        assertThatThrownBy(() -> round(folder)).isInstanceOf(RoundFault.class).hasMessageContaining("destroy");
        assertThat(new Destruction(files(folder)).run(order)).isEqualTo(proof);
        assertThat(names()).containsExactlyInAnyOrder("destruction.json", "lock");
    }

    @Test
    void the_next_start_finishes_it_with_the_backups_of_the_list() throws IOException {
        release();
        assertThat(new Destruction(files(folder)).finish())
                .as("nothing was begun")
                .isFalse();
        Path backup = folder.resolve("safe").resolve("survey.backup");
        try (SurveyRound round = round(folder)) {
            new Backup(files(folder), new SecureRandom()).write(round, backup);
        }
        byte[] proof = new Destruction(files(folder)).run(order(CLOSED.plusDays(365), TWO, List.of(backup)));
        Files.move(files(folder).folder().destruction(), files(folder).folder().destroying());
        Files.write(files(folder).folder().answers(), new byte[4096]);
        Files.write(backup, new byte[4096]);
        assertThat(new Destruction(files(folder)).finish()).isTrue();
        assertThat(backup).doesNotExist();
        assertThat(names()).containsExactlyInAnyOrder("destruction.json", "lock");
        assertThat(Files.readAllBytes(files(folder).folder().destruction())).isEqualTo(proof);
    }

    @Test
    void the_proof_can_be_signed_with_the_site_key() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path key = folder.resolve("site.key");
        Files.writeString(
                key,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        byte[] document = "证明".getBytes(StandardCharsets.UTF_8);
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(pair.getPublic());
        check.update(document);
        assertThat(check.verify(DocumentSignature.sign(key, document))).isTrue();
        Files.writeString(key, "no key");
        assertThatThrownBy(() -> DocumentSignature.sign(key, document)).isInstanceOf(SecretFault.class);
    }

    private void release() {
        try (SurveyRound round = round(folder)) {
            round.open();
            mintParents(round, 20).forEach(code -> send(round.intake(), parent(nonce(), code)));
            round.closeSurvey();
            for (int i = 0; i < 256; i++) {
                receipts.addAll(round.receipts(String.format("%02x", i)).orElseThrow());
            }
            round.markReleased();
        }
    }

    private static Destruction.Order order(LocalDate today, List<String> by, List<Path> backups) {
        return new Destruction.Order(by, today, 365, backups, false);
    }

    private static Digest digest(Path file) throws IOException {
        return Digest.of(Files.readAllBytes(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(files(folder).folder().root())) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
