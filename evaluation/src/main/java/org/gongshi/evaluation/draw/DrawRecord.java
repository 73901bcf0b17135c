package org.gongshi.evaluation.draw;

import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.digest.Digest;

/**
 * All that is needed to draw again, and what was drawn (抽取记录): published, so that anyone can follow it.
 *
 * @param rosterFile digest of the roster's file, published with the commitment before the draw
 * @param commitment what was published of the seed before the draw: the SHA-256 of its UTF-8 bytes; empty when nothing was
 * @param seed the secret, told after the draw, and what the public event gave that was named before
 */
@Article(10)
public record DrawRecord(
        Digest rosterFile,
        Roster roster,
        DrawPlan plan,
        Optional<Digest> commitment,
        CommittedSeed seed,
        DrawOutcome.Drawn result) {

    /** Whether the seed is the one that was committed to; true when nothing was published. */
    public boolean keepsCommitment() {
        return commitment
                .filter(promised -> !promised.equals(seed.commitment()))
                .isEmpty();
    }

    /** Whether drawing again gives exactly what the record says. */
    public boolean isReproduced() {
        return InspectionDraw.draw(roster, plan, seed).equals(result);
    }
}
