package org.gongshi.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The runs of several contenders as a Markdown table for {@code docs/benchmarks.md}: medians, the least and the most, and how
 * many times as long each took as the first. Times of a contender that was stopped at its limit are only bounds and bear a
 * {@code >}; the first must have come to its end.
 */
public final class ResultTable {
    private final List<String> figures;

    /** @param figures names of the figures that get a column, in this order */
    public ResultTable(String... figures) {
        this.figures = List.of(figures);
    }

    public String of(List<Runs> all) {
        if (all.get(0).stopped()) {
            throw new IllegalArgumentException(all.get(0).name() + " was stopped: nothing can be measured by it");
        }
        List<String> heads = new ArrayList<>(List.of("", "runs", "seconds: median (least – most)", "ratio", "peak MB"));
        heads.addAll(figures);
        StringBuilder table = new StringBuilder(row(heads))
                .append(row(heads.stream().map(head -> "---").toList()));
        for (Runs runs : all) {
            table.append(row(cells(runs, all.get(0))));
        }
        return table.toString();
    }

    private List<String> cells(Runs runs, Runs first) {
        List<String> cells = new ArrayList<>();
        cells.add(runs.name());
        cells.add(Integer.toString(runs.measures().size()));
        String bound = runs.stopped() ? "> " : "";
        cells.add(bound + number(runs.medianSeconds()) + " (" + number(runs.leastSeconds()) + " – "
                + number(runs.mostSeconds()) + ")");
        cells.add(bound + number(runs.medianSeconds() / first.medianSeconds()));
        cells.add(number(runs.peakMegabytes()));
        figures.forEach(figure -> cells.add(number(runs.medianOf(figure))));
        return cells;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "–";
    }

    /** Three digits that count. */
    private static String number(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
