package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Are two questions independent? (独立性检验) Pearson's X² on the estimated proportions times n, corrected for the design:
 * first order X²/mean(δ) on χ²(q), second order X²/trace(δ) on F(d0, d0 df), d0 = trace(δ)²/trace(δ²), with δ the matrix of
 * generalised design effects; and Wald tests on the residuals from independence. Rao and Scott, Ann. Stat. 12 (1984); Thomas
 * and Rao (1987). R: {@code svychisq(statistic="F" | "Chisq" | "Wald" | "adjWald")}.
 *
 * @param pearson X² of the estimated proportions
 * @param degrees q = (rows − 1)(columns − 1)
 * @param meanGeneralisedDeff trace(δ)/q
 * @param tests rao-scott-1, rao-scott-2 and, unless their covariance matrix is singular, wald and adjusted-wald
 */
public record RaoScott(
        OptionalDouble pearson, int degrees, OptionalDouble meanGeneralisedDeff, List<TestResult> tests) {

    /**
     * @param table for every respondent with both answers the number row × columns + column, rows and columns from 0
     * @param rows how many rows; each must hold somebody
     * @param columns how many columns; each must hold somebody
     */
    public static RaoScott of(SurveyDesign design, Answers table, Domain domain, int rows, int columns) {
        var cells = new CrossTable(design, table, domain, rows, columns);
        // As in R, n counts all respondents of the sample, also those without an answer.
        long n = design.sampleSize();
        int q = Math.max(0, rows - 1) * Math.max(0, columns - 1);
        double pearson = q == 0 ? Double.NaN : n * cells.distanceFromIndependence();
        double[][] delta = q == 0 ? null : cells.generalisedDeffs(n);
        double trace = delta == null ? Double.NaN : Matrices.trace(delta);
        double d0 = delta == null ? Double.NaN : trace * trace / Matrices.trace(Matrices.product(delta, delta));
        double df = DegreesOfFreedom.of(design, design::present);
        List<TestResult> tests = new ArrayList<>();
        double first = pearson / (trace / q);
        tests.add(new TestResult(
                "rao-scott-1",
                Finite.of(first),
                OptionalDouble.of(q),
                OptionalDouble.empty(),
                Finite.of(Tails.chiSquare(first, q))));
        tests.add(TestResult.f("rao-scott-2", pearson / trace, d0, d0 * df));
        double wald = q == 0 ? Double.NaN : cells.waldStatistic();
        if (!Double.isNaN(wald)) {
            double rest = df - q + 1;
            tests.add(TestResult.f("wald", wald / q, q, df));
            tests.add(TestResult.f("adjusted-wald", wald / q * rest / df, q, rest));
        }
        return new RaoScott(Finite.of(pearson), q, Finite.of(trace / q), List.copyOf(tests));
    }
}
