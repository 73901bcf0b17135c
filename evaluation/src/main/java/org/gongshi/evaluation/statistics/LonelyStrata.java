package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * What every stratum of a stage is multiplied by in the variance, with the policy for strata of a single unit applied
 * ({@link LonelyPsu}). R: {@code onestage} and {@code onestrat} of survey 4.1.
 */
final class LonelyStrata {
    private final double[] scale;
    private final boolean[] centred;

    /**
     * @param units how many units of every stratum have anybody of what is looked at
     * @throws SurveyFault {@link FaultCode#LONELY_PSU}
     */
    LonelyStrata(SurveyDesign design, SamplingStage stage, long[] units) {
        scale = new double[stage.strata];
        centred = new boolean[stage.strata];
        double[] strataOfParent = new double[stage.parents];
        double[] contributing = new double[stage.parents];
        boolean[] contributes = new boolean[stage.strata];
        for (int stratum = 0; stratum < stage.strata; stratum++) {
            contributes[stratum] = settle(design, stage, stratum, units);
            if (units[stratum] > 0) {
                strataOfParent[stage.parentOfStratum[stratum]]++;
                contributing[stage.parentOfStratum[stratum]] += contributes[stratum] ? 1 : 0;
            }
        }
        for (int stratum = 0; stratum < stage.strata; stratum++) {
            int parent = stage.parentOfStratum[stratum];
            if (units[stratum] > 0 && contributing[parent] < strataOfParent[parent]) {
                // No stratum left to take an average of: the variance is unknown (NaN), not 0.
                scale[stratum] = contributing[parent] == 0
                        ? Double.NaN
                        : scale[stratum] * strataOfParent[parent] / contributing[parent];
            }
        }
    }

    /** Fills in scale and centring of one stratum; false when "average" leaves it out. */
    private boolean settle(SurveyDesign design, SamplingStage stage, int stratum, long[] units) {
        long presentUnits = units[stratum];
        long drawn = stage.sampled[stratum];
        double free = stage.notDrawn(stratum) * stage.factor[stratum];
        centred[stratum] = true;
        if (stage.census(stratum) || presentUnits == 0) {
            // Everything was drawn, or nobody of the domain is here: every Z is 0.
            scale[stratum] = stage.census(stratum) || drawn < 2 ? 0 : free * drawn / (drawn - 1);
            return true;
        }
        if (drawn > 1) {
            scale[stratum] = free * drawn / (drawn - 1);
            boolean lonelyDomain = presentUnits == 1 && design.domainsCanBeLonely();
            centred[stratum] = !(lonelyDomain && design.lonelyPsu() == LonelyPsu.ADJUST);
            if (lonelyDomain && design.lonelyPsu() == LonelyPsu.AVERAGE) {
                scale[stratum] = 0;
                return false;
            }
            return true;
        }
        switch (design.lonelyPsu()) {
            case FAIL -> throw lonely(design, stage, units);
            case ADJUST -> {
                scale[stratum] = free;
                centred[stratum] = false;
            }
            case AVERAGE -> {
                return false;
            }
            case REMOVE, CERTAINTY -> scale[stratum] = 0;
        }
        return true;
    }

    /** Names all strata at once: the office mends them together. */
    private static SurveyFault lonely(SurveyDesign design, SamplingStage stage, long[] units) {
        List<String> names = new ArrayList<>();
        for (int stratum = 0; stratum < stage.strata; stratum++) {
            if (units[stratum] > 0 && stage.sampled[stratum] == 1 && !stage.census(stratum)) {
                names.add(
                        stage == design.firstStage()
                                ? design.stratumName(stratum)
                                : "a primary unit with one unit in it");
            }
        }
        return new SurveyFault(
                FaultCode.LONELY_PSU,
                "one sampling unit only in: "
                        + String.join(", ", names.stream().distinct().toList())
                        + "; choose a policy (adjust is on the safe side) or join the stratum to another");
    }

    double scale(int stratum) {
        return scale[stratum];
    }

    boolean centred(int stratum) {
        return centred[stratum];
    }
}
