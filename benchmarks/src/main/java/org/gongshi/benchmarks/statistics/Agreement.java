package org.gongshi.benchmarks.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far two contenders' means and standard errors lie apart: fast and wrong would be no result. */
final class Agreement {
    private Agreement() {}

    static String of(Path ours, Path theirs) throws IOException {
        Map<String, double[]> left = read(ours);
        Map<String, double[]> right = read(theirs);
        if (right.isEmpty() || !left.keySet().containsAll(right.keySet())) {
            throw new IllegalStateException(left.size() + " means of ours, " + right.size() + " of theirs");
        }
        double[] worst = new double[2];
        right.forEach((key, other) -> {
            for (int at = 0; at < 2; at++) {
                worst[at] = Math.max(worst[at], Math.abs(left.get(key)[at] / other[at] - 1));
            }
        });
        return String.format(
                Locale.ROOT,
                "%d means compared; largest relative difference of a mean %.1e, of a standard error %.1e",
                right.size(),
                worst[0],
                worst[1]);
    }

    private static Map<String, double[]> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Map<String, double[]> rows = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            rows.put(
                    Integer.parseInt(cells[0]) + "/" + Integer.parseInt(cells[1].replace("\"", "")),
                    new double[] {Double.parseDouble(cells[2]), Double.parseDouble(cells[3])});
        }
        return rows;
    }
}
