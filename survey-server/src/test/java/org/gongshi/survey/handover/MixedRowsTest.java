package org.gongshi.survey.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixedRowsTest {
    @TempDir
    Path folder;

    @Test
    void every_row_comes_once_as_it_was_and_the_same_order_comes_again() throws IOException {
        try (MixedRows rows = MixedRows.in(folder)) {
            IntStream.range(0, 5_000).forEach(row -> rows.add(List.of("地" + row, "", Integer.toString(row % 7))));
            rows.mix(new Random(3));
            List<String> first = order(rows);
            assertThat(first)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 5_000)
                            .mapToObj(row -> "地" + row + "||" + row % 7)
                            .toList())
                    .isNotEqualTo(first.stream().sorted().toList());
            assertThat(order(rows)).isEqualTo(first);
        }
    }

    /** Every order of four rows as often as the others: 24 orders, each some 250 times of 6,000. */
    @Test
    void no_order_is_likelier_than_another() throws IOException {
        var random = new Random(5);
        Map<List<String>, Integer> orders = new HashMap<>();
        try (MixedRows rows = MixedRows.in(folder)) {
            IntStream.range(0, 4).forEach(row -> rows.add(List.of(Integer.toString(row))));
            for (int draw = 0; draw < 6_000; draw++) {
                rows.mix(random);
                orders.merge(order(rows), 1, Integer::sum);
            }
        }
        assertThat(orders).hasSize(24);
        assertThat(orders.values()).allSatisfy(count -> assertThat(count).isBetween(180, 320));
    }

    @Test
    void nothing_of_the_rows_stays_in_the_folder() throws IOException {
        try (MixedRows rows = MixedRows.in(folder)) {
            rows.add(List.of("a"));
            assertThat(order(rows)).containsExactly("a");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_cell_that_would_become_two_is_refused() throws IOException {
        try (MixedRows rows = MixedRows.in(folder)) {
            assertThatIllegalArgumentException().isThrownBy(() -> rows.add(List.of("a,b")));
        }
    }

    private static List<String> order(MixedRows rows) throws IOException {
        List<String> seen = new ArrayList<>();
        rows.forEach((number, cells) -> {
            assertThat(number).isEqualTo(seen.size() + 1);
            seen.add(String.join("|", cells));
        });
        return seen;
    }
}
