package org.gongshi.evaluation.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/**
 * An area of the year's system (评价内容领域), by default one of the six of article 6.
 *
 * @param topics what article 6 lists under it
 */
@Article(6)
public record ContentArea(String id, String name, List<String> topics, List<Indicator> indicators) {
    public ContentArea {
        Require.text(id, "id");
        Require.text(name, "name");
        topics = List.copyOf(topics);
        indicators = List.copyOf(indicators);
        Require.that(!indicators.isEmpty(), "area " + id + " has no indicator");
        for (Indicator indicator : indicators) {
            Require.that(indicator.code().areaId().equals(id), indicator.code() + " does not belong to area " + id);
        }
    }

    /** Sum of its indicators' weights: the most points of the weighted score that it can bring. */
    public BigDecimal weight() {
        return indicators.stream().map(Indicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
