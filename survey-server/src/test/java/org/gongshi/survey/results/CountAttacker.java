package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Share;

/**
 * An attacker who owes the program nothing: for every row of unweighted answers he writes down every table of counts that
 * fits the published n, shares, rate and mean, one by one, and then takes the whole apart by interval arithmetic. Five
 * options, 1 to 5, worth 0 to 100.
 */
final class CountAttacker {
    private static final double[] POINTS = {0, 25, 50, 75, 100};
    private static final int FIRST_SATISFIED = 3;
    private static final int FUNCTIONS = 7;

    private final ReleasedResults results;
    private final PlaceCode organizer;
    private final List<String> found = new ArrayList<>();
    private long tables;

    private final Optional<Long> receipts;

    CountAttacker(ReleasedResults results) {
        this(results, Optional.empty());
    }

    /** @param receipts the exact number of sheets of the whole, where he has counted the published list of receipts */
    CountAttacker(ReleasedResults results, Optional<Long> receipts) {
        this.results = results;
        this.organizer = results.round().organizer();
        this.receipts = receipts;
    }

    /** What he is sure of, in words; empty when he learns nothing about few people. */
    List<String> attack(AudienceResult.Mode mode) {
        List<AudienceResult> rows = results.results().stream()
                .filter(row -> row.mode() == mode
                        && row.stage().isEmpty()
                        && !row.audience().isSampledBySchool())
                .toList();
        AudienceResult whole = rows.stream()
                .filter(row -> row.place().equals(organizer))
                .findFirst()
                .orElseThrow();
        sheets(rows, whole);
        for (int item = 0; item < whole.items().size(); item++) {
            item(rows, whole, item);
        }
        return found;
    }

    long tables() {
        return tables;
    }

    /** Totals less their parts, with what rounding leaves open. */
    private void sheets(List<AudienceResult> rows, AudienceResult whole) {
        long low = 0;
        long high = 0;
        int hidden = 0;
        int few = 0;
        for (AudienceResult row : rows) {
            if (row != whole && row.responded().isPresent()) {
                low += row.responded().get() - 2;
                high += row.responded().get() + 2;
            } else if (row != whole && !hasNone(row)) {
                hidden++;
                few += row.satisfied().equals(new Estimate.Withheld(Estimate.Reason.TOO_FEW)) ? 1 : 0;
            }
        }
        if (whole.responded().isPresent() && hidden > 0) {
            long least = receipts.orElse(whole.responded().get() - 2) - high;
            long most = receipts.orElse(whole.responded().get() + 2) - low;
            // One hidden number is what is left; of several each may be all of it but one for every other.
            boolean narrow = hidden == 1 ? most - Math.max(1, least) < 8 : most - hidden < 8;
            // All of them are few: with the exact whole each must still be anything from one to nine.
            boolean full = few == hidden && receipts.isPresent() && least - 9L * (hidden - 1) > 1;
            narrow |= full;
            if (narrow) {
                found.add("hidden sheets " + least + "–" + most);
            }
        }
    }

    private void item(List<AudienceResult> rows, AudienceResult whole, int number) {
        List<AudienceResult> places = new ArrayList<>();
        List<double[][]> shares = new ArrayList<>();
        for (AudienceResult row : rows) {
            if (row != whole
                    && !hasNone(row)
                    && !(item(row, number).filter(CountAttacker::hasNone).isPresent())) {
                places.add(row);
                shares.add(isShown(row, number) ? enumerate(row, row.items().get(number)) : anything());
            }
        }
        if (isShown(whole, number)) {
            takeApart(places, shares, whole, number);
        }
    }

    /** Every table that fits: ranges of its options, the satisfied and the points, in percent of n. */
    private double[][] enumerate(AudienceResult row, ItemResult item) {
        Table table = new Table(row, item);
        for (long n = table.n - 2; n <= table.n + 2; n++) {
            table.fill(0, n, n);
        }
        tables += table.many;
        if (table.many == 0) {
            throw new AssertionError("nothing fits " + row.place() + " " + item);
        }
        table.report();
        return table.percent;
    }

