package org.gongshi.survey.intake;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.response.Stratum;

/**
 * For how many people a school's code is meant (学校码人数). A school's code can be passed on; sheets beyond this number are kept and
 * flagged, since a wrong number on file must not lock a class out. Kept until the close only, and rounded up: the exact number of a
 * school's pupils would say which school stands behind its random number.
 *
 * @param cluster the school's random number
 * @param people rounded up to hundreds
 * @param batch the printing that said so
 */
public record SchoolRoll(Stratum stratum, int cluster, int people, int batch) {
    private static final int STEP = 100;

    public SchoolRoll {
        Objects.requireNonNull(stratum, "stratum");
        Require.that(cluster > 0, "a school has a number");
        Require.that(people > 0 && people % STEP == 0, "people in hundreds");
        Require.that(batch > 0, "printings are counted from 1");
    }

    /** @param exact pupils, or parents, of the school */
    public static SchoolRoll of(Stratum stratum, int cluster, int exact, int batch) {
        return new SchoolRoll(stratum, cluster, (exact + STEP - 1) / STEP * STEP, batch);
    }

    boolean isOf(Stratum where, int number) {
        return cluster == number && stratum.equals(where);
    }
}
