package org.gongshi.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantiles and tails against R 4.2.2. */
class DistributionsTest {
    private static final double TEN_DIGITS = 1e-8;

    @ParameterizedTest
    @CsvSource({
        "0.025, 1, 12.706204736174694",
        "0.025, 4, 2.7764451051977934",
        "0.025, 399, 1.9659272959208813",
        "0.005, 2, 9.9248432009182892",
        "0.0005, 36710, 3.2907917939430331",
        "0.025, Infinity, 1.9599639845400545"
    })
    void student_quantiles(double tail, double df, double quantile) {
        assertThat(StudentT.upperQuantile(tail, df)).isCloseTo(quantile, withinPercentage(TEN_DIGITS));
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 4, 0.066766544811988127",
        "40, 100, 2.4621076021400736e-63",
        "0.1, 36710, 0.92034487151063615",
        "3, Infinity, 0.0026997960632601892"
    })
    void student_tails(double t, double df, double p) {
        assertThat(StudentT.twoSided(t, df)).isCloseTo(p, withinPercentage(TEN_DIGITS));
        assertThat(StudentT.twoSided(-t, df)).isCloseTo(p, withinPercentage(TEN_DIGITS));
    }

    @Test
    void without_degrees_of_freedom_there_is_no_quantile() {
        assertThat(StudentT.upperQuantile(0.025, 0)).isNaN();
        assertThat(StudentT.twoSided(1, 0)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "0.025, 0.6, 600.4, 2.9552080211506968e-06",
        "0.975, 1, 48, 0.073972785347280245",
        "0.025, 48, 1, 0.92602721465271975",
        "0.5, 2, 3, 0.38572756813238946"
    })
    void beta_quantiles(double probability, double a, double b, double quantile) {
        assertThat(BetaQuantile.of(probability, a, b)).isCloseTo(quantile, within(1e-10 + 1e-8 * quantile));
    }

    @ParameterizedTest
    @CsvSource({
        "6.7, 2, 30, 0.0039307269656792239",
        "45, 3, 120, 1.4713686493188084e-19",
        "0.5, 4.5, 19.2, 0.75552214393965333"
    })
    void f_tails(double f, double first, double second, double p) {
        assertThat(Tails.f(f, first, second)).isCloseTo(p, withinPercentage(TEN_DIGITS));
    }

    @ParameterizedTest
    @CsvSource({"98, 4, 2.6214428316817326e-20", "3.84, 1, 0.050043521248705224"})
    void chi_square_tails(double x, double df, double p) {
        assertThat(Tails.chiSquare(x, df)).isCloseTo(p, withinPercentage(TEN_DIGITS));
    }

    @Test
    void an_infinite_statistic_has_a_tail_of_0() {
        assertThat(Tails.chiSquare(Double.POSITIVE_INFINITY, 4)).isZero();
        assertThat(Tails.f(Double.POSITIVE_INFINITY, 4, 19.2)).isZero();
        assertThat(Tails.f(Double.POSITIVE_INFINITY, 4, Double.POSITIVE_INFINITY))
                .isZero();
        assertThat(Tails.f(1e308, 4, Double.POSITIVE_INFINITY)).isZero();
        assertThat(StudentT.twoSided(Double.NEGATIVE_INFINITY, 7)).isZero();
    }
}
