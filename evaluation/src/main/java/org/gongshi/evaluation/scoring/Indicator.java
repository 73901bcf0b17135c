package org.gongshi.evaluation.scoring;

import java.math.BigDecimal;
import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/**
 * One indicator (指标).
 *
 * @param weight points of 100 that it weighs; above 0
 * @param key whether it is a main indicator (主要指标)
 * @param unit unit of the raw value; empty when it has none
 */
@Article({5, 6})
public record Indicator(
        IndicatorCode code,
        String name,
        String definition,
        String source,
        BigDecimal weight,
        boolean key,
        String unit,
        PointRule rule) {
    public Indicator {
        Objects.requireNonNull(code, "code");
        Require.text(name, "name");
        Require.text(definition, "definition");
        Require.text(source, "source");
        Require.that(weight.signum() > 0, "a weight lies above 0: ", weight);
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(rule, "rule");
    }
}
