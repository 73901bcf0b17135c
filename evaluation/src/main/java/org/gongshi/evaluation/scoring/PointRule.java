package org.gongshi.evaluation.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/**
 * How the points of an indicator come from its raw value (计分规则): fixed in the indicator system before the round.
 * Points are rounded once, half up, to {@link #decimals()}; after that nothing is rounded.
 */
// 第四条：客观公正——得分怎样由原始值得出，在评价之前定好，对各地区相同
@Article({4, 5, 14})
public sealed interface PointRule {

    /** Decimals of the points, 0 to 4. */
    int decimals();

    /** The rule in Chinese, as the indicator page and the trace print it. */
    String wording();

    private static void checkDecimals(int decimals) {
        Require.that(decimals >= 0 && decimals <= 4, "decimals lie between 0 and 4: ", decimals);
    }

    /** 60.0 is 60: a rule written in another way is the same rule. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * A rate (比率): points rise evenly from 0 at {@code floor} to 100 at {@code target} and stay within them. With
     * target &lt; floor less is better.
     */
    record Rate(BigDecimal floor, BigDecimal target, int decimals) implements PointRule {
        public Rate {
            Require.that(floor.compareTo(target) != 0, "floor and target must differ");
            floor = plain(floor);
            target = plain(target);
            checkDecimals(decimals);
        }

        /** (raw − floor) ÷ (target − floor) × 100, held within 0 and 100, rounded. */
        public Score points(BigDecimal raw) {
            // One division, rounded once: dividing first and rounding again could move a half.
            BigDecimal points = raw.subtract(floor)
                    .multiply(Score.FULL)
                    .divide(target.subtract(floor), decimals, RoundingMode.HALF_UP);
            return new Score(points.max(BigDecimal.ZERO).min(Score.FULL));
        }

        /** The calculation with its numbers. */
        public String trace(BigDecimal raw) {
            return "（" + raw.toPlainString() + " − " + floor.toPlainString() + "）÷（" + target.toPlainString() + " − "
                    + floor.toPlainString() + "）× 100，限于 0 至 100，四舍五入保留 " + decimals + " 位小数";
        }

        @Override
        public String wording() {
            return "比率：" + floor.toPlainString() + " 计 0 分，" + target.toPlainString() + " 计 100 分，其间按比例计分，四舍五入保留 "
                    + decimals + " 位小数";
        }
    }

    /** A count with deductions (扣分): {@code full} less {@code each} for every case, never below 0. */
    record Deduction(BigDecimal full, BigDecimal each, int decimals) implements PointRule {
        public Deduction {
            Require.that(Score.isValid(full) && full.signum() > 0, "full points lie above 0, up to 100: ", full);
            Require.that(each.signum() > 0, "points per case lie above 0: ", each);
            full = plain(full);
            each = plain(each);
            checkDecimals(decimals);
        }

        /** @param cases a whole number, 0 or more */
        public Score points(BigDecimal cases) {
            return new Score(
                    full.subtract(cases.multiply(each)).max(BigDecimal.ZERO).setScale(decimals, RoundingMode.HALF_UP));
        }

        /** The calculation with its numbers. */
        public String trace(BigDecimal cases) {
            return full.toPlainString() + " − " + cases.toPlainString() + " × " + each.toPlainString() + "，最低 0 分";
        }

        @Override
        public String wording() {
            return "扣分：满分 " + full.toPlainString() + " 分，每例扣 " + each.toPlainString() + " 分，扣完为止";
        }
    }

    /**
     * The released survey index (满意度指数) of one audience: its points as they stand, since the rounding was declared in
     * the survey plan.
     *
     * @param audience key of the audience: {@code public}, {@code parent}, {@code student}
     * @param ifWithheld points when the index is withheld; without it a withheld index cannot be scored
     */
    record SurveyIndex(String audience, Optional<Score> ifWithheld, int decimals) implements PointRule {
        public SurveyIndex {
            Require.text(audience, "audience");
            Objects.requireNonNull(ifWithheld, "ifWithheld");
            checkDecimals(decimals);
        }

        @Override
        public String wording() {
            return "满意度：以公布的满意度指数为得分"
                    + ifWithheld
                            .map(points -> "；指数不予公布时计 " + points.exact() + " 分")
                            .orElse("");
        }
    }

    /** Points judged by experts (评定) on recorded evidence. */
    record Judged(int decimals) implements PointRule {
        public Judged {
            checkDecimals(decimals);
        }

        @Override
        public String wording() {
            return "评定：检查组依据佐证材料在 0 至 100 分间评定，保留 " + decimals + " 位小数";
        }
    }
}
