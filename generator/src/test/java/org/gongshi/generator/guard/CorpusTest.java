package org.gongshi.generator.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How much of a labelled corpus the scan finds, and what it finds wrongly; docs/site.md carries the figures. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/guard/corpus.tsv");

    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void recall_and_false_positives_are_those_that_the_documentation_tells() throws IOException {
        for (String line : Files.readAllLines(CORPUS)) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t", 2);
                judge(cells[0], cells[1]);
            }
        }
        StringBuilder table = new StringBuilder();
        counts.forEach((kind, count) ->
                table.append(String.format(Locale.ROOT, "| %s | %d | %d |%n", kind, count[1], count[0])));
        System.out.print(table);
        System.out.println("missed: " + missed);
        System.out.println("wrong: " + wrong);
        assertThat(wrong).as("found where there is nothing").isEmpty();
        // A number torn by tags: known, and told in docs/site.md.
        assertThat(missed).hasSizeLessThanOrEqualTo(2);
        assertThat(Files.readString(Path.of("../docs/site.md"), StandardCharsets.UTF_8))
                .contains(table.toString().replace("\r", ""));
    }

    private void judge(String label, String text) {
        List<Datum> found = TextScan.of(text.getBytes(StandardCharsets.UTF_8));
        int[] count = counts.computeIfAbsent(label, kind -> new int[2]);
        count[0]++;
        if (label.equals("NONE")) {
            count[1] += found.isEmpty() ? 0 : 1;
            found.forEach(datum -> wrong.add(text + " " + datum));
        } else if (found.stream().anyMatch(datum -> datum.kind().name().equals(label))) {
            count[1]++;
        } else {
            missed.add(text);
        }
    }
}
