package org.gongshi.evaluation.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One change, and exactly what a check says to it: file, line, column, field, message and hint, from {@code
 * src/test/resources/content/faults.txt}. What a change does to decisions is {@code ContentGateTest}'s.
 */
class PlantedFaultsTest {
    @TempDir
    private Path root;

    private record Fault(String title, String file, String old, String replacement, List<String> finds) {
        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_planted_fault_is_found_where_it_is(Fault fault) {
        ContentFixture content = ContentFixture.valid(root).change(fault.file(), fault.old(), fault.replacement());
        assertThat(content.errors())
                .filteredOn(line -> !line.contains("/decisions.yaml:"))
                .containsExactlyElementsOf(fault.finds());
    }

    static Stream<Fault> faults() throws IOException {
        try (InputStream table = PlantedFaultsTest.class.getResourceAsStream("/content/faults.txt")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n"))
                    .filter(block -> !block.startsWith("#"))
                    .map(PlantedFaultsTest::fault);
        }
    }

    private static Fault fault(String block) {
        List<String> lines = new ArrayList<>(block.lines().toList());
        return new Fault(
                lines.get(0),
                value(lines.get(1), "file: "),
                value(lines.get(2), "old: "),
                value(lines.get(3), "new: "),
                lines.subList(4, lines.size()));
    }

    private static String value(String line, String label) {
        assertThat(line).startsWith(label.stripTrailing());
        String text = line.length() < label.length() ? "" : line.substring(label.length());
        return text.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\u0007", "\u0007")
                .replace("\\\\", "\\");
    }
}
