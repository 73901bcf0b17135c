package org.gongshi.evaluation.sampling;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * One place's addresses (住址层), each with the same chance.
 *
 * @param drawn codes of the drawn addresses, in the order of the draw
 */
public record AddressStratum(PlaceCode place, SampleSize size, List<String> drawn) {
    public AddressStratum {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(size, "size");
        drawn = List.copyOf(drawn);
        Require.that(!drawn.isEmpty() && drawn.size() <= size.population(), "some of the addresses are drawn");
    }

    /** The probability of every address. */
    public Fraction probability() {
        return Fraction.of(drawn.size(), size.population());
    }

    /** Base weight of every drawn address. */
    public Fraction weight() {
        return probability().inverse();
    }
}
