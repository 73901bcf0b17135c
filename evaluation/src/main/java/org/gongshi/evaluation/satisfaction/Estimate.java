package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** A released figure: shown with its interval, or withheld with the reason (公布值). */
@Article(9)
public sealed interface Estimate {

    /**
     * A figure that may be shown.
     *
     * @param value as rounded by the survey plan; this is the figure, not an image of it
     * @param interval 95 % interval; empty for open-link answers, which are no probability sample
     * @param n answers behind it, rounded to 5
     * @param effectiveN effective sample size, rounded to 5; empty without a design
     * @param df degrees of freedom of the interval; empty without a design
     * @param designEffect variance over that of a simple random sample, two decimals; empty without a design
     * @param method id of the method, described on the methodology page
     * @param quality letter A (best) to F by the coefficient of variation; empty without a design
     * @param bound whether the value is the figure or only a bound of it: a rate near 0 or 100 would give single answers
     *     away; a bound has no interval, since the interval would give the figure back
     */
    record Shown(
            BigDecimal value,
            Optional<Interval> interval,
            long n,
            Optional<Long> effectiveN,
            OptionalInt df,
            Optional<BigDecimal> designEffect,
            String method,
            Optional<String> quality,
            Share.Bound bound)
            implements Estimate {
        public Shown {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(interval, "interval");
            Require.that(n >= 10 && n % 5 == 0, "n is rounded to 5 and 10 at least: ", n);
            Objects.requireNonNull(effectiveN, "effectiveN");
            Objects.requireNonNull(df, "df");
            Objects.requireNonNull(designEffect, "designEffect");
            Require.text(method, "method");
            Objects.requireNonNull(quality, "quality");
            Require.that(
                    Objects.requireNonNull(bound, "bound") == Share.Bound.ABOUT || interval.isEmpty(),
                    "a bound has no interval");
        }

        /** A figure that is no mere bound. */
        public Shown(
                BigDecimal value,
                Optional<Interval> interval,
                long n,
                Optional<Long> effectiveN,
                OptionalInt df,
                Optional<BigDecimal> designEffect,
                String method,
                Optional<String> quality) {
            this(value, interval, n, effectiveN, df, designEffect, method, quality, Share.Bound.ABOUT);
        }

        /** The value with its sign, without a unit: {@code 83.4}, {@code ≥95}. */
        public String shown() {
            return bound.sign() + value.toPlainString();
        }
    }

    /** A figure that may not be shown. */
    record Withheld(Reason reason) implements Estimate {
        public Withheld {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** A confidence interval (置信区间), low to high. */
    record Interval(BigDecimal low, BigDecimal high) {
        public Interval {
            Require.that(low.compareTo(high) <= 0, "an interval runs from low to high");
        }
    }

    /** Why a figure is withheld (不予公布的原因). */
    enum Reason {
        NO_ANSWERS("no-answers", "无有效答卷"),
        TOO_FEW("too-few", "答卷过少，为保护个人隐私不予公布"),
        INSUFFICIENT("insufficient", "样本不足，不予公布"),
        TOO_FEW_SCHOOLS("too-few-schools", "参与学校过少，不予公布"),
        COMPLEMENTARY("complementary", "为防止倒推其他不予公布的数据而不予公布"),
        NOT_ESTIMABLE("not-estimable", "抽样误差无法估计，不予公布"),
        /** Answers by an open link are no probability sample: counts and shares only. */
        NO_INFERENCE("no-inference", "自愿参与样本，不作推断，不计算指数");

        private final String key;
        private final String label;

        Reason(String key, String label) {
            this.key = key;
            this.label = label;
        }

        /** The word in {@code results.json}. */
        public String key() {
            return key;
        }

        public String label() {
            return label;
        }

        public static Optional<Reason> ofKey(String key) {
            return java.util.Arrays.stream(values())
                    .filter(value -> value.key.equals(key))
                    .findFirst();
        }
    }
}
