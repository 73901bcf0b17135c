package org.gongshi.templates.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gongshi.evaluation.Require;

/**
 * Two years side by side, a line for each place (斜率图): who rose, who fell. Names keep a distance at both ends even where the
 * values meet.
 *
 * @param scale the axis from bottom to top
 * @param left name of the earlier year
 * @param right name of the later year
 */
public record SlopeChart(ChartText text, Scale scale, String left, String right, List<Line> lines) implements Chart {
    /** Height of the drawing and least distance of two names, in tenths of an em. */
    private static final int LEAST_HEIGHT = 240;

    private static final int APART = 15;
    private static final int TOP = 30;
    private static final int ROUNDS = 60;

    public SlopeChart {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(scale, "scale");
        Require.text(left, "left");
        Require.text(right, "right");
        lines = List.copyOf(lines);
    }

    /** One place: exact values for drawing, printed ones for reading. */
    public record Line(String label, BigDecimal from, BigDecimal to, String fromShown, String toShown) {
        /** Rising, falling or level: in words and in the kind of line, never by colour alone. */
        public String direction() {
            int rise = to.compareTo(from);
            return rise > 0 ? "rise" : rise < 0 ? "fall" : "level";
        }
    }

    /** A line with its ends and its two labels, in tenths of an em from the top. */
    public record Placed(Line line, int fromY, int toY, int fromLabel, int toLabel) {}

    /** Height in tenths of an em. */
    public int height() {
        return TOP + plot() + 2 * APART;
    }

    public List<Placed> placed() {
        List<Integer> from = lines.stream().map(line -> y(line.from())).toList();
        List<Integer> to = lines.stream().map(line -> y(line.to())).toList();
        List<Integer> fromLabels = apart(from);
        List<Integer> toLabels = apart(to);
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            placed.add(new Placed(lines.get(i), from.get(i), to.get(i), fromLabels.get(i), toLabels.get(i)));
        }
        return placed;
    }

    private int plot() {
        return Math.max(LEAST_HEIGHT, lines.size() * (APART + 5));
    }

    private int y(BigDecimal value) {
        BigDecimal share = value.subtract(scale.low())
                .multiply(BigDecimal.valueOf(plot()))
                .divide(scale.high().subtract(scale.low()), 0, RoundingMode.HALF_UP);
        return TOP + plot() - Math.max(0, Math.min(plot(), share.intValue()));
    }

    /** Moves labels apart: each pair that meets parts by half, again and again; what then still meets moves down, and up again. */
    private List<Integer> apart(List<Integer> wanted) {
        List<Integer> order = IntStream.range(0, wanted.size())
                .boxed()
                .sorted(Comparator.comparing(wanted::get))
                .toList();
        int[] at = order.stream().mapToInt(wanted::get).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 1; i < at.length; i++) {
                int lacking = APART - (at[i] - at[i - 1]);
                if (lacking > 0) {
                    at[i - 1] -= lacking / 2;
                    at[i] += lacking - lacking / 2;
                }
            }
        }
        within(at);
        Integer[] labels = new Integer[at.length];
        for (int i = 0; i < at.length; i++) {
            labels[order.get(i)] = at[i];
        }
        return List.of(labels);
    }

    private void within(int[] at) {
        int top = TOP;
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.max(at[i], top);
            top = at[i] + APART;
        }
        int bottom = TOP + plot() + APART;
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], bottom);
            bottom = at[i] - APART;
        }
    }
}
