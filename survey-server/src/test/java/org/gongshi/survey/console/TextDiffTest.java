package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {
    @Test
    void tells_lines_that_go_and_come_with_their_numbers() {
        assertThat(TextDiff.of(List.of("a", "b", "c"), List.of("a", "x", "c", "d")))
                .containsExactly("− 2  b", "+ 2  x", "+ 4  d");
        assertThat(TextDiff.of(List.of(), List.of("a"))).containsExactly("+ 1  a");
        assertThat(TextDiff.of(List.of("a"), List.of("a"))).isEmpty();
    }

    @Test
    void what_is_told_makes_one_text_of_the_other() {
        Random random = new Random(20251122);
        for (int round = 0; round < 500; round++) {
            List<String> before = lines(random);
            List<String> after = lines(random);
            List<String> made = new ArrayList<>(before);
            List<String> told = TextDiff.of(before, after);
            // From the end, so that the numbers of what goes still hold; then what comes, from the beginning.
            for (int at = told.size() - 1; at >= 0; at--) {
                if (told.get(at).startsWith("−")) {
                    assertThat(made.remove(number(told.get(at)) - 1)).isEqualTo(text(told.get(at)));
                }
            }
            told.stream().filter(line -> line.startsWith("+")).forEach(line -> made.add(number(line) - 1, text(line)));
            assertThat(made).isEqualTo(after);
        }
    }

    private static List<String> lines(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(line -> "l" + random.nextInt(5))
                .toList();
    }

    private static int number(String told) {
        return Integer.parseInt(told.split(" ")[1]);
    }

    private static String text(String told) {
        return told.substring(told.indexOf("  ") + 2);
    }
}
