package org.gongshi.evaluation.statistics;

import java.util.Locale;
import java.util.Optional;

/**
 * What to do about a stratum of which only one primary sampling unit was drawn (单一初级抽样单元层): its variance cannot be
 * estimated from the sample. Same choices as R's {@code options(survey.lonely.psu=)}; see Lumley, <i>Complex Surveys</i>
 * (2010), §2.
 */
public enum LonelyPsu {
    /** Refuse to compute: {@link FaultCode#LONELY_PSU}. */
    FAIL,
    /** The stratum contributes nothing, as if it were not there. */
    REMOVE,
    /** The unit was certain to be drawn: it contributes nothing at this stage. */
    CERTAINTY,
    /** The unit is compared with the mean over the whole population: conservative, recommended. */
    ADJUST,
    /** The stratum gets the average contribution of the others. */
    AVERAGE;

    /** The name used in case files: {@code fail}, {@code remove}, {@code certainty}, {@code adjust}, {@code average}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The policy of that {@link #word()}, or empty. */
    public static Optional<LonelyPsu> of(String word) {
        for (LonelyPsu policy : values()) {
            if (policy.word().equals(word)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
