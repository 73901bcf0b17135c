package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Estimate.Reason;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/** Turns what may be shown into published figures: rounded, banded, audited (公布). */
final class Publisher {
    private static final double[] QUALITY = {0.05, 0.10, 0.15, 0.25, 0.35};
    private static final String LETTERS = "ABCDEF";

    private final Audience audience;
    private final AudienceResult.Mode mode;
    private final SurveyPlan plan;
    private final boolean banded;

    /** @param banded whether shares near 0 and 100 become bounds */
    Publisher(Audience audience, AudienceResult.Mode mode, SurveyPlan plan, boolean banded) {
        this.audience = audience;
        this.mode = mode;
        this.plan = plan;
        this.banded = banded;
    }

    /** Where nothing is hidden besides yet. */
    Concealment concealment() {
        return new Concealment(plan.satisfied());
    }

    /** The published rows, in the order of the tree. */
    List<AudienceResult> publish(RowTree tree, Verdicts verdicts, Concealment concealment) {
        List<List<Optional<ItemShares>>> shares = new ArrayList<>();
        for (int item = 0; item < verdicts.items().size(); item++) {
            shares.add(shares(tree, verdicts, concealment, item));
        }
        return IntStream.range(0, tree.size())
                .mapToObj(row -> row(tree.row(row), row, verdicts, shares))
                .toList();
    }

    private List<Optional<ItemShares>> shares(RowTree tree, Verdicts verdicts, Concealment concealment, int item) {
        List<Optional<ItemShares>> shares = new ArrayList<>();
        for (int row = 0; row < tree.size(); row++) {
            if (verdicts.items().get(item).get(row).isPresent()) {
                shares.add(Optional.empty());
            } else {
                ItemRow raw = tree.row(row).items().get(item);
                var plain = ItemShares.of(raw, plan.indexDecimals(), this::share);
                shares.add(Optional.of(concealment.apply(item, row, raw, plain)).filter(ItemShares::showsSomething));
            }
        }
        return shares;
    }

    private AudienceResult row(RawRow raw, int row, Verdicts verdicts, List<List<Optional<ItemShares>>> shares) {
        long invited = Bands.toFive(raw.invited());
        Optional<Long> responded =
                verdicts.counted().get(row) ? Optional.of(Bands.toFive(raw.sheets())) : Optional.empty();
        List<ItemResult> items = new ArrayList<>();
        if (verdicts.row().get(row).isEmpty()) {
            for (int item = 0; item < raw.items().size(); item++) {
                Optional<Reason> reason = verdicts.items().get(item).get(row);
                items.add(item(raw.items().get(item), reason, shares.get(item).get(row)));
            }
        }
        return new AudienceResult(
                raw.place(),
                audience,
                raw.stage(),
                mode,
                raw.population(),
                invited,
                responded,
                responded.filter(n -> invited > 0).map(n -> rate(n, invited)),
                estimate(raw.index(), verdicts.index().get(row), plan.indexDecimals()),
                rate(raw, verdicts.satisfied().get(row)),
                items);
    }

    /** From the published counts: the exact ones would come back from an exact rate. */
    private static BigDecimal rate(long responded, long invited) {
        return BigDecimal.valueOf(100 * responded).divide(BigDecimal.valueOf(invited), 1, RoundingMode.HALF_UP);
    }

    private Share share(OptionCount count) {
        return banded ? Bands.of(count) : new Share(Share.Bound.ABOUT, (int) Math.round(count.percent()));
    }

    private Estimate rate(RawRow raw, Optional<Reason> reason) {
        if (reason.isPresent()) {
            return new Estimate.Withheld(reason.get());
        }
        int edge = Bands.edge(raw.satisfied().n(), raw.satisfiedCount().base());
        return banded(raw.satisfied(), Bands.of(raw.satisfiedCount(), edge));
    }

