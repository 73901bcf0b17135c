package org.gongshi.evaluation.statistics;

import java.util.List;

/** Several margins checked against the sample and against each other, as one system of constraints. */
final class MarginSet {
    /** Totals that differ by less than this part count as rounded versions of the same total. */
    private static final double ROUNDING = 1e-6;

    final MarginColumns columns;
    /** Wanted total of every column. */
    final double[] targets;
    /** Persons in the population, by the first margin. */
    final double total;

    /** @throws SurveyFault when the margins do not fit the sample or each other */
    MarginSet(SurveyDesign design, List<Margin> margins) {
        if (margins.isEmpty()) {
            throw new IllegalArgumentException("no margin");
        }
        margins.forEach(margin -> margin.check(design));
        total = margins.get(0).total();
        checkTotals(margins);
        int[][] category = new int[margins.size()][];
        int[] categories = new int[margins.size()];
        int width = 0;
        for (int each = 0; each < categories.length; each++) {
            category[each] = margins.get(each).categoryOfCell();
            categories[each] = margins.get(each).population().length;
            width += categories[each];
        }
        columns = new MarginColumns(category, categories);
        targets = new double[width];
        int at = 0;
        for (Margin margin : margins) {
            double scale = total / margin.total();
            for (double count : margin.population()) {
                targets[at++] = count * scale;
            }
        }
    }

    private static void checkTotals(List<Margin> margins) {
        double low = margins.stream().mapToDouble(Margin::total).min().orElse(0);
        double high = margins.stream().mapToDouble(Margin::total).max().orElse(0);
        if (high - low > ROUNDING * high) {
            var text = new StringBuilder("the margins have different totals:");
            margins.forEach(
                    margin -> text.append(' ').append(margin.name()).append(' ').append(margin.total()));
            throw new SurveyFault(FaultCode.MARGIN_TOTALS_DISAGREE, text + "; correct the counts");
        }
    }

    /** Largest distance of a column's total from its target, as a part of the population. */
    double misfit(double[] totals) {
        double worst = 0;
        for (int column = 0; column < targets.length; column++) {
            double gap = Math.abs(totals[column] - targets[column]);
            if (!(gap <= worst)) {
                worst = gap;
            }
        }
        return worst / total;
    }
}
