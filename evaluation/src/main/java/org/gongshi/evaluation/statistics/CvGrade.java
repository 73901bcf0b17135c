package org.gongshi.evaluation.statistics;

import java.util.List;

/**
 * Letters for means by their coefficient of variation (变异系数分级), as statistical offices print beside figures: at
 * thresholds 0.05, 0.10, ... a cv below the first gets the first letter, and so on.
 *
 * @param thresholds rising
 * @param grades one more than thresholds
 * @param minimumN fewer respondents: {@link #SUPPRESS}
 */
public record CvGrade(List<Double> thresholds, List<String> grades, long minimumN) {
    /** Instead of a letter: too few respondents. */
    public static final String SUPPRESS = "suppress";
    /** Instead of a letter: the coefficient of variation cannot be computed. */
    public static final String UNDEFINED = "undefined";

    public CvGrade {
        thresholds = List.copyOf(thresholds);
        grades = List.copyOf(grades);
        if (grades.size() != thresholds.size() + 1) {
            throw new IllegalArgumentException(thresholds.size() + " thresholds need " + (thresholds.size() + 1)
                    + " grades, not " + grades.size());
        }
    }

    /** The letter of a mean. */
    public String of(MeanEstimate mean) {
        if (mean.n() < minimumN) {
            return SUPPRESS;
        }
        if (mean.cv().isEmpty()) {
            return UNDEFINED;
        }
        double cv = mean.cv().getAsDouble();
        return grades.get(
                (int) thresholds.stream().filter(threshold -> cv >= threshold).count());
    }
}
