package org.gongshi.benchmarks.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gongshi.evaluation.statistics.Margin;

/** The margins to rake to, in a file that every contender reads: {@code margin,category,people}. */
record Targets(List<Margin> margins) {
    Targets {
        margins = List.copyOf(margins);
    }

    private static final List<String> NAMES = List.of("stratum", "sex", "age");

    /** Invents margins near those of the sample, and writes them. */
    static void invent(Columns columns) throws IOException {
        SyntheticCells cells = SyntheticCells.of(Counting.count(columns));
        List<Margin> margins = cells.margins(cells.design(true));
        List<String> lines = new ArrayList<>(List.of("margin,category,people"));
        for (int margin = 0; margin < NAMES.size(); margin++) {
            double[] people = margins.get(margin).population();
            for (int category = 0; category < people.length; category++) {
                lines.add(String.format(Locale.ROOT, "%s,%d,%.10f", NAMES.get(margin), category, people[category]));
            }
        }
        Files.write(columns.folder().resolve("targets.csv"), lines);
    }

    static Targets read(Path folder) throws IOException {
        List<String[]> rows = Files.readAllLines(folder.resolve("targets.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        return new Targets(NAMES.stream()
                .map(name -> {
                    double[] people = rows.stream()
                            .filter(row -> row[0].equals(name))
                            .mapToDouble(row -> Double.parseDouble(row[2]))
                            .toArray();
                    return new Margin(name, SyntheticCells.category(name), categories(people.length), people);
                })
                .toList());
    }

    private static List<String> categories(int number) {
        String[] names = new String[number];
        Arrays.setAll(names, Integer::toString);
        return List.of(names);
    }
}
