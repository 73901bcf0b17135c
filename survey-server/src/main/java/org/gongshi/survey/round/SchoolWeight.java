package org.gongshi.survey.round;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.sampling.Fraction;
import org.gongshi.survey.response.Stratum;

/**
 * The base weight (基础权数) of everybody invited at one school of the sample, kept at the close: afterwards nobody can tell any more
 * which school a number stands for.
 *
 * @param cluster the school's number beside the answers; 0 for the public of a place
 */
public record SchoolWeight(Stratum stratum, int cluster, Fraction weight) {
    public SchoolWeight {
        Objects.requireNonNull(stratum, "stratum");
        Require.that(cluster >= 0, "a cluster number is not below 0");
        Require.that(weight.numerator().signum() > 0, "a base weight lies above 0");
    }
}
