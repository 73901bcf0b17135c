package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.gongshi.evaluation.satisfaction.Estimate.Reason;

/**
 * Complementary suppression (二次隐藏; Cox 1980) in a tree of rows: a figure that is withheld must not come back as the total
 * less its shown parts. Under a shown total either no part is withheld, or at least two that together hold enough people and
 * of which none outweighs the others so far that the total alone fixes it. Nothing is shown below a withheld place.
 */
final class Complement {
    /** What completes the first reasons for withholding; tests put a weaker one in its place. */
    interface Rule {
        /** The reasons after completion, in the order of the rows. */
        List<Optional<Reason>> complete(Complement cells, List<Optional<Reason>> primary);
    }

    /** A withheld figure keeps at least so many points of its 100 open. */
    private static final double WIDTH = 0.10;

    private final RowTree tree;
    private final long[] persons;
    private final double[] weight;
    private final int hide;
    private final IntPredicate preferred;

    /**
     * @param persons behind the figure, by row
     * @param weight with which the row's figure enters its total
     * @param hide withheld parts hold at least so many persons together
     * @param preferred rows to withhold first
     */
    Complement(RowTree tree, long[] persons, double[] weight, int hide, IntPredicate preferred) {
        this.tree = tree;
        this.persons = persons.clone();
        this.weight = weight.clone();
        this.hide = hide;
        this.preferred = preferred;
    }

    List<Optional<Reason>> close(List<Optional<Reason>> primary) {
        List<Optional<Reason>> reasons = new ArrayList<>(primary);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int row = 0; row < tree.size(); row++) {
                changed |= reasons.get(row).isPresent() ? coverParts(row, reasons) : guardTotal(row, reasons);
            }
        }
        return reasons;
    }

    /** The parts of a withheld place would add up to it. The whole has nothing above it that could be taken apart. */
    private boolean coverParts(int row, List<Optional<Reason>> reasons) {
        boolean mayStay = row == 0 && reasons.get(row).orElseThrow() != Reason.COMPLEMENTARY;
        List<Integer> shown = mayStay ? List.of() : shownParts(row, reasons);
        shown.forEach(part -> reasons.set(part, Optional.of(Reason.COMPLEMENTARY)));
        return !shown.isEmpty();
    }

    private boolean guardTotal(int row, List<Optional<Reason>> reasons) {
        boolean changed = false;
        while (!isSafe(withheldParts(row, reasons), reasons)) {
            Optional<Integer> next = shownParts(row, reasons).stream()
                    .min(Comparator.<Integer, Boolean>comparing(part -> !preferred.test(part))
                            .thenComparing(part -> persons[part])
                            .thenComparing(part -> part));
            // With no part left to withhold the total itself would give the last one away.
            reasons.set(next.orElse(row), Optional.of(Reason.COMPLEMENTARY));
            changed = true;
            if (next.isEmpty()) {
                break;
            }
        }
        return changed;
    }

    private boolean isSafe(List<Integer> withheld, List<Optional<Reason>> reasons) {
        if (withheld.isEmpty()) {
            return true;
        }
        long people = withheld.stream().mapToLong(part -> persons[part]).sum();
        double all = withheld.stream().mapToDouble(part -> weight[part]).sum();
        // What was withheld only to hide another may be narrowed down; it leaves the other as open as before.
        double heaviest = withheld.stream()
                .filter(part -> reasons.get(part).orElseThrow() != Reason.COMPLEMENTARY)
                .mapToDouble(part -> weight[part])
                .max()
                .orElse(0);
        return withheld.size() >= 2 && people >= hide && all - heaviest >= WIDTH * heaviest;
    }

    private List<Integer> withheldParts(int row, List<Optional<Reason>> reasons) {
        return parts(row, part -> reasons.get(part).isPresent());
    }

    private List<Integer> shownParts(int row, List<Optional<Reason>> reasons) {
        return parts(row, part -> reasons.get(part).isEmpty());
    }

    /** Where nobody answered there is nothing to give away, and nothing to hide behind. */
    private List<Integer> parts(int row, IntPredicate test) {
        return tree.parts(row).stream()
                .filter(part -> persons[part] > 0 && test.test(part))
                .toList();
    }
}
