package org.gongshi.evaluation.satisfaction;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * The list of all receipts of a survey in two numbers (回执清单), so that a list that is shown later can be held against it.
 *
 * @param count receipts, one for every stored sheet, the blank ones too; exact, for the whole area alone
 * @param root Merkle root over the sorted list ({@link org.gongshi.evaluation.digest.MerkleRoot})
 */
public record Receipts(long count, Digest root) {
    public Receipts {
        Require.that(count >= 0, "a count is not below 0: " + count);
        Objects.requireNonNull(root, "root");
    }
}
