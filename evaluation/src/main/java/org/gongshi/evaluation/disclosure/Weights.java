package org.gongshi.evaluation.disclosure;

import java.util.List;
import org.gongshi.evaluation.disclosure.ItemTable.Line;

/**
 * With what weight the places of an item make up the whole (权重): the people a place stands for, less those of its sheets that
 * leave the item out; without a population its answers. A reader knows the numbers of sheets and answers to the nearest five.
 */
final class Weights {
    private final Line total;
    private final List<Line> lines;

    Weights(Line total, List<Line> lines) {
        this.total = total;
        this.lines = List.copyOf(lines);
    }

    /** Sums to 1. */
    double[] shares() {
        double[] weights = lines.stream().mapToDouble(this::weight).toArray();
        double sum = java.util.Arrays.stream(weights).sum();
        for (int at = 0; at < weights.length; at++) {
            weights[at] /= sum;
        }
        return weights;
    }

    private double weight(Line line) {
        if (line.population() > 0) {
            return line.population() * answering(line.isShown() ? line : total);
        }
        return line.persons().map(n -> (double) n).orElseGet(this::hiddenAnswers);
    }

    private static double answering(Line line) {
        double sheets = line.responded().orElse(0L);
        double answers = line.persons().orElse(0L);
        return sheets > 0 && answers > 0 ? Math.min(1, answers / sheets) : 1;
    }

    /** What the whole leaves for each place whose number of answers is hidden. */
    private double hiddenAnswers() {
        double shown =
                lines.stream().mapToDouble(line -> line.persons().orElse(0L)).sum();
        long hidden = lines.stream().filter(line -> line.persons().isEmpty()).count();
        return Math.max(1, (total.persons().orElse(0L) - shown) / Math.max(1, hidden));
    }

    /** How far the weight of a shown place can be from what a reader takes it for, relative to it. */
    double[] errors() {
        return lines.stream().mapToDouble(Weights::error).toArray();
    }

    private static double error(Line line) {
        if (!line.isShown()) {
            return 0;
        }
        double answers = Math.max(1, line.persons().orElse(1L));
        double sheets = Math.max(1, line.responded().orElse((long) answers));
        return Reading.HALF_FIVE / answers + Reading.HALF_FIVE / sheets + Math.abs(1 - answers / sheets) / 2;
    }
}