    private final class Table {
        private final AudienceResult row;
        private final ItemResult item;
        private final long n;
        private final long[] counts = new long[POINTS.length];
        private final long[] least = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        private final long[] most = new long[POINTS.length];
        private final boolean[] all = new boolean[POINTS.length];
        private final double[][] percent = new double[FUNCTIONS][];
        private long many;

        Table(AudienceResult row, ItemResult item) {
            this.row = row;
            this.item = item;
            this.n = shown(item.satisfied())
                    .or(() -> shown(item.mean()))
                    .map(Estimate.Shown::n)
                    .orElseGet(() -> row.responded().orElseThrow());
            for (int at = 0; at < FUNCTIONS; at++) {
                percent[at] = new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            }
        }

        void fill(int option, long left, long persons) {
            if (option == POINTS.length - 1) {
                counts[option] = left;
                if (fits(option, persons)) {
                    judge(persons);
                }
                return;
            }
            for (long count = 0; count <= left; count++) {
                counts[option] = count;
                if (fits(option, persons)) {
                    fill(option + 1, left - count, persons);
                }
            }
        }

        private boolean fits(int option, long persons) {
            Share share = item.shares().get(option + 1);
            return share == null || within(100.0 * counts[option] / persons, share);
        }

        private void judge(long persons) {
            double satisfied = 0;
            double points = 0;
            for (int option = 0; option < POINTS.length; option++) {
                satisfied += option >= FIRST_SATISFIED ? counts[option] : 0;
                points += POINTS[option] * counts[option];
            }
            double rate = 100 * satisfied / persons;
            double mean = points / persons;
            boolean rateFits = shown(item.satisfied())
                    .map(known ->
                            within(rate, new Share(known.bound(), known.value().intValue())))
                    .orElse(true);
            boolean meanFits =
                    shown(item.mean()).map(known -> roundsTo(mean, known)).orElse(true);
            if (!rateFits || !meanFits) {
                return;
            }
            many++;
            for (int option = 0; option < POINTS.length; option++) {
                least[option] = Math.min(least[option], counts[option]);
                most[option] = Math.max(most[option], counts[option]);
                all[option] |= counts[option] == persons;
                extend(option, 100.0 * counts[option] / persons);
            }
            extend(POINTS.length, rate);
            extend(POINTS.length + 1, mean);
        }

        private void extend(int function, double value) {
            percent[function][0] = Math.min(percent[function][0], value);
            percent[function][1] = Math.max(percent[function][1], value);
        }

        void report() {
            for (int option = 0; option < POINTS.length; option++) {
                Share share = item.shares().get(option + 1);
                if (share != null && share.bound() == Share.Bound.ABOUT) {
                    continue;
                }
                long width = most[option] - least[option];
                boolean pinned = least[option] >= 1 && most[option] <= 9;
                // A band among other shares must be ten wide; where no share stands at all, nobody may be proven.
                boolean narrow = share != null ? width < 10 : width < 10 && least[option] > 0 && !all[option];
                if (pinned || narrow) {
                    found.add(row.place() + " " + item.code() + " option " + (option + 1) + ": " + least[option] + "–"
                            + most[option] + " of " + n + " " + item.shares() + " " + item.satisfied() + " "
                            + item.mean());
                }
            }
        }
    }

    private void takeApart(List<AudienceResult> places, List<double[][]> shares, AudienceResult whole, int number) {
        ItemResult all = whole.items().get(number);
        for (int function = 0; function < FUNCTIONS; function++) {
            Optional<double[]> total = total(all, function);
            if (total.isEmpty()) {
                continue;
            }
            int at = function;
            double sum = places.stream().mapToDouble(weight(number, whole)).sum();
            for (int hidden = 0; hidden < places.size(); hidden++) {
                if (isShown(places.get(hidden), number)) {
                    continue;
                }
                double low = total.get()[0] * sum;
                double high = total.get()[1] * sum;
                double blur = 0;
                for (int other = 0; other < places.size(); other++) {
                    if (other != hidden) {
                        double weight = weight(number, whole).applyAsDouble(places.get(other));
                        low -= weight * shares.get(other)[at][1];
                        high -= weight * shares.get(other)[at][0];
                        blur += isShown(places.get(other), number) ? weight : 0;
                    }
                }
                double own = weight(number, whole).applyAsDouble(places.get(hidden));
                tell(places.get(hidden), number, function, Math.max(0, low / own), Math.min(100, high / own));
            }
        }
    }

