package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.Reliability;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.WeightsReport;
import org.gongshi.evaluation.statistics.CronbachAlpha;
import org.gongshi.evaluation.statistics.WeightSummary;

/** How good the weights and the scales of a release are (权数与信度), with a warning where they are not. */
final class Diagnostics {
    /** Kish's design effect and the coefficient of variation are published to this. */
    private static final double DECIMAL = 0.01;

    private final Sample sample;
    private final SurveyPlan plan;
    private final Location file;
    private final Findings findings;
    private final boolean guarded;

    /** @param guarded whether a report that would tell how few people a group has is left out */
    Diagnostics(Sample sample, SurveyPlan plan, Location file, Findings findings, boolean guarded) {
        this.sample = sample;
        this.plan = plan;
        this.file = file;
        this.findings = findings;
        this.guarded = guarded;
    }

    List<WeightsReport> weights() {
        List<WeightsReport> reports = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            WeightSummary summary = WeightSummary.of(
                    sample.design(), sample.domain(cell -> cell.stratum().audience() == audience));
            if (summary.n() >= plan.thresholds().insufficient()) {
                weights(audience, summary).ifPresent(reports::add);
            }
        }
        return reports;
    }

    private Optional<WeightsReport> weights(Audience audience, WeightSummary summary) {
        List<Double> handfuls = new WeightedGroups(sample, plan).fewOf(audience);
        double span = summary.maxWeight().orElseThrow() / summary.minWeight().orElseThrow();
        double cv = summary.cvWeights().orElseThrow();
        var report = new WeightsReport(
                audience,
                Released.decimal(summary.kishDeff().orElseThrow(), 2, RoundingMode.HALF_UP)
                        .max(BigDecimal.ONE),
                Released.decimal(cv, 2, RoundingMode.HALF_UP),
                // Where a group has fewer answers than may be known, the largest weight could tell how many.
                handfuls.isEmpty() || !guarded ? Optional.of((int) Math.ceil(span)) : Optional.empty());
        if (report.isHigh()) {
            findings.warning(
                    file,
                    audience.label() + "的权数相差过大：基什设计效应 " + report.kishDeff() + "，有效样本不足实际的一半",
                    "核对发码数与总体是否成比例；下一轮按总体分配样本");
        }
        boolean tells = handfuls.stream().anyMatch(share -> tells(share, summary.n(), cv));
        return tells && guarded ? Optional.empty() : Optional.of(report);
    }

    /**
     * A group's part in n Σw² ÷ (Σw)² is n × (its share of the weight)² ÷ its people: whether that part, anywhere between one and
     * nine people, moves a published decimal.
     */
    private boolean tells(double share, long n, double cv) {
        double swing = n * share * share * (1 - 1.0 / (plan.thresholds().hide() - 1));
        return swing > DECIMAL || swing > 2 * cv * DECIMAL;
    }

    Reliability reliability(Questionnaire questionnaire, ItemSums sums) {
        Audience audience = questionnaire.audience();
        int items = questionnaire.items().size();
        if (sums.respondents() < plan.thresholds().insufficient()) {
            return new Reliability(audience, items, Optional.empty(), Optional.empty());
        }
        Optional<BigDecimal> alpha = sums.covariances()
                .map(covariances -> CronbachAlpha.of(covariances, sums.respondents()))
                .filter(found -> found.alpha().isPresent())
                .map(found -> Released.decimal(found.alpha().getAsDouble(), 2, RoundingMode.HALF_UP));
        var reliability = new Reliability(audience, items, Optional.of(Bands.toFive(sums.respondents())), alpha);
        if (reliability.isLow()) {
            findings.warning(
                    file,
                    audience.label() + "量表的克龙巴赫α系数只有 " + alpha.orElseThrow() + "，低于 " + Reliability.LEAST,
                    "各题可能测的不是同一件事：在报告中说明，下一轮修订问卷");
        }
        return reliability;
    }
}
