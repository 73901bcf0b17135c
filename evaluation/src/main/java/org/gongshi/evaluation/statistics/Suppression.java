package org.gongshi.evaluation.statistics;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hiding of small cells (小单元格抑制): primary by a threshold, then complementary within groups whose total is published.
 * Hundepool et al., <i>Statistical Disclosure Control</i> (2012).
 */
public final class Suppression {
    private Suppression() {}

    /**
     * Cells below the threshold.
     *
     * @param zeroIsSafe whether a 0 may be shown
     */
    public static boolean[] primary(double[] counts, double threshold, boolean zeroIsSafe) {
        boolean[] hidden = new boolean[counts.length];
        for (int cell = 0; cell < counts.length; cell++) {
            hidden[cell] = counts[cell] < threshold && !(zeroIsSafe && counts[cell] == 0);
        }
        return hidden;
    }

    /**
     * Hides more cells of every group with a hidden one: while fewer than two are hidden or the hidden ones sum to less than
     * {@code minSuppressedTotal}, the smallest remaining cell above 0, the first of equals.
     *
     * @param groups group of every cell
     * @param primary cells hidden already
     */
    public static boolean[] withinGroups(
            String[] groups, double[] counts, boolean[] primary, double minSuppressedTotal) {
        boolean[] hidden = primary.clone();
        Map<String, Boolean> touched = new LinkedHashMap<>();
        for (int cell = 0; cell < groups.length; cell++) {
            touched.merge(groups[cell], primary[cell], Boolean::logicalOr);
        }
        touched.forEach((group, any) -> {
            if (any) {
                complete(group, groups, counts, hidden, minSuppressedTotal);
            }
        });
        return hidden;
    }

    private static void complete(String group, String[] groups, double[] counts, boolean[] hidden, double minTotal) {
        while (true) {
            int many = 0;
            double total = 0;
            int smallest = -1;
            for (int cell = 0; cell < groups.length; cell++) {
                if (!groups[cell].equals(group)) {
                    continue;
                }
                if (hidden[cell]) {
                    many++;
                    total += counts[cell];
                } else if (counts[cell] > 0 && (smallest < 0 || counts[cell] < counts[smallest])) {
                    smallest = cell;
                }
            }
            if (many >= 2 && total >= minTotal || smallest < 0) {
                return;
            }
            hidden[smallest] = true;
        }
    }
}
