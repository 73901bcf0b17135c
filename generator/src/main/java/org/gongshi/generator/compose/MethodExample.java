package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.statistics.StudentT;

/**
 * One released row taken to pieces (一行数字从头算到尾): response rate, the index' standard error, coefficient of variation and effective
 * sample size, and Wilson's interval of the rate, each from the numbers that stand in the downloads.
 */
final class MethodExample {
    private static final double TAIL = 0.025;
    private static final double PERCENT = 100;

    private final Composition site;
    private final AudienceResult row;

    /**
     * A line of the example.
     *
     * @param formula the formula with its own values
     * @param published what the release says, to hold the result against
     */
    record Step(String name, String formula, String result, String published) {}

    private MethodExample(Composition site, AudienceResult row) {
        this.site = site;
        this.row = row;
    }

    /** The first row whose index and rate are both shown with an interval, the whole area's before the places'. */
    static Optional<AudienceResult> choose(List<AudienceResult> rows) {
        return rows.stream()
                .filter(row -> row.stage().isEmpty()
                        && row.mode() == AudienceResult.Mode.PROBABILITY
                        && row.responded().isPresent()
                        && row.responseRate().isPresent()
                        && row.invited() > 0
                        && isWhole(row.index())
                        && isWhole(row.satisfied()))
                .findFirst();
    }

    private static boolean isWhole(Estimate estimate) {
        return estimate instanceof Estimate.Shown figure
                && figure.bound() == Share.Bound.ABOUT
                && figure.interval().isPresent()
                && figure.df().isPresent()
                && figure.df().getAsInt() > 0
                && figure.quality().isPresent()
                && figure.effectiveN().isPresent()
                && figure.value().signum() > 0
                && figure.designEffect().filter(effect -> effect.signum() > 0).isPresent();
    }

    static List<Step> steps(Composition site, AudienceResult row) {
        return new MethodExample(site, row).steps();
    }

    private List<Step> steps() {
        Estimate.Shown index = (Estimate.Shown) row.index();
        Estimate.Interval interval = index.interval().orElseThrow();
        BigDecimal half = interval.high().subtract(interval.low()).divide(BigDecimal.valueOf(2));
        double t = StudentT.upperQuantile(TAIL, index.df().getAsInt());
        double error = half.doubleValue() / t;
        List<Step> steps = new ArrayList<>();
        long answered = row.responded().orElseThrow();
        steps.add(new Step(
                site.say("method.step.rate"),
                answered + "÷" + row.invited() + "×100%",
                decimals(PERCENT * answered / row.invited(), 1) + "%",
                row.responseRate().orElseThrow().toPlainString() + "%"));
        steps.add(new Step(
                site.say("method.step.half"),
                "（" + interval.high().toPlainString() + "－" + interval.low().toPlainString() + "）÷2",
                half.stripTrailingZeros().toPlainString(),
                interval.low().toPlainString() + "–" + interval.high().toPlainString()));
        steps.add(new Step(
                site.say("method.step.t"),
                "t（0.975，" + index.df().getAsInt() + "）",
                decimals(t, 3),
                site.say("method.df", index.df().getAsInt())));
        steps.add(new Step(
                site.say("method.step.error"),
                half.stripTrailingZeros().toPlainString() + "÷" + decimals(t, 3),
                decimals(error, 2),
                TraceComposer.NOT_APPLICABLE));
        steps.add(new Step(
                site.say("method.step.cv"),
                decimals(error, 2) + "÷" + index.shown() + "×100%",
                decimals(PERCENT * error / index.value().doubleValue(), 1) + "%",
                site.say("method.letter", index.quality().orElseThrow())));
        steps.add(effective(index));
        steps.addAll(wilson((Estimate.Shown) row.satisfied()));
        return steps;
    }

    private Step effective(Estimate.Shown index) {
        BigDecimal effect = index.designEffect().orElseThrow();
        return new Step(
                site.say("method.step.effective"),
                index.n() + "÷" + effect.toPlainString(),
                decimals(Math.min(index.n(), index.n() / effect.doubleValue()), 0),
                Long.toString(index.effectiveN().orElseThrow()));
    }

    /** n* = n ÷ design effect, not cut at n; then (p + t²/2n* ∓ t/2n* √(4n*p(1−p) + t²)) ÷ (1 + t²/n*). */
    private List<Step> wilson(Estimate.Shown rate) {
        double size = rate.n() / rate.designEffect().orElseThrow().doubleValue();
        double t = StudentT.upperQuantile(TAIL, rate.df().getAsInt());
        double p = rate.value().doubleValue() / PERCENT;
        double centre = p + t * t / (2 * size);
        double half = t / (2 * size) * Math.sqrt(4 * size * p * (1 - p) + t * t);
        double scale = PERCENT / (1 + t * t / size);
        Estimate.Interval interval = rate.interval().orElseThrow();
        return List.of(
                new Step(
                        site.say("method.step.size"),
                        rate.n() + "÷" + rate.designEffect().orElseThrow().toPlainString(),
                        decimals(size, 0),
                        TraceComposer.NOT_APPLICABLE),
                new Step(
                        site.say("method.step.wilson"),
                        site.say("method.wilson", decimals(p, 2), decimals(t, 3), decimals(size, 0)),
                        decimals(scale * (centre - half), 1) + "–" + decimals(scale * (centre + half), 1) + "%",
                        interval.low().toPlainString() + "–" + interval.high().toPlainString() + "%"));
    }

    private static String decimals(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }
}
