package org.gongshi.evaluation.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.gongshi.evaluation.statistics.Inversion.Range;
import org.gongshi.evaluation.statistics.LinearProgram;
import org.gongshi.evaluation.statistics.LinearProgram.Extreme;

/** The option shares of one item in one row, as far as that row's own figures fix them (单元格组). */
final class ItemBlock {
    private static final double TOTAL = 100;

    private final Scale scale;
    private final List<Known> known;
    private final LinearProgram programme;
    private final List<double[]> corners = new ArrayList<>();
    private final boolean sound;

    /** @param known empty for an item that is withheld */
    ItemBlock(Scale scale, List<Known> known) {
        this.scale = scale;
        this.known = List.copyOf(known);
        this.programme = new LinearProgram(scale.size()).between(scale.all(), TOTAL, TOTAL);
        for (Known each : known) {
            programme.between(each.factors(), each.low(), each.high());
        }
        if (known.isEmpty()) {
            for (int option = 0; option < scale.size(); option++) {
                double[] corner = scale.option(option);
                corner[option] = TOTAL;
                corners.add(corner);
            }
            this.sound = true;
        } else {
            this.sound = explore();
        }
    }

    /** Whether some shares fit all that is published and the solver could say so. */
    boolean isSound() {
        return sound;
    }

    List<Known> known() {
        return known;
    }

    /** Shares that fit what is published: enough of the corners of all that do to know every extreme that is asked for. */
    List<double[]> corners() {
        return corners;
    }

    /** The middle of the corners. */
    double[] centre() {
        double[] centre = new double[scale.size()];
        for (double[] corner : corners) {
            for (int option = 0; option < centre.length; option++) {
                centre[option] += corner[option] / corners.size();
            }
        }
        return centre;
    }

    /** How small and how large a sum of shares can be. */
    Range range(double[] factors) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] corner : corners) {
            double value = dot(factors, corner);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new Range(low, high);
    }

    /** The corner at which a sum is smallest, or largest. */
    double[] corner(double[] factors, boolean largest) {
        double[] found = corners.get(0);
        for (double[] corner : corners) {
            double gain = dot(factors, corner) - dot(factors, found);
            found = (largest ? gain > 0 : gain < 0) ? corner : found;
        }
        return found;
    }

    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int at = 0; at < left.length; at++) {
            sum += left[at] * right[at];
        }
        return sum;
    }

    /** Finds the corners; false when nothing fits or the solver failed. */
    private boolean explore() {
        List<double[]> directions = new ArrayList<>();
        for (int option = 0; option < scale.size(); option++) {
            directions.add(scale.option(option));
        }
        directions.add(scale.satisfied());
        directions.add(scale.points());
        for (double[] direction : directions) {
            if (!visit(programme.smallest(direction)) || !visit(programme.largest(direction))) {
                return false;
            }
        }
        return true;
    }

    private boolean visit(Extreme extreme) {
        if (!(extreme instanceof Extreme.Reached reached)) {
            return false;
        }
        if (corners.stream().noneMatch(corner -> isSame(corner, reached.point()))) {
            corners.add(reached.point());
        }
        return true;
    }

    private static boolean isSame(double[] left, double[] right) {
        for (int at = 0; at < left.length; at++) {
            if (Math.abs(left[at] - right[at]) > 1e-6) {
                return false;
            }
        }
        return true;
    }
}
