package org.gongshi.evaluation.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.CompositePlan;
import org.gongshi.evaluation.satisfaction.CompositeResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Ranking;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Sensitivity;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * What stands beside the rows, held against them (附加分析审计): composites and comparisons must follow from shown indices, so that
 * they say nothing of their own; a sensitivity line stands only where no hidden part could be solved for with it.
 */
public final class AnalysisAudit {
    private final SurveyPlan plan;
    private final ReleasedResults results;
    private final Location at;
    private final List<Finding> findings = new ArrayList<>();

    private AnalysisAudit(SurveyPlan plan, ReleasedResults results, Location at) {
        this.plan = Objects.requireNonNull(plan, "plan");
        this.results = Objects.requireNonNull(results, "results");
        this.at = Objects.requireNonNull(at, "at");
    }

    /**
     * What the analysis gives away beyond the rows; empty when nothing.
     *
     * @param plan that the results follow
     * @param at the file
     */
    public static List<Finding> of(SurveyPlan plan, ReleasedResults results, Location at) {
        var audit = new AnalysisAudit(plan, results, at);
        results.analysis().composites().forEach(audit::composite);
        results.analysis().rankings().forEach(audit::ranking);
        for (Audience audience : Audience.values()) {
            audit.lines(audience);
        }
        new CollectedAudit(results, audit::error).run();
        return List.copyOf(audit.findings);
    }

    private void composite(CompositeResult composite) {
        if (!(composite.index() instanceof Estimate.Shown shown)) {
            return;
        }
        Map<Audience, BigDecimal> weights =
                plan.composite().map(CompositePlan::weights).orElse(Map.of());
        Map<Audience, BigDecimal> indices = new EnumMap<>(Audience.class);
        long persons = 0;
        for (Audience audience : composite.audiences()) {
            Optional<Estimate.Shown> index = index(composite.place(), audience);
            index.ifPresent(own -> indices.put(audience, own.value()));
            persons += index.map(Estimate.Shown::n).orElse(0L);
        }
        boolean complete = weights.keySet().equals(composite.audiences())
                || plan.composite()
                        .filter(own -> own.missing() == CompositePlan.Missing.REWEIGHT)
                        .isPresent();
        if (!indices.keySet().equals(composite.audiences())
                || !weights.keySet().containsAll(composite.audiences())
                || !complete) {
            error(composite.place() + " 综合指数：用了没有公布的指数，减去已公布的各对象即可推出", "综合指数只由已公布的指数计算，缺一个就按方案不予公布或重新分配权重");
        } else if (CompositeResult.value(indices, weights, plan.indexDecimals()).compareTo(shown.value()) != 0) {
            error(composite.place() + " 综合指数 " + shown.shown() + " 不是由公布的各对象指数算出", "由 survey release 重新发布，不要手工改动");
        } else if (shown.n() != persons) {
            error(
                    composite.place() + " 综合指数的人数 " + shown.n() + " 不是各对象人数之和 " + persons,
                    "由 survey release 重新发布，不要手工改动");
        }
    }

    private void ranking(Ranking ranking) {
        String name = ranking.audience().map(Audience::label).orElse("综合指数") + "地区比较";
        ranking.bands().stream()
                .filter(band -> value(ranking, band.place()).isEmpty())
                .forEach(band -> error(name + "：" + band.place() + " 的指数没有公布，不能比较", "只比较指数已公布的地区"));
        for (Ranking.Pair pair : ranking.pairs()) {
            Optional<BigDecimal> difference = value(ranking, pair.a())
                    .flatMap(a -> value(ranking, pair.b()).map(a::subtract));
            if (difference.filter(own -> own.compareTo(pair.difference()) == 0).isEmpty()) {
                error(
                        name + "：" + pair.a() + " 与 " + pair.b() + " 的差 " + pair.difference() + " 不是两个公布指数之差",
                        "由 survey release 重新发布，不要手工改动");
            }
        }
    }

    private Optional<BigDecimal> value(Ranking ranking, PlaceCode place) {
        return ranking.audience().isPresent()
                ? index(place, ranking.audience().get()).map(Estimate.Shown::value)
                : results.analysis()
                        .composite(place)
                        .flatMap(composite -> shown(composite.index()))
                        .map(Estimate.Shown::value);
    }

    private Optional<Estimate.Shown> index(PlaceCode place, Audience audience) {
        return results.find(place, audience).flatMap(row -> shown(row.index()));
    }

    private static Optional<Estimate.Shown> shown(Estimate estimate) {
        return estimate instanceof Estimate.Shown shown ? Optional.of(shown) : Optional.empty();
    }

    private void lines(Audience audience) {
        List<AudienceResult> rows = results.results().stream()
                .filter(row -> row.audience() == audience && row.mode() == AudienceResult.Mode.PROBABILITY)
                .toList();
        rows.stream()
                .filter(row -> row.stage().isPresent() && row.sensitivity().isPresent())
                .forEach(row -> error(name(row) + "：单个学段不公布敏感性", "删去该行的 sensitivity"));
        results.results().stream()
                .filter(row -> !row.mode().infers() && row.sensitivity().isPresent())
                .forEach(row -> error(name(row) + "：自愿参与样本没有敏感性", "删去该行的 sensitivity"));
        List<AudienceResult> places = rows.stream()
                .filter(row -> row.stage().isEmpty() && !isWhole(row))
                .toList();
        for (AudienceResult place : places) {
            boolean hidden = rows.stream()
                    .anyMatch(row -> row.stage().isPresent()
                            && row.place().equals(place.place())
                            && !(row.index() instanceof Estimate.Shown)
                            && !RowTree.hasNoAnswers(row));
            unweighted(place, hidden);
        }
        rows.stream().filter(row -> row.stage().isEmpty() && isWhole(row)).forEach(whole -> {
            unweighted(
                    whole,
                    places.stream()
                            .anyMatch(place -> !RowTree.hasNoAnswers(place)
                                    && place.sensitivity()
                                            .flatMap(Sensitivity::unweighted)
                                            .isEmpty()));
            new DoubtedCounts(whole, places).exposed().forEach(this::doubted);
        });
    }

    private boolean isWhole(AudienceResult row) {
        return row.place().equals(results.round().organizer());
    }

    private void unweighted(AudienceResult row, boolean hidden) {
        if (hidden && row.sensitivity().flatMap(Sensitivity::unweighted).isPresent()) {
            error(name(row) + "：加权和不加权两个总数可解出没有公布的部分", "删去该行的 unweighted");
        }
    }

    private void doubted(AudienceResult place) {
        error(name(place) + "：存疑答卷数可由全区合计减去其他地区推出", "删去全区一行的 doubted 和 withoutDoubted");
    }

    private static String name(AudienceResult row) {
        return row.place() + " " + row.audience().label()
                + row.stage().map(stage -> " " + stage.label()).orElse("");
    }

    private void error(String what, String hint) {
        findings.add(Finding.error(at, "披露审计：" + what, hint));
    }
}
