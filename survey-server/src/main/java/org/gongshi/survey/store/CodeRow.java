package org.gongshi.survey.store;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.access.CodeHash;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.response.Stratum;

/**
 * What is on file about one code.
 *
 * @param cluster the number in place of the school; 0 for none
 * @param batch which printing it belongs to, from 1
 */
public record CodeRow(CodeHash hash, CodeKind kind, Stratum stratum, int cluster, int batch, CodeState state) {
    public CodeRow {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(stratum, "stratum");
        Require.that(cluster >= 0, "a cluster number is not below 0");
        Require.that(batch >= 1, "batches count from 1");
        Objects.requireNonNull(state, "state");
    }

    CodeRow with(CodeState other) {
        return new CodeRow(hash, kind, stratum, cluster, batch, other);
    }
}
