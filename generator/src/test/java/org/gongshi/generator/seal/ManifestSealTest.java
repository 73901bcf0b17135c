package org.gongshi.generator.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestSealTest {
    @Test
    void signs_as_rfc_8032_test_1_says() {
        assertThat(HexFormat.of().formatHex(SiteFixture.KEY.sign(new byte[0])))
                .isEqualTo(
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                                + "d25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void derives_the_public_key_of_rfc_8032_test_1() {
        byte[] spki = java.util.Base64.getMimeDecoder()
                .decode(SiteFixture.KEY.publicKey().toPem().replaceAll("-----.*-----", ""));
        assertThat(HexFormat.of().formatHex(spki))
                .endsWith("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void a_new_key_reads_back_from_its_pem() {
        ManifestSeal made = ManifestSeal.generate();
        ManifestSeal read = ManifestSeal.parse(made.toPem());
        byte[] bytes = SiteFixture.utf8("评价");
        assertThat(read.publicKey().fingerprint()).isEqualTo(made.publicKey().fingerprint());
        assertThat(PublicSealKey.parse(read.publicKey().toPem()).verifies(bytes, made.sign(bytes)))
                .isTrue();
        assertThat(ManifestSeal.generate().publicKey().verifies(bytes, made.sign(bytes)))
                .isFalse();
    }

    @Test
    void a_signature_of_any_other_length_is_none() {
        byte[] bytes = SiteFixture.utf8("评价");
        byte[] signature = SiteFixture.KEY.sign(bytes);
        for (int length = 0; length < signature.length; length++) {
            assertThat(SiteFixture.KEY.publicKey().verifies(bytes, java.util.Arrays.copyOf(signature, length)))
                    .isFalse();
        }
        assertThat(SiteFixture.KEY.publicKey().verifies(bytes, java.util.Arrays.copyOf(signature, 65)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PRIVATE KEY-----",
                "-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n!!\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            })
    void other_texts_are_no_key(String text) {
        assertThatThrownBy(() -> ManifestSeal.publicKeyIn(text)).isInstanceOf(SealFault.class);
    }

    @Test
    void a_key_made_by_openssl_serves(@TempDir Path folder) throws Exception {
        assumeTrue(Programs.has("openssl"), "openssl is not installed");
        Path key = folder.resolve("site.key");
        Programs.run(folder, "openssl", "genpkey", "-algorithm", "ed25519", "-out", key.toString());
        Programs.run(folder, "openssl", "pkey", "-in", key.toString(), "-pubout", "-out", "site.pub");
        ManifestSeal seal = ManifestSeal.parse(Files.readString(key));
        assertThat(seal.publicKey().toPem()).isEqualTo(Files.readString(folder.resolve("site.pub")));
    }
}
