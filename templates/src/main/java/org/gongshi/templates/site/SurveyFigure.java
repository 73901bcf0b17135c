package org.gongshi.templates.site;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * A figure of the survey as printed: its value with the interval, or the sign of a withheld figure with the reason.
 *
 * @param shown the value, or ×
 * @param interval {@code 78.1–82.3}; empty when withheld or without a design
 * @param n answers behind it, rounded to 5; empty when withheld
 * @param reason why it is withheld; empty when shown
 * @param value for the drawing; empty when withheld
 */
public record SurveyFigure(
        String shown,
        Optional<String> interval,
        Optional<String> n,
        Optional<String> reason,
        Optional<BigDecimal> value,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high) {
    public SurveyFigure {
        Require.text(shown, "shown");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(n, "n");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        Require.that(value.isPresent() != reason.isPresent(), "a figure is shown or has a reason");
    }
}
