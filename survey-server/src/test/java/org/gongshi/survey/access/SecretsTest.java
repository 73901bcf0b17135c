package org.gongshi.survey.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.gongshi.evaluation.place.PlaceCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void a_pepper_is_readable_by_its_owner_alone_and_stays_the_same() throws IOException {
        Path file = folder.resolve("data.pepper");
        AccessCode code = new CodeMint(random).mint(1).get(0);
        CodeHash hash = Pepper.readOrCreate(file, random).hash(code);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Pepper.read(file).hash(code)).isEqualTo(hash);
        assertThat(Pepper.readOrCreate(folder.resolve("other"), random).hash(code))
                .isNotEqualTo(hash);
    }

    @Test
    void a_destroyed_pepper_is_gone_and_never_made_again_by_reading() {
        Path file = folder.resolve("data.pepper");
        Pepper.readOrCreate(file, random).destroy();
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> Pepper.read(file)).isInstanceOf(SecretFault.class);
        Pepper.destroy(file);
    }

    @Test
    void a_truncated_secret_is_refused() throws IOException {
        Path file = folder.resolve("data.pepper");
        Files.write(file, new byte[31]);
        assertThatThrownBy(() -> Pepper.read(file)).isInstanceOf(SecretFault.class);
        assertThatThrownBy(() -> RowKey.readOrCreate(file, random)).isInstanceOf(SecretFault.class);
    }

    @Test
    void a_school_has_one_cluster_number_in_its_place_and_under_its_pepper() {
        Pepper pepper = Pepper.readOrCreate(folder.resolve("one"), random);
        Pepper other = Pepper.readOrCreate(folder.resolve("two"), random);
        var east = new PlaceCode("990100");
        int cluster = pepper.cluster(east, "第一小学");
        assertThat(cluster).isPositive();
        assertThat(pepper.cluster(east, " 第一小学 ")).isEqualTo(cluster);
        assertThat(pepper.cluster(new PlaceCode("990200"), "第一小学")).isNotEqualTo(cluster);
        assertThat(pepper.cluster(east, "第二小学")).isNotEqualTo(cluster);
        assertThat(other.cluster(east, "第一小学")).isNotEqualTo(cluster);
    }

    @Test
    void a_seal_fits_its_row_and_no_other() {
        RowKey key = RowKey.readOrCreate(folder.resolve("key"), random);
        byte[] seal = key.seal("row", bytes("ab"), bytes("c"));
        assertThat(key.fits(seal, "row", bytes("ab"), bytes("c"))).isTrue();
        assertThat(key.fits(seal, "row", bytes("a"), bytes("bc"))).isFalse();
        assertThat(key.fits(seal, "other", bytes("ab"), bytes("c"))).isFalse();
        seal[0] ^= 1;
        assertThat(key.fits(seal, "row", bytes("ab"), bytes("c"))).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
