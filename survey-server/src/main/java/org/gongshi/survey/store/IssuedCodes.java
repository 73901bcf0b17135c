package org.gongshi.survey.store;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.response.Stratum;

/**
 * Codes of one stratum (发放与使用的访问码数).
 *
 * @param invited codes given out, without the void ones
 * @param spent codes that were used, never more than invited
 */
public record IssuedCodes(Stratum stratum, long invited, long spent) {
    public IssuedCodes {
        Objects.requireNonNull(stratum, "stratum");
        Require.that(spent >= 0 && invited >= spent, "0 <= spent <= invited");
    }
}
