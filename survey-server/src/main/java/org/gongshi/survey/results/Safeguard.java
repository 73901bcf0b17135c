package org.gongshi.survey.results;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.gongshi.evaluation.disclosure.DisclosureAudit;
import org.gongshi.evaluation.disclosure.Exposure;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;

/**
 * Publishes the rows of one audience as an attacker would read them, hides what helps him, and tries again until nothing is
 * given away (复核与补充隐去). What cannot be mended is left for the gate, which refuses.
 */
final class Safeguard {
    /** No more than one in so many places is hidden for the sake of the whole. */
    private static final int MOST_HIDDEN = 3;

    private final DisclosureGuard guard;
    private final Publisher publisher;
    private final DisclosureAudit audit;
    private final PlaceCode organizer;
    private final Concealment concealment;

    Safeguard(DisclosureGuard guard, Publisher publisher, DisclosureAudit audit, PlaceCode organizer) {
        this.guard = guard;
        this.publisher = publisher;
        this.audit = audit;
        this.organizer = organizer;
        this.concealment = publisher.concealment();
    }

    /** The rows with what the thresholds and the completion hide, and no more. */
    List<AudienceResult> unaudited(RowTree tree) {
        return publisher.publish(tree, guard.judge(tree, concealment), concealment);
    }

    List<AudienceResult> publish(RowTree tree) {
        while (true) {
            List<AudienceResult> rows = unaudited(tree);
            List<AudienceResult> told = told(tree, rows);
            List<Exposure> found = audit.of(organizer, told);
            boolean mended = false;
            concealment.lookAgain();
            for (Exposure exposure : found) {
                mended |= mend(exposure, tree, rows);
            }
            if (!mended) {
                return told;
            }
        }
    }

    /** Without the stages of places that are folded up. */
    private List<AudienceResult> told(RowTree tree, List<AudienceResult> rows) {
        return IntStream.range(0, rows.size())
                .filter(row -> !concealment.isFolded(tree.parents().get(row)))
                .mapToObj(rows::get)
                .toList();
    }

    private boolean mend(Exposure exposure, RowTree tree, List<AudienceResult> rows) {
        int row = row(exposure, rows);
        return switch (exposure.kind()) {
            case SHEETS ->
                fold(tree, row, rows)
                        || hide(
                                tree,
                                row,
                                at -> rows.get(at).responded().isPresent(),
                                RawRow::sheets,
                                concealment::hideCount);
            case INDEX ->
                hide(
                        tree,
                        row,
                        at -> rows.get(at).index() instanceof Estimate.Shown,
                        raw -> raw.index().n(),
                        concealment::hideIndex);
            case RATE ->
                hide(
                        tree,
                        row,
                        at -> rows.get(at).satisfied() instanceof Estimate.Shown,
                        raw -> raw.satisfied().n(),
                        concealment::hideRate);
            case ITEM -> concealment.less(item(exposure, tree), row);
            case ITEM_TREE -> helpTree(tree, item(exposure, tree), row, rows);
            case DONT_KNOW_TREE -> concealment.hideDontKnow(item(exposure, tree), 0);
            case ITEM_OF_RATE -> hideAnotherItem(tree, row, rows.get(row));
            // A figure that must not stand there at all was made here: that is a fault, and the gate tells it.
            case FIGURE -> false;
        };
    }

    private static int row(Exposure exposure, List<AudienceResult> rows) {
        return IntStream.range(0, rows.size())
                .filter(at -> rows.get(at).place().equals(exposure.place())
                        && rows.get(at).stage().equals(exposure.stage()))
                .findFirst()
                .orElseThrow();
    }

    private static int item(Exposure exposure, RowTree tree) {
        String code = exposure.item().orElseThrow();
        List<ItemRow> items = tree.row(0).items();
        return IntStream.range(0, items.size())
                .filter(at -> items.get(at).code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Three stages of which each says "somebody, fewer than ten" say that the place has three at least, and nine among them at
     * most where it says so itself. Where neither place nor stages show a number, the stages are not told apart.
     */
    private boolean fold(RowTree tree, int row, List<AudienceResult> rows) {
        int place = tree.parts(row).isEmpty() ? tree.parents().get(row) : row;
        return place > 0
                && showsNothing(rows.get(place))
                && tree.parts(place).stream().allMatch(part -> showsNothing(rows.get(part)))
                && concealment.fold(place);
    }

    private static boolean showsNothing(AudienceResult row) {
        return row.responded().isEmpty()
                && !(row.index() instanceof Estimate.Shown)
                && !(row.satisfied() instanceof Estimate.Shown);
    }

    /** Hides the smallest shown neighbour; where there is none the row above, else the smallest row below. */
    private static boolean hide(
            RowTree tree, int row, IntPredicate shown, ToLongFunction<RawRow> persons, IntPredicate hide) {
        int above = tree.parents().get(row);
        Optional<Integer> neighbour = smallest(tree, above, row, shown, persons);
        if (neighbour.isPresent()) {
            return hide.test(neighbour.get());
        }
        if (above >= 0 && shown.test(above)) {
            return hide.test(above);
        }
        Optional<Integer> below = smallest(tree, row, row, shown, persons);
        if (below.isPresent()) {
            return hide.test(below.get());
        }
        return shown.test(row) && hide.test(row);
    }

    private static Optional<Integer> smallest(
            RowTree tree, int above, int without, IntPredicate shown, ToLongFunction<RawRow> persons) {
        return above < 0
                ? Optional.empty()
                : tree.parts(above).stream()
                        .filter(part -> part != without && shown.test(part))
                        .min(Comparator.<Integer>comparingLong(part -> persons.applyAsLong(tree.row(part)))
                                .thenComparing(part -> part));
    }

    /** First the distribution of the whole goes, then one more place like the exposed one, at last the whole. */
    private boolean helpTree(RowTree tree, int item, int row, List<AudienceResult> rows) {
        if (!concealment.hidesShares(item, 0)) {
            return concealment.less(item, 0);
        }
        List<Integer> places = tree.parts(0);
        long hidden =
                places.stream().filter(place -> !showsItem(rows, place, item)).count();
        boolean exposedIsShown = showsItem(rows, row, item);
        if (exposedIsShown || hidden * MOST_HIDDEN >= places.size()) {
            return concealment.less(item, 0);
        }
        long people = tree.row(row).population();
        return places.stream()
                .filter(place -> showsItem(rows, place, item))
                .min(Comparator.<Integer, Boolean>comparing(
                                place -> tree.row(place).population() < people)
                        .thenComparing(place -> tree.row(place).population() < people
                                ? -tree.row(place).population()
                                : tree.row(place).sheets())
                        .thenComparing(place -> place))
                .map(place -> concealment.nothing(item, place))
                .orElseGet(() -> concealment.less(item, 0));
    }

    private static boolean showsItem(List<AudienceResult> rows, int row, int item) {
        if (rows.get(row).items().isEmpty()) {
            return false;
        }
        ItemResult own = rows.get(row).items().get(item);
        return own.mean() instanceof Estimate.Shown || own.satisfied() instanceof Estimate.Shown;
    }

    private boolean hideAnotherItem(RowTree tree, int row, AudienceResult published) {
        List<ItemRow> items = tree.row(row).items();
        return IntStream.range(0, items.size())
                .filter(at -> published.items().get(at).satisfied() instanceof Estimate.Shown)
                .boxed()
                .min(Comparator.comparingLong(at -> items.get(at).satisfied().n()))
                .map(at -> concealment.nothing(at, row))
                .orElseGet(() -> concealment.hideRate(row));
    }
}
