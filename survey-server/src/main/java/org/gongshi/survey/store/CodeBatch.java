package org.gongshi.survey.store;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.response.Stratum;

/**
 * A printing of codes (一批访问码); spent ones are not counted by printing.
 *
 * @param codes all of them
 * @param voided those made void
 */
public record CodeBatch(int number, Stratum stratum, long codes, long voided) {
    public CodeBatch {
        Require.that(number >= 1, "batches count from 1");
        Objects.requireNonNull(stratum, "stratum");
        Require.that(voided >= 0 && codes >= voided, "0 <= voided <= codes");
    }
}
