package org.gongshi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTest {
    @TempDir
    Path folder;

    @Test
    void each_round_begins_with_another_contender() throws Exception {
        List<String> order = new ArrayList<>();
        var sideBySide = new SideBySide();
        for (String name : List.of("a", "b", "c")) {
            sideBySide.add(new Contender(name, () -> {
                order.add(name);
                return Measure.ofSeconds(1);
            }));
        }
        List<Runs> runs = sideBySide.run(3);
        assertThat(order).containsExactly("a", "b", "c", "b", "c", "a", "c", "a", "b");
        assertThat(runs).extracting(Runs::name).containsExactly("a", "b", "c");
    }

    @Test
    void the_table_tells_medians_and_ratios_to_the_first() {
        var ours = new Runs("ours", List.of(measure(0.2, 0.1), measure(0.3, 0.2), measure(0.1, 0.3)));
        var theirs = new Runs("theirs", List.of(Measure.ofSeconds(30), Measure.ofSeconds(10)));
        assertThat(new ResultTable("computing").of(List.of(ours, theirs)).lines())
                .containsExactly(
                        "|  | runs | seconds: median (least – most) | ratio | peak MB | computing |",
                        "| --- | --- | --- | --- | --- | --- |",
                        "| ours | 3 | 0.200 (0.100 – 0.300) | 1.00 | 64.0 | 0.200 |",
                        "| theirs | 2 | 20.0 (10.0 – 30.0) | 100 | – | – |");
    }

    @Test
    void a_process_tells_its_figures_and_its_memory() throws Exception {
        Measure measure = new ProcessRun(folder, List.of("sh", "-c", "echo figure computing 0.25; echo other")).once();
        assertThat(measure.figures()).isEqualTo(Map.of("computing", 0.25));
        assertThat(measure.seconds()).isPositive();
    }

    @Test
    void a_process_that_fails_has_no_result() {
        assertThatThrownBy(() -> new ProcessRun(folder, List.of("sh", "-c", "exit 3")).once())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("3");
    }

    @Test
    void a_process_that_passes_its_limit_is_stopped_and_its_times_are_bounds() throws Exception {
        var slow = new ProcessRun(folder, List.of("sh", "-c", "echo figure read 3; sleep 600"), () -> 0.2);
        Measure measure = slow.once();
        assertThat(measure.stopped()).isTrue();
        assertThat(measure.seconds()).isBetween(0.2, 60.0);
        var ours = new Runs("ours", List.of(measure(0.2, 0.1)));
        var theirs = new Runs("theirs", List.of(new Measure(30, OptionalDouble.empty(), Map.of(), true)));
        assertThat(new ResultTable().of(List.of(ours, theirs)))
                .contains("| theirs | 1 | > 30.0 (30.0 – 30.0) | > 150 | – |");
        assertThatThrownBy(() -> new ResultTable().of(List.of(theirs, ours)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("theirs");
    }

    private static Measure measure(double seconds, double computing) {
        return new Measure(seconds, OptionalDouble.of(64), Map.of("computing", computing));
    }
}
