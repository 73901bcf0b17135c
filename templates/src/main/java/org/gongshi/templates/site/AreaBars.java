package org.gongshi.templates.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The content areas of a place as bullet bars (子弹图) against median and range of all published places. */
public record AreaBars(ChartText text, List<Bar> bars) implements Chart {
    public AreaBars {
        Objects.requireNonNull(text, "text");
        bars = List.copyOf(bars);
    }

    /** The axis: shares of an area's weight, 0 to 100 %. */
    public Scale scale() {
        return Scale.of(0, 100);
    }

    /**
     * One area.
     *
     * @param weight points of 100 that it weighs, exact
     * @param points what it brought, exact
     * @param rate points as percent of the weight (得分率)
     * @param rateShown the rate with one decimal, cut
     * @param spread empty with fewer than three published places
     */
    public record Bar(
            String id,
            String name,
            String weight,
            String points,
            BigDecimal rate,
            String rateShown,
            Optional<Spread> spread) {
        /** What it brought with two decimals, cut and never rounded up, as scores are shown. */
        public String pointsShown() {
            return new BigDecimal(points).setScale(2, RoundingMode.DOWN).toPlainString();
        }
    }

    /** Lowest, middle and highest rate of all published places. */
    public record Spread(BigDecimal low, BigDecimal median, BigDecimal high, String shown) {}
}
