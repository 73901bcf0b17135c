package org.gongshi.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OptionCountsTest {
    private static final byte NONE = (byte) 0xFF;

    @Test
    void every_answer_is_counted_once_in_its_cell() {
        var counts = new OptionCounts(2, 1, 3);
        counts.add(0, new int[] {0, 1, 1, 0, 1}, 0, new byte[] {0, 2, 2, NONE, 1}, 5);

        assertThat(counts.count(0, 0, 0)).isEqualTo(1);
        assertThat(counts.count(0, 1, 2)).isEqualTo(2);
        assertThat(counts.count(0, 1, 1)).isEqualTo(1);
        assertThat(counts.respondents(0)).containsExactly(2, 3);
        assertThat(counts.answers(0, 0, 50, 100).valid(0)).isEqualTo(1);
    }

    @Test
    void counts_of_pieces_are_the_counts_of_the_whole() {
        var random = new Random(5);
        int rows = 1000;
        int[] cellOfRow = random.ints(rows, 0, 7).toArray();
        byte[] codes = new byte[rows];
        random.nextBytes(codes);
        for (int row = 0; row < rows; row += 2) {
            codes[row] = (byte) random.nextInt(5);
        }
        var whole = new OptionCounts(7, 1, 5);
        whole.add(0, cellOfRow, 0, codes, rows);
        var pieces = new OptionCounts(7, 1, 5);
        for (int first = 0; first < rows; first += 64) {
            int many = Math.min(64, rows - first);
            byte[] piece = new byte[64];
            System.arraycopy(codes, first, piece, 0, many);
            pieces.add(0, cellOfRow, first, piece, many);
        }
        for (int cell = 0; cell < 7; cell++) {
            for (int option = 0; option < 5; option++) {
                int wantedCell = cell;
                int wanted = option;
                long slow = java.util.stream.IntStream.range(0, rows)
                        .filter(row -> cellOfRow[row] == wantedCell && codes[row] == wanted)
                        .count();
                assertThat(whole.count(0, cell, option)).isEqualTo((int) slow);
                assertThat(pieces.count(0, cell, option)).isEqualTo((int) slow);
            }
        }
        assertThat(java.util.Arrays.stream(whole.respondents(0)).sum()).isEqualTo(rows);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> new OptionCounts(0, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OptionCounts(1, 1, 3).count(0, 0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OptionCounts(1, 1, 3).answers(0, 1, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
