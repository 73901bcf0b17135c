package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.response.Stratum;

/** Holds the answers against the frame (抽样框核对): what an office must mend before anything can be weighted, all at once. */
final class FrameCheck {
    private final SurveyPlan plan;
    private final Location frame;
    private final Findings findings;

    FrameCheck(SurveyPlan plan, Location frame, Findings findings) {
        this.plan = plan;
        this.frame = frame;
        this.findings = findings;
    }

    void check(
            List<CountedCell> cells, Map<Stratum, Population> populations, Map<SampledSchool, BigDecimal> baseWeights) {
        TreeMap<Stratum, List<CountedCell>> strata = byStratum(cells);
        strata.forEach((stratum, list) -> answered(stratum, sheets(list), populations.get(stratum)));
        populations.forEach((stratum, population) -> {
            if (!strata.containsKey(stratum) && population.people() > 0) {
                nobodyAnswered(stratum, population);
            }
        });
        strata.forEach((stratum, list) -> baseWeights(stratum, list, baseWeights));
        if (plan.lonelyCluster() == SurveyPlan.LonelyCluster.FAIL) {
            strata.forEach(this::lonely);
        }
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

    private void lonely(Stratum stratum, List<CountedCell> cells) {
        if (units(stratum, cells) == 1) {
            findings.error(
                    frame,
                    name(stratum) + (stratum.audience().isSampledBySchool() ? "只有一所学校有答卷" : "只有一份答卷") + "，抽样误差无法估计",
                    "补充调查；或按程序变更方案：lonelyPsu 改为 adjust（偏保守），或把该层并入相邻学段");
        }
    }
}
