package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.statistics.LonelyPsu;
import org.gongshi.evaluation.statistics.Margin;
import org.gongshi.evaluation.statistics.PostStratification;
import org.gongshi.evaluation.statistics.Raking;
import org.gongshi.evaluation.statistics.SurveyDesign;
import org.gongshi.evaluation.statistics.SurveyFault;
import org.gongshi.evaluation.statistics.Trimming;
import org.gongshi.survey.response.Stratum;

/**
 * From answers to a weighted sample of all audiences together (加权), step by step as the locked plan says: base weight ×
 * non-response within stratum × trimming within stratum × raking. Variances are those of residuals from the margins (Deville
 * and Särndal 1992), with schools as clusters; parents and students of one school share it.
 */
final class Weighting {
    private final SurveyPlan plan;
    private final Map<Audience, Questionnaire> questionnaires;
    private final Map<SampledSchool, BigDecimal> baseWeights;
    private final Deviations deviations;
    private final Location frame;
    private final Location planFile;
    private final Findings findings;

    /**
     * @param baseWeights of sampled schools; a stratum of which none is named has equal base weights N ÷ invited
     * @param deviations what was recorded about strata that the plan cannot weight
     * @param frame where the population counts stand, for findings
     * @param planFile where the plan stands, for findings
     */
    Weighting(
            SurveyPlan plan,
            Map<Audience, Questionnaire> questionnaires,
            Map<SampledSchool, BigDecimal> baseWeights,
            Deviations deviations,
            Location frame,
            Location planFile,
            Findings findings) {
        this.plan = plan;
        this.questionnaires = questionnaires;
        this.baseWeights = baseWeights;
        this.deviations = deviations;
        this.frame = frame;
        this.planFile = planFile;
        this.findings = findings;
    }

    /** The weighted sample; empty when nobody answered or when findings forbid it. */
    Optional<Sample> sample(List<CountedCell> cells, Map<Stratum, Population> populations) {
        return steps(cells, populations).map(Steps::sample);
    }

    /**
     * The weighted sample with what it was made from.
     *
     * @param before the design with the trimmed weights, before the margins
     * @param margins what the weights were adjusted to, the populations first
     */
    record Steps(Sample sample, Strata strata, SurveyDesign before, List<Margin> margins) {}

    Optional<Steps> steps(List<CountedCell> cells, Map<Stratum, Population> populations) {
        long before = findings.count(Severity.ERROR);
        new FrameCheck(plan, frame, deviations, findings).check(cells, populations, baseWeights);
        if (cells.isEmpty() || findings.count(Severity.ERROR) > before) {
            return Optional.empty();
        }
        Strata strata = Strata.of(cells, plan, deviations);
        Map<Stratum, Population> weighed =
                deviations.weighed(populations, FrameCheck.byStratum(cells).keySet());
        SurveyDesign design = trimmed(cells, design(cells, strata, nonResponse(cells, weighed)));
        Margin population = population(strata, weighed);
        List<Margin> profile = new ProfileMargins(cells, design, plan, questionnaires, planFile, findings).all();
        if (findings.count(Severity.ERROR) > before) {
            return Optional.empty();
        }
        List<Margin> margins = new ArrayList<>(List.of(population));
        margins.addAll(profile);
        return raked(design, population, profile)
                .map(weighted -> new Steps(
                        new Sample(cells, strata.school(), weighted, unweighted(cells, strata)),
                        strata,
                        design,
                        margins));
    }

    /** Base weight × what those who did not answer leave to those of their stratum who did. */
    private double[] nonResponse(List<CountedCell> cells, Map<Stratum, Population> populations) {
        double[] weight = new double[cells.size()];
        Map<Stratum, Double> reached = new TreeMap<>();
        for (int cell = 0; cell < weight.length; cell++) {
            CountedCell own = cells.get(cell);
            Population population = populations.get(own.stratum());
            var school = new SampledSchool(own.stratum(), own.key().cluster());
            weight[cell] = Optional.ofNullable(baseWeights.get(school))
                    .map(BigDecimal::doubleValue)
                    .orElse((double) population.people() / population.invited());
            reached.merge(own.stratum(), weight[cell] * own.cell().sheets(), Double::sum);
        }
        for (int cell = 0; cell < weight.length; cell++) {
            Stratum stratum = cells.get(cell).stratum();
            weight[cell] *= populations.get(stratum).people() / reached.get(stratum);
        }
        return weight;
    }

