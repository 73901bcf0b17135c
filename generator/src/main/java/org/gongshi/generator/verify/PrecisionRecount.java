package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongshi.evaluation.statistics.StudentT;

/**
 * How exact a figure is said to be, against itself (精度重算): the effective n from n and the design effect, the letter from the
 * interval, the value and the degrees of freedom, each as far as rounding leaves it open.
 */
final class PrecisionRecount {
    private static final double HALF_OF_FIVE = 2.5;
    private static final double HALF_OF_HUNDREDTH = 0.005;
    private static final double TAIL = 0.025;
    private static final double[] LETTERS = {0.05, 0.10, 0.15, 0.25, 0.35};
    private static final String QUALITY = "ABCDEF";

    private static final Map<Double, Double> QUANTILES = new ConcurrentHashMap<>();

    private final RoundFiles round;
    private final Recount recount;

    PrecisionRecount(RoundFiles round, Recount recount) {
        this.round = round;
        this.recount = recount;
    }

    void check(CsvTable survey) {
        for (Map<String, String> row : survey.rows()) {
            String where = String.join(
                    " ", row.get("place"), row.get("audience"), row.get("stage") + row.get("item"), row.get("measure"));
            recount.guarded(round.path("survey"), where, () -> {
                effective(row, where);
                letter(round.path("survey"), row, where, isMean(row) ? 1 : 0, recount);
                method(row, where);
            });
        }
    }

    private static boolean isMean(Map<String, String> row) {
        return row.get("measure").equals("index") || row.get("measure").equals("mean");
    }

    /** n ÷ design effect, at most n; all three are rounded. */
    private void effective(Map<String, String> row, String where) {
        if (text(row, "effective_n").isEmpty() || text(row, "design_effect").isEmpty()) {
            return;
        }
        double n = number(row, "n");
        double effect = number(row, "design_effect");
        double effective = number(row, "effective_n");
        double least = Math.min(n - HALF_OF_FIVE, (n - HALF_OF_FIVE) / (effect + HALF_OF_HUNDREDTH));
        double most = Math.min(
                n + HALF_OF_FIVE, (n + HALF_OF_FIVE) / Math.max(HALF_OF_HUNDREDTH, effect - HALF_OF_HUNDREDTH));
        recount.require(
                round.path("survey"),
                where + " effective_n",
                effect > 0 && effective >= least - HALF_OF_FIVE && effective <= most + HALF_OF_FIVE,
                "有效样本量 " + text(row, "effective_n") + " 与答卷数除以设计效应不符");
    }

    /** Every figure of the probability sample says by which method it was made. */
    private void method(Map<String, String> row, String where) {
        boolean figure = !text(row, "n").isEmpty();
        recount.require(
                round.path("survey"),
                where + " method",
                !figure || text(row, "method").matches("[a-z-]+/[0-9]+"),
                "没有写明估计方法");
        boolean precise = !text(row, "low").isEmpty() && !text(row, "high").isEmpty();
        boolean complete = !text(row, "df").isEmpty()
                && !text(row, "quality").isEmpty()
                && !text(row, "effective_n").isEmpty()
                && !text(row, "design_effect").isEmpty();
        recount.require(round.path("survey"), where + " df", !precise || complete, "有区间的数字缺少有效样本量、自由度、设计效应或质量等级");
        recount.require(
                round.path("survey"),
                where + " df",
                text(row, "df").isEmpty() || number(row, "df") >= 1 && number(row, "df") <= 2 * number(row, "n"),
                "自由度 " + text(row, "df") + " 与答卷数不符");
    }

    /**
     * Half of the interval is t × standard error; its ends were rounded outwards by less than a step each.
     *
     * @param symmetric 1 where the interval is value ∓ t × error; 0 where it is Wilson's, whose letter is only held to be one
     */
    static void letter(String path, Map<String, String> row, String where, int symmetric, Recount recount) {
        String letter = text(row, "quality");
        if (letter.isEmpty()) {
            return;
        }
        recount.require(path, where + " quality", QUALITY.contains(letter) && letter.length() == 1, "质量等级不是 A 至 F");
        boolean whole = !text(row, "low").isEmpty()
                && !text(row, "df").isEmpty()
                && !text(row, "value").isEmpty();
        if (symmetric == 0 || !whole || number(row, "low") <= 0 || number(row, "high") >= 100) {
            return;
        }
        double step = Math.pow(10, -Math.max(0, new BigDecimal(row.get("low")).scale()));
        double half = (number(row, "high") - number(row, "low")) / 2;
        // Of the public the df is rounded to five.
        double t = quantile(number(row, "df") + HALF_OF_FIVE);
        double widest = quantile(Math.max(1, number(row, "df") - HALF_OF_FIVE));
        double value = Math.max(step, number(row, "value"));
        double least = Math.max(0, half - step) / widest / (value + step);
        double most = half / t / Math.max(step / 2, value - step);
        recount.require(
                path,
                where + " quality",
                letter.charAt(0) >= letter(least) && letter.charAt(0) <= letter(most),
                "质量等级 " + letter + " 与区间不符");
    }

    /** A site has some hundred different degrees of freedom and thousands of intervals. */
    private static double quantile(double df) {
        return QUANTILES.computeIfAbsent(df, one -> StudentT.upperQuantile(TAIL, one));
    }

    private static char letter(double variation) {
        int letter = 0;
        while (letter < LETTERS.length && variation >= LETTERS[letter]) {
            letter++;
        }
        return QUALITY.charAt(letter);
    }

    private static double number(Map<String, String> row, String column) {
        return SystemReader.decimal(row, column).doubleValue();
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
