package org.gongshi.evaluation.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededStreamTest {
    @Test
    void the_numbers_are_those_that_a_program_in_another_language_made_from_the_description() {
        SeededStream stream = new SeededStream("gongshi test", "种子 2025");

        List<Integer> numbers =
                IntStream.range(0, 10).mapToObj(each -> stream.below(1000)).toList();

        assertThat(numbers).containsExactly(284, 994, 769, 957, 579, 298, 951, 356, 26, 81);
    }

    @Test
    void the_order_is_the_one_that_a_program_in_another_language_made_from_the_description() {
        List<String> order = new SeededStream("gongshi test", "种子 2025").shuffled(List.of("abcdefghij".split("")));

        assertThat(String.join("", order)).isEqualTo("gacidhfbje");
    }

    @Test
    void every_number_below_the_bound_is_about_equally_frequent() {
        SeededStream stream = new SeededStream("gongshi test", "evenness");
        int[] seen = new int[7];

        IntStream.range(0, 70_000).forEach(each -> seen[stream.below(7)]++);

        // 10,000 expected each; six standard deviations are 556.
        assertThat(IntStream.of(seen)).allMatch(count -> Math.abs(count - 10_000) < 556);
    }

    @Test
    void another_purpose_or_seed_gives_other_numbers() {
        List<List<Integer>> streams = new ArrayList<>();
        for (String[] each : new String[][] {{"a", "b"}, {"b", "a"}, {"a", "c"}, {"ab", "b"}}) {
            SeededStream stream = new SeededStream(each[0], each[1]);
            streams.add(
                    IntStream.range(0, 8).mapToObj(n -> stream.below(1_000_000)).toList());
        }

        assertThat(streams).doesNotHaveDuplicates();
    }

    @Test
    void a_seed_of_two_lines_is_refused_since_its_blocks_could_be_those_of_another() {
        assertThatThrownBy(() -> new SeededStream("a", "b\nc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeededStream("a", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeededStream("a", "b").below(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
