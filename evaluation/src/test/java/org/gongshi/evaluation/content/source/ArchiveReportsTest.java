package org.gongshi.evaluation.content.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.gongshi.evaluation.digest.Digest;
import org.junit.jupiter.api.Test;

class ArchiveReportsTest {
    @Test
    void batches_are_whole_lines_and_together_the_file() throws IOException {
        var random = new Random(11);
        for (boolean ended : new boolean[] {true, false}) {
            var text = new StringBuilder();
            for (int i = 0; i < 3000; i++) {
                text.append(i).append("x".repeat(random.nextInt(1500))).append('\n');
            }
            byte[] bytes = text.substring(0, text.length() - (ended ? 0 : 1)).getBytes(StandardCharsets.US_ASCII);
            var all = new ByteArrayOutputStream();
            try (var reports = new ArchiveReports(new ByteArrayInputStream(bytes))) {
                int batches = 0;
                for (Optional<ArchiveReports.Batch> batch = reports.next(); batch.isPresent(); batch = reports.next()) {
                    String lines = new String(batch.get().bytes(), StandardCharsets.US_ASCII);
                    // Every line begins with its own number.
                    assertThat(lines).startsWith(Integer.toString(batch.get().firstLine() - 1));
                    all.write(batch.get().bytes());
                    batches++;
                }
                assertThat(batches).isGreaterThan(2);
                assertThat(all.toByteArray()).isEqualTo(bytes);
                assertThat(reports.digest()).isEqualTo(Digest.of(bytes));
            }
        }
    }

    @Test
    void a_line_without_end_is_refused_before_it_fills_the_memory() throws IOException {
        try (var reports = new ArchiveReports(new Endless())) {
            assertThatThrownBy(reports::next).isInstanceOf(IOException.class).hasMessageContaining("10 MB");
        }
    }

    /** Never ends, and has no line end. */
    private static final class Endless extends java.io.InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            java.util.Arrays.fill(bytes, from, from + length, (byte) 'x');
            return length;
        }
    }
}
