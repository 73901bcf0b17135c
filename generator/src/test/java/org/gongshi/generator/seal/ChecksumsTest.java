package org.gongshi.generator.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {
    private static final String HEX = "a".repeat(64);

    @Test
    void lines_are_sorted_by_bytes_and_read_back() {
        SortedMap<String, Digest> digests = new TreeMap<>(Comparator.reverseOrder());
        List.of("a/b.html", "a-b.html", "Z.html", "a.html").forEach(path -> digests.put(path, new Digest(HEX)));
        Checksums checksums = new Checksums(digests);
        assertThat(checksums.digests().keySet()).containsExactly("Z.html", "a-b.html", "a.html", "a/b.html");
        assertThat(Checksums.parse(checksums.toBytes())).isEqualTo(checksums);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEX_A + "  ../etc/passwd\n",
                HEX_A + "  /etc/passwd\n",
                HEX_A + "  a//b\n",
                HEX_A + "  a\\b\n",
                HEX_A + "  C:b\n",
                HEX_A + "  SHA256SUMS\n",
                HEX_A + "  chain.txt\n",
                HEX_A + " *a\n",
                HEX_A + "  a",
                HEX_A + "  a\r\n",
                HEX_A + "  a\n\n",
                HEX_A + "  a\n" + HEX_A + "  a\n",
                HEX_A + "  b\n" + HEX_A + "  a\n",
                "\\" + HEX_A + "  a\n",
                "A" + HEX_A + "  a\n",
                "\n",
            })
    void other_lines_are_refused(String text) {
        assertThatThrownBy(() -> Checksums.parse(SiteFixture.utf8(text))).isInstanceOf(SealFault.class);
    }

    private static final String HEX_A = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @Test
    void the_digits_of_the_cases_are_a_digest() {
        assertThat(Checksums.parse(SiteFixture.utf8(HEX_A + "  a\n"))
                        .digests()
                        .get("a")
                        .hex())
                .isEqualTo(HEX);
    }
}
