package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.templates.site.AreaBars;
import org.gongshi.templates.site.ChartText;

/** How much of each content area a place has reached, beside the other places of the round (分领域得分率). */
final class PlaceAreas {
    private static final int FEWEST_FOR_SPREAD = 3;

    private final Composition site;
    private final RoundView round;
    private final ApprovedReport report;

    PlaceAreas(Composition site, RoundView round, ApprovedReport report) {
        this.site = site;
        this.round = round;
        this.report = report;
    }

    AreaBars bars() {
        List<AreaBars.Bar> bars = round.system().areas().stream().map(this::bar).toList();
        String described = String.join(
                "；",
                bars.stream()
                        .map(bar -> bar.name() + " " + bar.rateShown() + "%"
                                + bar.spread()
                                        .map(spread -> "（" + spread.shown() + "）")
                                        .orElse(""))
                        .toList());
        return new AreaBars(new ChartText("area-bars", site.say("areas.chart"), described, "area-table"), bars);
    }

    private AreaBars.Bar bar(ContentArea area) {
        BigDecimal rate = RoundView.rate(report, area);
        return new AreaBars.Bar(
                area.id(),
                area.name(),
                Numbers.exact(area.weight()),
                Numbers.exact(report.dossier().sheet().areaPoints(area)),
                rate,
                Numbers.percentShown(rate),
                spread(area));
    }

    private Optional<AreaBars.Spread> spread(ContentArea area) {
        List<BigDecimal> rates = round.rates(area);
        if (rates.size() < FEWEST_FOR_SPREAD) {
            return Optional.empty();
        }
        BigDecimal low = rates.stream().min(Comparator.naturalOrder()).orElseThrow();
        BigDecimal high = rates.stream().max(Comparator.naturalOrder()).orElseThrow();
        BigDecimal median = Numbers.median(rates).orElseThrow();
        String shown = site.say(
                "areas.spread.shown",
                Numbers.percentShown(median),
                Numbers.percentShown(low),
                Numbers.percentShown(high));
        return Optional.of(new AreaBars.Spread(low, median, high, shown));
    }
}
