package org.gongshi.evaluation.scoring;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/**
 * The year's indicator system (年度评价指标体系): data of one year, never code. Weights add up to exactly 100.
 *
 * @param document its document number (文号)
 */
@Article({5, 6, 7})
public record IndicatorSystem(String document, List<ContentArea> areas) {
    public IndicatorSystem {
        Require.text(document, "document");
        areas = List.copyOf(areas);
        Set<Object> seen = new HashSet<>();
        for (ContentArea area : areas) {
            Require.that(seen.add(area.id()), "area twice: ", area.id());
            area.indicators().forEach(i -> Require.that(seen.add(i.code()), "indicator twice: ", i.code()));
        }
        BigDecimal total = areas.stream().map(ContentArea::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        Require.that(total.compareTo(Score.FULL) == 0, "weights add up to " + total.toPlainString() + ", not 100");
    }

    public List<Indicator> indicators() {
        return areas.stream().flatMap(area -> area.indicators().stream()).toList();
    }

    public Optional<Indicator> find(IndicatorCode code) {
        return indicators().stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }
}