    private SurveyDesign design(List<CountedCell> cells, Strata strata, double[] weight) {
        return SurveyDesign.withWeights(weight)
                .counts(cells.stream().mapToInt(cell -> cell.cell().sheets()).toArray())
                .strata(strata.design())
                .clusters(strata.school())
                .lonelyPsu(fails() ? LonelyPsu.FAIL : LonelyPsu.ADJUST)
                .build();
    }

    private boolean fails() {
        return plan.lonelyCluster() == SurveyPlan.LonelyCluster.FAIL && !deviations.adjusts();
    }

    private SurveyDesign unweighted(List<CountedCell> cells, Strata strata) {
        double[] ones = new double[cells.size()];
        Arrays.fill(ones, 1);
        return design(cells, strata, ones);
    }

    /** Stratum by stratum; where all weights are alike, as they are without a record of the draw, nothing is to be trimmed. */
    private SurveyDesign trimmed(List<CountedCell> cells, SurveyDesign design) {
        SurveyDesign trimmed = design;
        if (plan.weighting().trim().isEmpty()) {
            return trimmed;
        }
        var trimming = new Trimming(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(plan.weighting().trim().get().doubleValue()),
                Trimming.Sharing.PROPORTIONAL,
                true);
        for (Stratum stratum : FrameCheck.byStratum(cells).keySet()) {
            int[] group = cells.stream()
                    .mapToInt(cell -> cell.stratum().equals(stratum) ? 0 : -1)
                    .toArray();
            long different = IntStream.range(0, group.length)
                    .filter(cell -> group[cell] == 0)
                    .mapToDouble(design::weight)
                    .distinct()
                    .count();
            try {
                trimmed = different > 1 ? trimming.within(trimmed, group) : trimmed;
            } catch (SurveyFault fault) {
                findings.error(
                        planFile,
                        FrameCheck.name(stratum) + "的权数无法截尾：上限低于平均权数，没有答卷可以承接截下的部分",
                        "核对抽样记录中的基础权数；确实相差悬殊的，按程序变更方案，放宽 weighting.trim 或把该层拆分");
            }
        }
        return trimmed;
    }

    /** League × audience × stage, which every sample is weighted to. */
    private static Margin population(Strata strata, Map<Stratum, Population> populations) {
        return new Margin(
                "populations.csv",
                strata.calibration(),
                strata.calibrated().stream()
                        .map(group -> FrameCheck.name(group.get(0)))
                        .toList(),
                strata.calibrated().stream()
                        .mapToDouble(group -> group.stream()
                                .mapToLong(stratum -> populations.get(stratum).people())
                                .sum())
                        .toArray());
    }

    private Optional<SurveyDesign> raked(SurveyDesign design, Margin population, List<Margin> profile) {
        if (profile.isEmpty()) {
            return Optional.of(PostStratification.apply(design, population));
        }
        try {
            return Optional.of(rake(design, population, profile));
        } catch (SurveyFault fault) {
            contradiction(design, population, profile);
            return Optional.empty();
        }
    }

    private static SurveyDesign rake(SurveyDesign design, Margin population, List<Margin> profile) {
        List<Margin> margins = new ArrayList<>(List.of(population));
        margins.addAll(profile);
        return Raking.apply(design, margins);
    }

    /** Which margins no weights can reach: those that fail by themselves, or all of them together. */
    private void contradiction(SurveyDesign design, Margin population, List<Margin> profile) {
        List<String> alone = new ArrayList<>();
        for (Margin margin : profile) {
            try {
                rake(design, population, List.of(margin));
            } catch (SurveyFault fault) {
                alone.add(margin.name());
            }
        }
        String named = String.join(
                "、", alone.isEmpty() ? profile.stream().map(Margin::name).toList() : alone);
        findings.error(
                planFile,
                "加权边际 " + named + (alone.isEmpty() ? " 合在一起" : "") + "与各地区人口不能同时达到：没有一组权数能满足",
                "多半是某个选项只在个别地区有人选择：合并相邻选项，或把分地区的边际改为全域边际（按程序变更方案）");
    }
}
