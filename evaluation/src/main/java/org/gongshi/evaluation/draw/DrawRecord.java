package org.gongshi.evaluation.draw;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * All that is needed to draw again, and what was drawn (抽取记录): published, so that anyone can follow it.
 *
 * @param rosterFile digest of the roster's file, published with the commitment before the draw
 * @param commitment what was published of the seed before the draw: the SHA-256 of its UTF-8 bytes; empty when nothing was
 * @param seed the secret part of the seed, told after the draw; one line
 * @param publicPart what nobody could know when the commitment was published, such as the numbers of a lottery draw named
 *     beforehand; empty when there is none
 */
@Article(10)
public record DrawRecord(
        Digest rosterFile,
        Roster roster,
        DrawPlan plan,
        Optional<Digest> commitment,
        String seed,
        Optional<String> publicPart,
        DrawOutcome.Drawn result) {

    public DrawRecord {
        Require.text(seed, "seed");
        publicPart.ifPresent(part -> Require.text(part, "public part"));
    }

    /** Secret and public part as the one line from which numbers are made: joined by one space. */
    public static String joined(String seed, Optional<String> publicPart) {
        return publicPart.map(part -> seed + " " + part).orElse(seed);
    }

    /** Whether the seed is the one that was committed to; true when nothing was published. */
    public boolean keepsCommitment() {
        return commitment.filter(promised -> !promised.equals(committed(seed))).isEmpty();
    }

    /** Whether drawing again gives exactly what the record says. */
    public boolean isReproduced() {
        return InspectionDraw.draw(roster, plan, joined(seed, publicPart)).equals(result);
    }

    /** What is published of a seed before the draw. */
    public static Digest committed(String seed) {
        return Digest.of(seed.getBytes(StandardCharsets.UTF_8));
    }
}
