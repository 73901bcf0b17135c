package org.gongshi.evaluation.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.disclosure.ItemTable.Line;
import org.gongshi.evaluation.statistics.Inversion.Range;
import org.gongshi.evaluation.statistics.LinearProgram;

/**
 * The places of one item and their whole, whose shares are the mean of the places' shares by weight (层级约束). Another place's
 * shares are taken as mixtures of {@link ItemBlock#corners}: every solution is a world that fits all published figures, so
 * a range that is found here is never wider than the attacker's.
 */
final class ItemTree {
    private static final double EVERYTHING = 100;

    private final Scale scale;
    private final ItemBlock whole;
    private final List<ItemBlock> parts;
    private final double[] weight;
    /** By fact of the whole: how much unknown weights blur it. */
    private final double[] blur;

    /** By place: all numbers of a place are asked of one programme, whose first corner is found once. */
    private final Map<Integer, Programme> exact = new HashMap<>();

    private final Map<Integer, Programme> blurred = new HashMap<>();

    /**
     * @param whole what is published of the whole
     * @param parts blocks of the places with answers
     * @param lines of the same places
     * @param total line of the whole
     */
    ItemTree(Scale scale, ItemBlock whole, Line total, List<ItemBlock> parts, List<Line> lines) {
        this.scale = scale;
        this.whole = whole;
        this.parts = List.copyOf(parts);
        this.weight = new Weights(total, lines).shares();
        this.blur = blur(new Weights(total, lines).errors());
    }

    private double[] blur(double[] errors) {
        double[] middle = whole.centre();
        double[] blur = new double[whole.known().size()];
        for (int fact = 0; fact < blur.length; fact++) {
            double[] factors = whole.known().get(fact).factors();
            for (int part = 0; part < parts.size(); part++) {
                double apart = ItemBlock.dot(factors, parts.get(part).centre()) - ItemBlock.dot(factors, middle);
                blur[fact] += weight[part] * errors[part] * Math.abs(apart);
            }
        }
        return blur;
    }

    /**
     * How small and large a sum of shares of one place can be, given the whole; empty when nothing fits or the solver failed.
     *
     * @param part number of the place
     */
    Optional<Range> range(int part, double[] factors) {
        Range own = parts.get(part).range(factors);
        if (fitsWhole(part, parts.get(part).corner(factors, false))
                && fitsWhole(part, parts.get(part).corner(factors, true))) {
            return Optional.of(own);
        }
        // A reader may take the weights for exact; only where that contradicts the figures their rounding is used.
        return exact.computeIfAbsent(part, at -> new Programme(at, 0))
                .range(factors)
                .or(() -> blurred.computeIfAbsent(part, at -> new Programme(at, 1))
                        .range(factors))
                .map(range -> own.and(range));
    }

    /** Whether shares of one place fit the whole while all others have the middle of what they can have. */
    private boolean fitsWhole(int part, double[] shares) {
        for (int fact = 0; fact < blur.length; fact++) {
            Known known = whole.known().get(fact);
            double sum = weight[part] * ItemBlock.dot(known.factors(), shares);
            for (int other = 0; other < parts.size(); other++) {
                sum += other == part
                        ? 0
                        : weight[other]
                                * ItemBlock.dot(
                                        known.factors(), parts.get(other).centre());
            }
            if (sum < known.low() || sum > known.high()) {
                return false;
            }
        }
        return true;
    }

    /** A corner of what another place, or all places without any figure together, can add to the whole. */
    private record Corner(int block, double weight, double[] shares) {}

    private List<Corner> others(int part) {
        List<Corner> corners = new ArrayList<>();
        double hidden = 0;
        ItemBlock nothingKnown = null;
        for (int other = 0; other < parts.size(); other++) {
            ItemBlock block = parts.get(other);
            if (other != part && block.known().isEmpty()) {
                hidden += weight[other];
                nothingKnown = block;
            } else if (other != part) {
                for (double[] corner : block.corners()) {
                    corners.add(new Corner(other, weight[other], corner));
                }
            }
        }
        // Places of which nothing is known are as open together as one of their joint weight.
        if (nothingKnown != null) {
            for (double[] corner : nothingKnown.corners()) {
                corners.add(new Corner(-1, hidden, corner));
            }
        }
        return corners;
    }

    /** Unknowns: the shares of the place, then a portion of every corner of the other places. */
    private final class Programme {
        private final int part;
        private final List<Corner> others;
        private final LinearProgram programme;

        /** @param blurred 1 where the weights are only as well known as the numbers of answers, 0 where they are exact */
        Programme(int part, double blurred) {
            this.part = part;
            this.others = others(part);
            this.programme = new LinearProgram(unknowns());
            programme.between(own(scale.all()), EVERYTHING, EVERYTHING);
            parts.get(part)
                    .known()
                    .forEach(known -> programme.between(own(known.factors()), known.low(), known.high()));
            others.stream().map(Corner::block).distinct().forEach(this::portions);
            for (int fact = 0; fact < blur.length; fact++) {
                Known known = whole.known().get(fact);
                double slack = blurred * blur[fact];
                programme.between(sum(known.factors()), known.low() - slack, known.high() + slack);
            }
        }

        private int unknowns() {
            return scale.size() + others.size();
        }

        Optional<Range> range(double[] factors) {
            return programme.range(own(factors));
        }

        private double[] own(double[] factors) {
            return Arrays.copyOf(factors, unknowns());
        }

        private void portions(int block) {
            double[] ones = new double[unknowns()];
            for (int at = 0; at < others.size(); at++) {
                ones[scale.size() + at] = others.get(at).block() == block ? 1 : 0;
            }
            programme.between(ones, 1, 1);
        }

        private double[] sum(double[] factors) {
            double[] sum = new double[unknowns()];
            for (int option = 0; option < scale.size(); option++) {
                sum[option] = weight[part] * factors[option];
            }
            for (int at = 0; at < others.size(); at++) {
                Corner corner = others.get(at);
                sum[scale.size() + at] = corner.weight() * ItemBlock.dot(factors, corner.shares());
            }
            return sum;
        }
    }
}
