package org.gongshi.generator.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    private static final Manifest MANIFEST = Manifest.at(
            2,
            Optional.of(new Manifest.Previous(Digest.of(new byte[] {1}), Digest.of(new byte[] {2}))),
            SiteFixture.provenance("2025-12-31"),
            Optional.of(SiteFixture.KEY.publicKey().fingerprint()),
            List.of(FileEntry.of("b.html", new byte[] {3}), FileEntry.of("B.html", new byte[] {4})));

    @Test
    void what_is_written_reads_back_as_the_same_manifest() {
        assertThat(Manifest.parse(MANIFEST.toBytes())).isEqualTo(MANIFEST);
    }

    @Test
    void expires_400_days_after_the_as_of_date() {
        assertThat(MANIFEST.expires()).isEqualTo("2027-02-04");
    }

    @Test
    void a_demonstration_whose_day_stands_still_does_not_expire_in_anyones_time() {
        Provenance real = SiteFixture.provenance("2025-12-31");
        Provenance demonstration = new Provenance(
                real.site(), true, real.asOf(), real.approvals(), real.surveys(), real.receipts(), real.inputs());
        Manifest manifest = Manifest.at(1, Optional.empty(), demonstration, Optional.empty(), List.of());
        assertThat(manifest.expires()).isEqualTo("2125-12-31");
    }

    /** A chain begun before the receipts were told must still be read, byte for byte. */
    @Test
    void a_manifest_without_receipts_is_what_it_was_before_they_were_told() {
        Provenance real = SiteFixture.provenance("2025-12-31");
        var silent = new Provenance(
                real.site(),
                real.demonstration(),
                real.asOf(),
                real.approvals(),
                real.surveys(),
                List.of(),
                real.inputs());
        Manifest manifest = Manifest.at(1, Optional.empty(), silent, Optional.empty(), List.of());
        assertThat(new String(manifest.toBytes(), StandardCharsets.UTF_8)).doesNotContain("receipts");
        assertThat(Manifest.parse(manifest.toBytes())).isEqualTo(manifest);
        Manifest telling = Manifest.at(1, Optional.empty(), real, Optional.empty(), List.of());
        assertThat(new String(telling.toBytes(), StandardCharsets.UTF_8))
                .contains("\"receipts\":[{\"count\":327,\"root\":\"sha256:");
        assertThat(Manifest.parse(telling.toBytes())).isEqualTo(telling);
    }

    @Test
    void files_stand_in_the_order_of_their_bytes() {
        assertThat(MANIFEST.files()).extracting(FileEntry::path).containsExactly("B.html", "b.html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sequence\":2 | \"sequence\":2.5",
                "\"sequence\":2 | \"sequence\":0",
                "\"sequence\":2 | \"sequence\":1",
                "\"sequence\":2 | \"sequence\":99999999999",
                "\"sequence\":2 | \"sequence\":2,\"sequence\":2",
                "\"sequence\":2 | \"sequence\":2,\"zzz\":1",
                "\"sequence\":2 | \"sequence\":\"2\"",
                "\"sequence\":2 | \"sequence\":1e999999999",
                "\"size\":1 | \"size\":-1",
                "\"size\":1 | \"size\": 1",
                "\"path\":\"b.html\" | \"path\":\"../b.html\"",
                "\"path\":\"b.html\" | \"path\":\"/b.html\"",
                "\"path\":\"b.html\" | \"path\":\"B.html\"",
                "\"path\":\"b.html\" | \"path\":\"chain.txt\"",
                "\"asOf\":\"2025-12-31\" | \"asOf\":\"2025-02-30\"",
                "\"asOf\":\"2025-12-31\" | \"asOf\":null",
                "gongshi-manifest/1 | gongshi-manifest/9",
                "sha256: | sha512:",
            })
    void other_bytes_are_no_manifest(String good, String bad) {
        String text = new String(MANIFEST.toBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(good);
        byte[] changed = text.replace(good, bad).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Manifest.parse(changed)).isInstanceOf(SealFault.class);
    }

    @Test
    void text_that_is_no_json_is_no_manifest() {
        for (String text : List.of("", "[]", "{", "null", "{}", "[".repeat(100_000))) {
            assertThatThrownBy(() -> Manifest.parse(SiteFixture.utf8(text))).isInstanceOf(SealFault.class);
        }
    }
}
