package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * How much the index of a row rests on how it was made (敏感性), beside the index itself. A line is left out where it would give a
 * hidden part of the row away, or fewer than ten people.
 *
 * @param unweighted the index with every answer sheet counted once; empty when left out
 * @param doubted answer sheets that the plan's second figure leaves out, rounded to 5; 0 when there are none; empty when one
 *     to nine, or when it would give another row's away
 * @param withoutDoubted the index without them; present together with {@code doubted}, the index itself when there are none
 */
public record Sensitivity(
        Optional<BigDecimal> unweighted, Optional<Long> doubted, Optional<BigDecimal> withoutDoubted) {
    public Sensitivity {
        Objects.requireNonNull(unweighted, "unweighted");
        doubted.ifPresent(n -> Require.that(n == 0 || n >= 10 && n % 5 == 0, "doubted is rounded to 5: ", n));
        Require.that(
                withoutDoubted.isPresent() == doubted.isPresent(),
                "the second figure and what it leaves out go together");
    }
}
