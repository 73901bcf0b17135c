package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.statistics.LonelyPsu;
import org.gongshi.evaluation.statistics.Margin;
import org.gongshi.evaluation.statistics.PostStratification;
import org.gongshi.evaluation.statistics.SamplingPlan;
import org.gongshi.evaluation.statistics.SurveyDesign;
import org.gongshi.survey.response.Stratum;

/**
 * Population shares into weights (加权). The stratum is place × school stage, for the public the place; every sheet of stratum g
 * stands for N_g ÷ n_g people, N_g from {@code populations.csv}, n_g its valid sheets. That is post-stratification (Holt and
 * Smith 1979): variances are those of residuals from the stratum means, with schools as clusters.
 */
final class Weighting {
    private final Audience audience;
    private final SurveyPlan plan;
    private final Location frame;
    private final Findings findings;

    /** @param frame where the population counts stand, for findings */
    Weighting(Audience audience, SurveyPlan plan, Location frame, Findings findings) {
        this.audience = audience;
        this.plan = plan;
        this.frame = frame;
        this.findings = findings;
    }

    /** The weighted sample; empty when nobody answered or when findings forbid it. */
    Optional<Sample> sample(Map<Stratum, List<Cell>> cells, Map<Stratum, Population> populations) {
        long before = findings.count(Severity.ERROR);
        cells.forEach((stratum, list) -> checkAnswered(stratum, sheets(list), populations));
        populations.forEach((stratum, population) -> {
            if (!cells.containsKey(stratum) && population.people() > 0) {
                nobodyAnswered(stratum, population);
            }
        });
        if (plan.lonelyCluster() == SurveyPlan.LonelyCluster.FAIL) {
            cells.forEach(this::checkLonely);
        }
        boolean fits = findings.count(Severity.ERROR) == before;
        return fits && !cells.isEmpty() ? Optional.of(weighted(cells, populations)) : Optional.empty();
    }

    private void checkAnswered(Stratum stratum, long sheets, Map<Stratum, Population> populations) {
        Population population = populations.get(stratum);
        if (population == null || population.invited() == 0) {
            findings.error(frame, name(stratum) + "有 " + sheets + " 份凭码答卷，但没有该层的总体或发码数", "补上该层的一行，或查明访问码发放记录");
        } else if (sheets > population.invited()) {
            findings.error(
                    frame,
                    name(stratum) + "有 " + sheets + " 份凭码答卷，多于发码数 " + population.invited(),
                    "按实际发放的访问码数更正 invited");
        }
    }

    private void nobodyAnswered(Stratum stratum, Population population) {
        if (population.invited() == 0) {
            findings.warning(frame, name(stratum) + "未抽样：结果不代表该层的 " + population.people() + " 人", "");
        } else {
            findings.error(
                    frame,
                    name(stratum) + "有 " + population.people() + " 人、发码 " + population.invited() + " 个，却没有一份有效答卷，无法加权",
                    "补充调查；确实无法调查的，按程序变更方案后把该层并入相邻学段");
        }
    }

    private void checkLonely(Stratum stratum, List<Cell> cells) {
        // For the public every respondent is a unit of the sample.
        long units = audience.isSampledBySchool() ? cells.size() : sheets(cells);
        if (units == 1) {
            findings.error(
                    frame,
                    name(stratum) + (audience.isSampledBySchool() ? "只有一所学校有答卷" : "只有一份答卷") + "，抽样误差无法估计",
                    "补充调查；或按程序变更方案：lonelyPsu 改为 adjust（偏保守），或把该层并入相邻学段");
        }
    }

    private Sample weighted(Map<Stratum, List<Cell>> cells, Map<Stratum, Population> populations) {
        List<Cell> all = new ArrayList<>();
        List<Stratum> strata = new ArrayList<>();
        List<Stratum> order = new ArrayList<>(new TreeMap<>(cells).keySet());
        for (Stratum stratum : order) {
            for (Cell cell : cells.get(stratum)) {
                all.add(cell);
                strata.add(stratum);
            }
        }
        int[] stratumOfCell = strata.stream().mapToInt(order::indexOf).toArray();
        double[] people = order.stream()
                .mapToDouble(stratum -> populations.get(stratum).people())
                .toArray();
        double[] weight = new double[all.size()];
        for (int cell = 0; cell < weight.length; cell++) {
            weight[cell] = people[stratumOfCell[cell]] / sheets(cells.get(strata.get(cell)));
        }
        SurveyDesign design = design(all, stratumOfCell, weight);
        Margin margin = new Margin(
                "populations.csv",
                stratumOfCell,
                order.stream().map(Weighting::name).toList(),
                people);
        return new Sample(all, strata, PostStratification.apply(design, margin));
    }

    private SurveyDesign design(List<Cell> cells, int[] stratumOfCell, double[] weight) {
        SamplingPlan sampling = SurveyDesign.withWeights(weight)
                .counts(cells.stream().mapToInt(Cell::sheets).toArray())
                .strata(stratumOfCell)
                .lonelyPsu(plan.lonelyCluster() == SurveyPlan.LonelyCluster.FAIL ? LonelyPsu.FAIL : LonelyPsu.ADJUST);
        if (audience.isSampledBySchool()) {
            int[] schoolOfCell = new int[cells.size()];
            Arrays.setAll(schoolOfCell, cell -> cell);
            sampling = sampling.clusters(schoolOfCell);
        }
        return sampling.build();
    }

    static long sheets(List<Cell> cells) {
        return cells.stream().mapToLong(Cell::sheets).sum();
    }

    private static String name(Stratum stratum) {
        return stratum.place()
                + stratum.audience().label()
                + stratum.stage().map(SchoolStage::label).orElse("");
    }
}
