package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.response.Stratum;

/** Holds the answers against the frame (抽样框核对): what an office must mend before anything can be weighted, all at once. */
final class FrameCheck {
    private final SurveyPlan plan;
    private final Location frame;
    private final Deviations deviations;
    private final Findings findings;

    FrameCheck(SurveyPlan plan, Location frame, Deviations deviations, Findings findings) {
        this.plan = plan;
        this.frame = frame;
        this.deviations = deviations;
        this.findings = findings;
    }

    void check(
            List<CountedCell> cells, Map<Stratum, Population> populations, Map<SampledSchool, BigDecimal> baseWeights) {
        TreeMap<Stratum, List<CountedCell>> strata = byStratum(cells);
        strata.forEach((stratum, list) -> answered(stratum, sheets(list), populations.get(stratum)));
        populations.forEach((stratum, population) -> {
            if (!strata.containsKey(stratum) && population.people() > 0) {
                unanswered(stratum, population);
            }
        });
        strata.forEach((stratum, list) -> baseWeights(stratum, list, baseWeights));
        obstacles(strata, populations).stream()
                .filter(obstacle -> !isPassed(obstacle.stratum(), strata))
                .forEach(this::obstacle);
    }

    /** Strata that the plan cannot weight, whatever was recorded about them. */
    List<Obstacle> obstacles(TreeMap<Stratum, List<CountedCell>> strata, Map<Stratum, Population> populations) {
        List<Stratum> enough = strata.keySet().stream()
                .filter(stratum -> units(stratum, strata.get(stratum)) > 1)
                .toList();
        boolean fails = plan.lonelyCluster() == SurveyPlan.LonelyCluster.FAIL;
        return populations.entrySet().stream()
                .filter(entry ->
                        entry.getValue().people() > 0 && entry.getValue().invited() > 0)
                .filter(entry -> !strata.containsKey(entry.getKey())
                        || fails && units(entry.getKey(), strata.get(entry.getKey())) == 1)
                .map(entry -> new Obstacle(
                        entry.getKey(),
                        !strata.containsKey(entry.getKey()),
                        entry.getValue().people(),
                        entry.getValue().invited(),
                        Deviations.neighbours(entry.getKey(), enough)))
                .toList();
    }

    /** Whether a recorded deviation deals with it; merged strata must have found somebody to speak for them. */
    private boolean isPassed(Stratum stratum, TreeMap<Stratum, List<CountedCell>> strata) {
        Stratum home = deviations.home(stratum);
        boolean nobody = !strata.containsKey(stratum);
        return !home.equals(stratum) && strata.containsKey(home)
                || deviations.has(stratum, Deviation.Kind.NOT_COVERED) && nobody
                || deviations.has(stratum, Deviation.Kind.ADJUSTED) && !nobody;
    }

    static TreeMap<Stratum, List<CountedCell>> byStratum(List<CountedCell> cells) {
        TreeMap<Stratum, List<CountedCell>> strata = new TreeMap<>();
        cells.forEach(cell -> strata.computeIfAbsent(cell.stratum(), absent -> new java.util.ArrayList<>())
                .add(cell));
        return strata;
    }

    static long sheets(List<CountedCell> cells) {
        return cells.stream().mapToLong(cell -> cell.cell().sheets()).sum();
    }

    /** Schools that answered; for the public every respondent is a unit of the sample. */
    static long units(Stratum stratum, List<CountedCell> cells) {
        return stratum.audience().isSampledBySchool()
                ? cells.stream().map(cell -> cell.key().cluster()).distinct().count()
                : sheets(cells);
    }

    static String name(Stratum stratum) {
        return stratum.place()
                + stratum.audience().label()
                + stratum.stage().map(SchoolStage::label).orElse("");
    }

    private void answered(Stratum stratum, long sheets, Population population) {
        if (population == null || population.invited() == 0) {
            findings.error(frame, name(stratum) + "有 " + sheets + " 份凭码答卷，但没有该层的总体或发码数", "补上该层的一行，或查明访问码发放记录");
        } else if (sheets > population.invited()) {
            findings.error(
                    frame,
                    name(stratum) + "有 " + sheets + " 份凭码答卷，多于发码数 " + population.invited(),
                    "按实际发放的访问码数更正 invited");
        }
    }

    private void unanswered(Stratum stratum, Population population) {
        if (population.invited() == 0) {
            findings.warning(frame, name(stratum) + "未抽样：结果不代表该层的 " + population.people() + " 人", "");
        } else if (deviations.has(stratum, Deviation.Kind.NOT_COVERED)) {
            findings.warning(frame, name(stratum) + "未覆盖（偏离方案）：结果不代表该层的 " + population.people() + " 人", "");
        } else if (deviations.has(stratum, Deviation.Kind.MERGED)) {
            findings.warning(
                    frame,
                    name(stratum) + "没有答卷，并入"
                            + deviations
                                    .home(stratum)
                                    .stage()
                                    .map(SchoolStage::label)
                                    .orElse("") + "加权（偏离方案）",
                    "");
        }
    }

    private void obstacle(Obstacle obstacle) {
        Stratum stratum = obstacle.stratum();
        if (obstacle.nobody()) {
            findings.error(
                    frame,
                    name(stratum) + "有 " + obstacle.people() + " 人、发码 " + obstacle.invited() + " 个，却没有一份有效答卷，无法加权",
                    "确实无法补充调查的，由两人登记偏离方案（控制台“偏离方案”，或 survey deviate）："
                            + (obstacle.neighbours().isEmpty() ? "" : "把该层并入相邻学段，或") + "声明未覆盖");
        } else {
            findings.error(
                    frame,
                    name(stratum) + (stratum.audience().isSampledBySchool() ? "只有一所学校有答卷" : "只有一份答卷") + "，抽样误差无法估计",
                    "由两人登记偏离方案（控制台“偏离方案”，或 survey deviate）："
                            + (obstacle.neighbours().isEmpty() ? "" : "把该层并入相邻学段，或") + "改按保守方法估计误差");
        }
    }

    private void baseWeights(Stratum stratum, List<CountedCell> cells, Map<SampledSchool, BigDecimal> baseWeights) {
        boolean drawn = baseWeights.keySet().stream()
                .anyMatch(school -> school.stratum().equals(stratum));
        long without = cells.stream()
                .map(cell -> new SampledSchool(stratum, cell.key().cluster()))
                .distinct()
                .filter(school -> !baseWeights.containsKey(school))
                .count();
        if (drawn && without > 0) {
            findings.error(
                    frame,
                    name(stratum) + "有 " + without + " 所学校有答卷而没有抽样记录中的基础权数",
                    "访问码只发给抽样记录中的学校；替换学校的，按程序登记后补入抽样记录");
        }
    }
}
