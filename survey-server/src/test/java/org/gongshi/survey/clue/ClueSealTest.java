package org.gongshi.survey.clue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.gongshi.evaluation.place.PlaceCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClueSealTest {
    private static final LocalDate DAY = LocalDate.parse("2025-03-20");
    private static final char[] PASSPHRASE = "correct horse battery".toCharArray();

    @TempDir
    Path folder;

    @Test
    void what_was_sealed_comes_out_with_the_office_key() {
        OfficeKey office = OfficeKey.create();
        Clue clue = clue("食堂收费不公开", Optional.of("138…"));
        assertThat(ClueSeal.open(ClueSeal.seal(clue, office.publicKey()), DAY, office))
                .isEqualTo(clue);
    }

    @Test
    void every_flipped_bit_another_day_and_another_key_are_told() {
        OfficeKey office = OfficeKey.create();
        byte[] sealed = ClueSeal.seal(clue("线索", Optional.empty()), office.publicKey());
        var random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] bad = sealed.clone();
            bad[i < 60 ? i : random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> ClueSeal.open(bad, DAY, office)).isInstanceOf(ClueFault.class);
        }
        assertThatThrownBy(() -> ClueSeal.open(java.util.Arrays.copyOf(sealed, 30), DAY, office))
                .isInstanceOf(ClueFault.class);
        assertThatThrownBy(() -> ClueSeal.open(sealed, DAY.plusDays(1), office)).isInstanceOf(ClueFault.class);
        assertThatThrownBy(() -> ClueSeal.open(sealed, DAY, OfficeKey.create()))
                .isInstanceOf(ClueFault.class)
                .hasMessageContaining("另一把公钥");
    }

    @Test
    void the_length_tells_only_a_class_of_sizes_and_no_two_look_alike() {
        OfficeKey office = OfficeKey.create();
        int shortest = ClueSeal.seal(clue("甲", Optional.empty()), office.publicKey()).length;
        byte[] first = ClueSeal.seal(clue("字".repeat(300), Optional.empty()), office.publicKey());
        assertThat(first).hasSize(shortest);
        assertThat(ClueSeal.seal(clue("字".repeat(300), Optional.empty()), office.publicKey()))
                .isNotEqualTo(first);
        // The longest that is allowed, in the widest characters.
        Clue longest = clue("𠀀".repeat(Clue.LONGEST_TEXT), Optional.of("𠀀".repeat(Clue.LONGEST_CONTACT)));
        assertThat(ClueSeal.open(ClueSeal.seal(longest, office.publicKey()), DAY, office))
                .isEqualTo(longest);
    }

    @Test
    void the_private_key_lies_under_its_passphrase() throws Exception {
        OfficeKey office = OfficeKey.create();
        Path file = folder.resolve("office.key");
        Path publicFile = folder.resolve("office.key.pub");
        Files.writeString(file, office.pem(PASSPHRASE, new SecureRandom()));
        Files.writeString(publicFile, office.publicPem());
        byte[] sealed = ClueSeal.seal(clue("线索", Optional.empty()), ClueKey.read(publicFile));
        assertThat(ClueSeal.open(sealed, DAY, OfficeKey.read(file, publicFile, PASSPHRASE))
                        .text())
                .isEqualTo("线索");
        assertThatThrownBy(() -> OfficeKey.read(file, publicFile, "correct horse batterz".toCharArray()))
                .isInstanceOf(ClueFault.class);
        assertThat(Files.readString(file)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        Files.writeString(publicFile, "none");
        assertThatThrownBy(() -> ClueKey.read(publicFile)).isInstanceOf(ClueFault.class);
        assertThat(OfficeKey.isFit("short".toCharArray())).isFalse();
        assertThat(OfficeKey.isFit("口令口令口令口令口令口令口令".toCharArray())).isFalse();
    }

    @Test
    void a_clue_says_nothing_to_a_log() {
        assertThat(clue("食堂收费", Optional.of("x")).toString()).isEqualTo("Clue[…]");
        assertThat(new String(clue("食堂", Optional.empty()).bytes(), StandardCharsets.UTF_8))
                .contains("食堂");
    }

    private static Clue clue(String text, Optional<String> contact) {
        return new Clue(DAY, Clue.Kind.CLUE, Optional.of(new PlaceCode("990100")), text, contact);
    }
}
