package org.gongshi.evaluation.sampling;

import java.util.List;
import org.gongshi.evaluation.Require;

/**
 * A drawn school (入样学校).
 *
 * @param probability that the school is drawn
 * @param classProbability that a class of it is drawn once the school is
 * @param weight base weight (基础权数) of everybody invited here: 1 / (probability × classProbability)
 * @param drawn the drawn classes, in the order of the draw
 */
public record DrawnSchool(
        String name, Fraction probability, Fraction classProbability, Fraction weight, List<DrawnClass> drawn) {
    public DrawnSchool {
        drawn = List.copyOf(drawn);
        Require.that(
                weight.equals(probability.times(classProbability).inverse()),
                "a base weight is the inverse of the probability");
    }

    /** Students of the drawn classes: so many codes for students, and as many for parents. */
    public long invited() {
        return drawn.stream().mapToLong(DrawnClass::students).sum();
    }
}
