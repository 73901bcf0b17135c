package org.gongshi.generator.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.gongshi.evaluation.digest.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseChainTest {
    private static final String HEX = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final ReleaseChain CHAIN = ReleaseChain.EMPTY
            .plus(new ReleaseChain.Link(1, LocalDate.parse("2025-12-31"), new Digest(HEX)))
            .plus(new ReleaseChain.Link(2, LocalDate.parse("2026-01-31"), Digest.of(new byte[] {1})));

    @Test
    void what_is_written_reads_back() {
        assertThat(ReleaseChain.parse(CHAIN.toBytes())).isEqualTo(CHAIN);
        assertThat(ReleaseChain.parse(new byte[0])).isEqualTo(ReleaseChain.EMPTY);
    }

    @Test
    void a_longer_chain_begins_with_the_bytes_of_the_shorter() {
        assertThat(new String(CHAIN.toBytes()))
                .startsWith(new String(CHAIN.first(1).toBytes()));
        assertThat(CHAIN.first(1).digest()).isNotEqualTo(CHAIN.digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 2025-12-31 " + HEX + "\n",
                "1 2025-02-30 " + HEX + "\n",
                "1 2025-12-31 " + HEX,
                "1 2025-12-31 " + HEX + "\r\n",
                "01 2025-12-31 " + HEX + "\n",
                "1  2025-12-31 " + HEX + "\n",
                "1 2025-12-31 " + HEX + "\n\n",
                "1 2025-12-31 " + HEX + "\n1 2025-12-31 " + HEX + "\n",
                "999999999999 2025-12-31 " + HEX + "\n",
            })
    void other_lines_are_refused(String text) {
        assertThatThrownBy(() -> ReleaseChain.parse(SiteFixture.utf8(text))).isInstanceOf(SealFault.class);
    }
}
