package org.gongshi.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Computes the worked examples of docs/statistics.md; every line must stand there word for word. */
class WorkedExamplesTest {
    /** Two strata, five schools, thirteen respondents: rating 1–5 (NaN: blank), girl or boy, and two more items. */
    private static final double[] WEIGHT = {10, 10, 10, 10, 10, 10, 20, 20, 20, 20, 20, 20, 20};

    private static final int[] STRATUM = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1};
    private static final int[] SCHOOL = {0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4};
    private static final int[] GIRL = {1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0};
    private static final double[] RATING = {5, 4, 4, 3, 4, Double.NaN, 2, 3, 5, 4, 4, 1, 3};
    private static final double[] SECOND = {4, 4, 5, 3, 4, 2, 1, 3, 5, 4, 3, 2, 2};
    private static final double[] THIRD = {5, 3, 4, 2, 4, 3, 2, 4, 4, 5, 4, 1, 3};
    private static final Domain ALL = Domain.all(WEIGHT.length);

    private final SurveyDesign design =
            SurveyDesign.withWeights(WEIGHT).strata(STRATUM).clusters(SCHOOL).build();
    private final Answers points = Answers.ofRows(RATING).mapped(rating -> 25 * (rating - 1));
    private final Domain town = Domain.where(WEIGHT.length, row -> STRATUM[row] == 0);
    private final Domain country = Domain.where(WEIGHT.length, row -> STRATUM[row] == 1);
    private final List<String> lines = new ArrayList<>();

    @Test
    void the_numbers_of_the_manual_are_computed_here() throws IOException {
        single();
        proportions();
        comparisons();
        weighting();
        scales();
        others();
        assertThat(Files.readAllLines(manual())).containsAll(lines);
    }

    private void single() {
        MeanEstimate mean = Estimates.mean(design, points, ALL, Precision.STANDARD);
        say("mean: n " + mean.n() + ", missing " + mean.missing() + ", W", OptionalDouble.of(mean.sumWeights()));
        say("mean: estimate", mean.estimate());
        say("mean: se", mean.se());
        say("mean: df", mean.df());
        say("mean: low", mean.ciLow());
        say("mean: high", mean.ciHigh());
        say("mean: deff", mean.deff());
        say("mean: deffReplace", mean.deffReplace());
        say("mean: effectiveN", mean.effectiveN());
        say("mean: kishDeff", mean.kishDeff());
        say("mean: cv", mean.cv());
        TotalEstimate total = Estimates.total(design, points, ALL, Precision.STANDARD);
        say("total: estimate", total.estimate());
        say("total: se", total.se());
        TotalEstimate ratio = Estimates.ratio(design, AnswerPairs.ofRows(SECOND, THIRD), ALL, Precision.STANDARD);
        say("ratio: estimate", ratio.estimate());
        say("ratio: se", ratio.se());
        OptionShare four =
                Estimates.distribution(design, points, ALL, 0, 25, 50, 75, 100).get(3);
        say("distribution: option 4, n " + four.n() + ", share", four.share());
        say("distribution: option 4, se", four.se());
    }

    private void proportions() {
        Answers satisfied = points.mapped(value -> value >= 75 ? 1 : 0);
        ProportionEstimate rate = Estimates.proportion(design, satisfied, ALL, Precision.STANDARD);
        say("proportion: estimate", rate.estimate());
        say("proportion: se", rate.se());
        for (IntervalMethod method : IntervalMethod.values()) {
            say("proportion: " + method.word() + " low", rate.interval(method).ciLow());
            say("proportion: " + method.word() + " high", rate.interval(method).ciHigh());
        }
        Publishability verdict = Publishability.nchs2017(rate);
        say(
                "publishability: " + verdict.decision().word() + "/"
                        + verdict.reason().word() + ", effectiveN",
                verdict.effectiveN());
        say("publishability: width", verdict.width());
    }

    private void comparisons() {
        JointMeans means = JointMeans.of(design, points, List.of(town, country));
        Contrast contrast = Contrast.of(design, means, new double[] {1, -1}, Precision.STANDARD);
        say("contrast: estimate", contrast.estimate());
        say("contrast: se", contrast.se());
        say("contrast: p", contrast.pValue());
        PairDifference pair =
                PairDifference.all(design, means, Precision.STANDARD).get(0);
        say("pairwise: difference", pair.difference());
        say("pairwise: holm", pair.holm());
        EqualityTest.of(design, means, Precision.STANDARD)
                .forEach(test -> say("equality: " + test.test() + " F", test.statistic()));
        double[] table = IntStream.range(0, RATING.length)
                .mapToDouble(row -> Double.isNaN(RATING[row]) ? Double.NaN : GIRL[row] * 2 + (RATING[row] >= 4 ? 1 : 0))
                .toArray();
        RaoScott test = RaoScott.of(design, Answers.ofRows(table), ALL, 2, 2);
        say("raoScott: pearson", test.pearson());
        say("raoScott: mean generalised deff", test.meanGeneralisedDeff());
        test.tests().forEach(each -> say("raoScott: " + each.test() + " p", each.pValue()));
        CompositeEstimate composite = CompositeEstimate.of(
                design,
                List.of(
                        new CompositeEstimate.Component(points, town, 0.4),
                        new CompositeEstimate.Component(points, country, 0.6)),
                CompositeEstimate.OnMissing.NO_VALUE,
                Precision.STANDARD);
        say("composite: estimate", composite.estimate());
        say("composite: se", composite.se());
    }

    private void weighting() {
        var girls = new Margin("girl", GIRL, List.of("boy", "girl"), new double[] {110, 90});
        var place = new Margin("place", STRATUM, List.of("town", "country"), new double[] {80, 120});
        SurveyDesign post = PostStratification.apply(design, girls);
        say("postStratify: weight of row 1", OptionalDouble.of(post.weight(0)));
        say(
                "postStratify: se of the mean",
                Estimates.mean(post, points, ALL, Precision.STANDARD).se());
        SurveyDesign raked = Raking.apply(design, List.of(girls, place));
        say("rake: weight of row 1", OptionalDouble.of(raked.weight(0)));
        say(
                "rake: estimate",
                Estimates.mean(raked, points, ALL, Precision.STANDARD).estimate());
        say(
                "rake: se of the mean",
                Estimates.mean(raked, points, ALL, Precision.STANDARD).se());
        SurveyDesign bounded = Calibration.apply(design, List.of(girls, place), new Distance.Logit(0.5, 2));
        say("calibrate: logit, weight of row 1", OptionalDouble.of(bounded.weight(0)));
        var trimming = new Trimming(
                OptionalDouble.empty(),
                OptionalDouble.of(18),
                OptionalDouble.empty(),
                Trimming.Sharing.PROPORTIONAL,
                true);
        SurveyDesign trimmed = trimming.apply(design);
        say("trim: weight of row 1", OptionalDouble.of(trimmed.weight(0)));
        say("weights: kishDeff", WeightSummary.of(raked, ALL).kishDeff());
        say("weights: cv", WeightSummary.of(raked, ALL).cvWeights());
    }

    private void scales() {
        double[][] rows = IntStream.range(0, RATING.length)
                .mapToObj(row -> new double[] {RATING[row], SECOND[row], THIRD[row]})
                .toArray(double[][]::new);
        CronbachAlpha alpha = CronbachAlpha.of(ItemCovariances.listwise(rows), 12);
        say("alpha: n " + alpha.n() + ", alpha", alpha.alpha());
        say("alpha: standardised", alpha.standardizedAlpha());
        say("alpha: item 1 with the rest", alpha.items().get(0).itemRest());
        say("omega: total", OmegaTotal.of(ItemCovariances.listwise(rows)).omega());
        say("flags: longest run of row 2", OptionalDouble.of(QualityFlags.longestRun(rows[1])));
        say("flags: irv of row 2", QualityFlags.variability(rows[1]));
        say("flags: squared Mahalanobis distance of row 2", OptionalDouble.of(QualityFlags.mahalanobis(rows)[1]));
    }

    private void others() {
        ResponseRates rates =
                ResponseRates.of(new ResponseRates.Dispositions(60, 5, 20, 10, 5, 30, 20), OptionalDouble.empty());
        say("responseRate: e", rates.e());
        say("responseRate: rr1", rates.rr1());
        say("responseRate: rr3", rates.rr3());
        double[] estimate = {81.2, 79.9, 74.0};
        double[][] variance = {{0.81, 0, 0}, {0, 1.21, 0}, {0, 0, 0.64}};
        RankInterval.of(estimate, variance, RankInterval.Method.PAIRWISE_HOLM, 0.95)
                .forEach(rank -> lines.add("    ranks: " + rank.rank() + " [" + rank.low() + ", " + rank.high() + "]"));
        double[][] table = {{4, 20, 30}, {15, 7, 40}, {25, 30, 50}};
        boolean[][] hidden = {{true, false, true}, {true, true, false}, {false, true, true}};
        var range = new SuppressionAudit(table, hidden).range(0, 0);
        say("suppressionAudit: low", OptionalDouble.of(range.low()));
        say("suppressionAudit: high", OptionalDouble.of(range.high()));
        boolean[][] primary = Arrays.stream(table)
                .map(row -> Suppression.primary(row, 10, true))
                .toArray(boolean[][]::new);
        SuppressionOptimum best = SuppressionOptimum.of(table, primary, 10).orElseThrow();
        lines.add("    suppressionOptimal: " + best.complementaryCells() + " further cells holding "
                + (long) best.complementaryTotal());
        say("suppressGroup: hidden of 12, 3, 20, 9", OptionalDouble.of(hiddenOfGroup()));
    }

    private static double hiddenOfGroup() {
        double[] counts = {12, 3, 20, 9};
        boolean[] primary = {false, true, false, false};
        boolean[] hidden = Suppression.withinGroups(new String[] {"g", "g", "g", "g"}, counts, primary, 20);
        return IntStream.range(0, 4).filter(cell -> hidden[cell]).count();
    }

    private void say(String label, OptionalDouble value) {
        lines.add("    " + label + " "
                + (value.isEmpty() ? "none" : String.format(Locale.ROOT, "%.6f", value.getAsDouble())));
    }

    private static Path manual() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("docs/statistics.md");
            if (Files.isRegularFile(found)) {
                return found;
            }
        }
        throw new IOException("no docs/statistics.md above the working directory");
    }
}