    private ItemResult item(ItemRow item, Optional<Reason> reason, Optional<ItemShares> shares) {
        if (shares.isEmpty()) {
            Estimate withheld = new Estimate.Withheld(reason.orElse(Reason.COMPLEMENTARY));
            return new ItemResult(item.code(), withheld, withheld, Map.of(), Optional.empty());
        }
        Optional<Reason> volunteers = mode.infers() ? Optional.empty() : Optional.of(Reason.NO_INFERENCE);
        return new ItemResult(
                item.code(),
                mean(item, volunteers, shares.get().meanDecimals()),
                shares.get()
                        .satisfied()
                        .map(share -> banded(item.satisfied(), share))
                        .orElse(new Estimate.Withheld(Reason.COMPLEMENTARY)),
                shares.get().options(),
                shares.get().dontKnow());
    }

    private Estimate mean(ItemRow item, Optional<Reason> volunteers, OptionalInt decimals) {
        Optional<Reason> reason =
                volunteers.or(() -> decimals.isEmpty() ? Optional.of(Reason.COMPLEMENTARY) : Optional.empty());
        return estimate(item.mean(), reason, decimals.orElse(0));
    }

    private Estimate estimate(Figure figure, Optional<Reason> reason, int decimals) {
        if (reason.isPresent()) {
            return new Estimate.Withheld(reason.get());
        }
        // Outwards, so that rounding never makes an interval narrower than it is.
        Estimate.Interval interval = new Estimate.Interval(
                decimal(within(figure.low()), decimals, RoundingMode.FLOOR),
                decimal(within(figure.high()), decimals, RoundingMode.CEILING));
        return shown(
                figure,
                decimal(figure.value().orElseThrow(), decimals, RoundingMode.HALF_UP),
                Optional.of(interval),
                Share.Bound.ABOUT);
    }

    private Estimate banded(Figure figure, Share share) {
        boolean exact = share.bound() == Share.Bound.ABOUT && figure.low().isPresent();
        Optional<Estimate.Interval> interval = exact
                ? Optional.of(new Estimate.Interval(
                        BigDecimal.valueOf((long) Math.floor(within(figure.low()))),
                        BigDecimal.valueOf((long) Math.ceil(within(figure.high())))))
                : Optional.empty();
        return shown(figure, BigDecimal.valueOf(share.percent()), interval, share.bound());
    }

    private Estimate shown(Figure figure, BigDecimal value, Optional<Estimate.Interval> interval, Share.Bound bound) {
        return new Estimate.Shown(
                value,
                interval,
                Bands.toFive(figure.n()),
                figure.effectiveN().isPresent()
                        ? Optional.of(Bands.toFive(figure.effectiveN().getAsDouble()))
                        : Optional.empty(),
                df(figure),
                figure.designEffect().isPresent()
                        ? Optional.of(decimal(figure.designEffect().getAsDouble(), 2, RoundingMode.HALF_UP))
                        : Optional.empty(),
                figure.method(),
                quality(figure.cv()),
                bound);
    }

    private OptionalInt df(Figure figure) {
        if (figure.df().isEmpty()) {
            return OptionalInt.empty();
        }
        // Where every person is a unit of the sample, the exact df would say the exact n.
        double df = figure.df().getAsDouble();
        return OptionalInt.of((int) (audience.isSampledBySchool() ? Math.round(df) : Bands.toFive(df)));
    }

    /** Letters of Statistics Canada's kind: A below 5 % of variation, F from 35 % on. */
    static Optional<String> quality(OptionalDouble cv) {
        if (cv.isEmpty()) {
            return Optional.empty();
        }
        int letter = 0;
        while (letter < QUALITY.length && cv.getAsDouble() >= QUALITY[letter]) {
            letter++;
        }
        return Optional.of(LETTERS.substring(letter, letter + 1));
    }

    private static double within(OptionalDouble bound) {
        return Math.max(0, Math.min(100, bound.orElseThrow()));
    }

    private static BigDecimal decimal(double value, int decimals, RoundingMode rounding) {
        return BigDecimal.valueOf(value).setScale(decimals, rounding);
    }
}
