package org.gongshi.survey.estimate;

/** Computes one analysis. */
interface Estimator {
    Result run(Context context);
}
