package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gongshi.evaluation.satisfaction.Estimate.Reason;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * Says which figures may leave the survey (披露控制). First by themselves: fewer than {@code hide} answers, fewer than {@code
 * insufficient} or a smaller effective n, fewer schools than {@code minimumClusters}, no measurable sampling error. Then
 * together: no figure comes back from the others (see {@link Complement}).
 */
final class DisclosureGuard {
    private final SurveyPlan.Thresholds thresholds;
    private final boolean clustered;
    private final boolean inference;
    private final Complement.Rule rule;

    /**
     * @param clustered whether schools are known and must be enough
     * @param inference whether intervals are due, as they are for a probability sample
     */
    DisclosureGuard(SurveyPlan.Thresholds thresholds, boolean clustered, boolean inference, Complement.Rule rule) {
        this.thresholds = thresholds;
        this.clustered = clustered;
        this.inference = inference;
        this.rule = rule;
    }

    /** @param concealment what must be hidden besides, because the rest would give it away */
    Verdicts judge(RowTree tree, Concealment concealment) {
        List<Optional<Reason>> counts = List.of();
        List<Optional<Reason>> rows = complete(tree, RawRow::sheets, primaryRows(tree), row -> false);
        // A row whose number of sheets must not be known cannot show figures either, for they carry their n.
        for (boolean settled = false; !settled; ) {
            List<Optional<Reason>> before = rows;
            counts = complete(
                    tree,
                    RawRow::sheets,
                    primaryCounts(tree, concealment),
                    row -> before.get(row).isPresent());
            List<Optional<Reason>> joined = new ArrayList<>();
            for (int row = 0; row < tree.size(); row++) {
                Optional<Reason> own = onlyComplementary(counts.get(row));
                joined.add(before.get(row).or(() -> own));
            }
            rows = complete(tree, RawRow::sheets, joined, row -> false);
            settled = rows.equals(before);
        }
        List<List<Optional<Reason>>> items = new ArrayList<>();
        for (int item = 0; item < tree.row(0).items().size(); item++) {
            items.add(item(tree, rows, item, concealment));
        }
        return new Verdicts(
                rows,
                counts.stream().map(Optional::isEmpty).toList(),
                inference ? figures(tree, rows, RawRow::index, concealment::hidesIndex) : refused(tree, rows),
                figures(tree, rows, RawRow::satisfied, concealment::hidesRate),
                items);
    }

    private static Optional<Reason> onlyComplementary(Optional<Reason> reason) {
        return reason.isPresent() ? Optional.of(Reason.COMPLEMENTARY) : reason;
    }

    private List<Optional<Reason>> primaryCounts(RowTree tree, Concealment concealment) {
        return IntStream.range(0, tree.size())
                .mapToObj(row -> tooFew(tree.row(row).sheets()).or(() -> besides(concealment.hidesCount(row))))
                .toList();
    }

    private static Optional<Reason> besides(boolean hidden) {
        return hidden ? Optional.of(Reason.COMPLEMENTARY) : Optional.empty();
    }

    private List<Optional<Reason>> primaryRows(RowTree tree) {
        return tree.rows().stream()
                .map(row -> tooFew(row.sheets())
                        .or(() -> insufficient(row.sheets()))
                        .or(() -> tooFewSchools(row.schools())))
                .toList();
    }

    private List<Optional<Reason>> figures(
            RowTree tree, List<Optional<Reason>> rows, Function<RawRow, Figure> figure, IntPredicate besides) {
        List<Optional<Reason>> primary = new ArrayList<>();
        for (int row = 0; row < tree.size(); row++) {
            Figure own = figure.apply(tree.row(row));
            boolean hidden = besides.test(row);
            primary.add(rows.get(row).or(() -> reason(own)).or(() -> besides(hidden)));
        }
        return complete(tree, row -> figure.apply(row).n(), primary, row -> false);
    }

    /** Mean, rate and shares of an item are shown or withheld together: each would give the others back. */
    private List<Optional<Reason>> item(RowTree tree, List<Optional<Reason>> rows, int item, Concealment concealment) {
        List<Optional<Reason>> primary = new ArrayList<>();
        for (int row = 0; row < tree.size(); row++) {
            List<ItemRow> items = tree.row(row).items();
            Optional<Reason> own = items.isEmpty() ? Optional.of(Reason.NO_ANSWERS) : reason(items.get(item));
            // The whole may go without its places: nothing stands above it that could be taken apart.
            boolean hidden = row > 0 && concealment.hidesItem(item, row);
            primary.add(rows.get(row).or(() -> own).or(() -> besides(hidden)));
        }
        return complete(
                tree,
                row -> row.items().isEmpty()
                        ? 0
                        : row.items().get(item).satisfied().n(),
                primary,
                row -> false);
    }

    private Optional<Reason> reason(ItemRow item) {
        return reason(item.satisfied()).or(() -> inference ? reason(item.mean()) : Optional.empty());
    }

    private Optional<Reason> reason(Figure figure) {
        return tooFew(figure.n())
                .or(() -> insufficient(figure.n()))
                .or(() -> tooFewSchools(figure.schools()))
                .or(() -> inference ? imprecise(figure) : Optional.empty());
    }

    private Optional<Reason> tooFew(long n) {
        if (n == 0) {
            return Optional.of(Reason.NO_ANSWERS);
        }
        return n < thresholds.hide() ? Optional.of(Reason.TOO_FEW) : Optional.empty();
    }

    private Optional<Reason> insufficient(double n) {
        return n < thresholds.insufficient() ? Optional.of(Reason.INSUFFICIENT) : Optional.empty();
    }

    private Optional<Reason> tooFewSchools(long schools) {
        return clustered && schools < thresholds.minimumClusters()
                ? Optional.of(Reason.TOO_FEW_SCHOOLS)
                : Optional.empty();
    }

    private Optional<Reason> imprecise(Figure figure) {
        if (figure.effectiveN().isPresent() && figure.effectiveN().getAsDouble() < thresholds.insufficient()) {
            return Optional.of(Reason.INSUFFICIENT);
        }
        return figure.isEstimable() ? Optional.empty() : Optional.of(Reason.NOT_ESTIMABLE);
    }

    private static List<Optional<Reason>> refused(RowTree tree, List<Optional<Reason>> rows) {
        return IntStream.range(0, tree.size())
                .mapToObj(row -> rows.get(row).or(() -> Optional.of(Reason.NO_INFERENCE)))
                .toList();
    }

    private List<Optional<Reason>> complete(
            RowTree tree, Function<RawRow, Long> persons, List<Optional<Reason>> primary, IntPredicate preferred) {
        long[] n = tree.rows().stream().mapToLong(persons::apply).toArray();
        double[] weight = tree.rows().stream()
                .mapToDouble(row -> row.population() > 0 ? row.population() : persons.apply(row))
                .toArray();
        return rule.complete(new Complement(tree, n, weight, thresholds.hide(), preferred), primary);
    }
}