    private void tell(AudienceResult row, int number, int function, double low, double high) {
        long n = row.responded().map(sheets -> sheets - 2).orElse(9L);
        double least = Math.ceil(low / 100 * n - 1e-6);
        double most = Math.floor(high / 100 * n + 1e-6);
        boolean mean = function > POINTS.length;
        if (mean ? high - low < 9 : least >= 1 && most - least < 10) {
            found.add(
                    row.place() + " item " + number + " function " + function + ": " + low + "–" + high + " % of " + n);
        }
    }

    private static ToDoubleFunction<AudienceResult> weight(int number, AudienceResult whole) {
        return row -> {
            AudienceResult known = isShown(row, number) ? row : whole;
            double answers = shown(known.items().get(number).satisfied())
                    .or(() -> shown(known.items().get(number).mean()))
                    .map(Estimate.Shown::n)
                    .orElse(0L);
            double sheets = known.responded().orElse(0L);
            double part = answers > 0 && sheets > 0 ? Math.min(1, answers / sheets) : 1;
            return row.population() * part;
        };
    }

    private static Optional<double[]> total(ItemResult item, int function) {
        if (function < POINTS.length) {
            return Optional.ofNullable(item.shares().get(function + 1)).map(CountAttacker::range);
        }
        if (function == POINTS.length) {
            return shown(item.satisfied())
                    .map(rate -> range(new Share(rate.bound(), rate.value().intValue())));
        }
        return shown(item.mean()).map(mean -> {
            double half = Math.pow(10, -Math.max(0, mean.value().scale())) / 2;
            return new double[] {mean.value().doubleValue() - half, mean.value().doubleValue() + half};
        });
    }

    private static double[][] anything() {
        double[][] anything = new double[FUNCTIONS][];
        java.util.Arrays.fill(anything, new double[] {0, 100});
        return anything;
    }

    private static Optional<ItemResult> item(AudienceResult row, int number) {
        return row.items().isEmpty()
                ? Optional.empty()
                : Optional.of(row.items().get(number));
    }

    private static boolean isShown(AudienceResult row, int number) {
        return item(row, number)
                .filter(own -> shown(own.mean()).isPresent()
                        || shown(own.satisfied()).isPresent()
                        || !own.shares().isEmpty())
                .isPresent();
    }

    private static boolean hasNone(AudienceResult row) {
        return row.satisfied().equals(new Estimate.Withheld(Estimate.Reason.NO_ANSWERS));
    }

    private static boolean hasNone(ItemResult item) {
        return item.satisfied().equals(new Estimate.Withheld(Estimate.Reason.NO_ANSWERS));
    }

    private static Optional<Estimate.Shown> shown(Estimate estimate) {
        return Optional.of(estimate).filter(Estimate.Shown.class::isInstance).map(Estimate.Shown.class::cast);
    }

    private static boolean within(double percent, Share share) {
        double[] range = range(share);
        return percent >= range[0] - 1e-9 && percent <= range[1] + 1e-9;
    }

    private static double[] range(Share share) {
        return switch (share.bound()) {
            case ABOUT -> new double[] {share.percent() - 0.5, share.percent() + 0.5};
            case AT_MOST -> new double[] {0, share.percent()};
            case AT_LEAST -> new double[] {share.percent(), 100};
        };
    }

    private static boolean roundsTo(double mean, Estimate.Shown known) {
        double half = Math.pow(10, -Math.max(0, known.value().scale())) / 2;
        return Math.abs(mean - known.value().doubleValue()) <= half + 1e-9;
    }
}
