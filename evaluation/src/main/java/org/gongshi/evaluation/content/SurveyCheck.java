package org.gongshi.evaluation.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.IndicatorSystem;

/** Faults between the survey's files (调查材料核对): plan, questionnaires, populations, indicator system. */
@Article(9)
public final class SurveyCheck {
    /** The area of items that speak of the whole (总体评价), which no indicator system names. */
    public static final String GENERAL_AREA = "G";

    private final ContentReader content;
    private final RoundKey key;
    private final Findings findings;

    public SurveyCheck(ContentReader content, RoundKey key, Findings findings) {
        this.content = content;
        this.key = key;
        this.findings = findings;
    }

    /** The plan gives every option of every scale a score, and the scale has every value of the plan. */
    public void scales() {
        Optional<Located<SurveyPlan>> plan = content.locatedPlan(key);
        content.locatedQuestionnaires(key).forEach((audience, questionnaire) -> {
            plan.ifPresent(located -> scale(located.value(), questionnaire));
            content.issuedSystem(key).ifPresent(system -> areas(system.value().system(), questionnaire));
        });
        margins();
        translations();
    }

    /** Every language that the plan opens says everything. */
    public void translations() {
        new TranslationCheck(content, key, findings).check();
    }

    /** The plan's margins and the profile questions are each other's. */
    public void margins() {
        List<PlaceCode> places = content.round(key).map(Round::places).orElse(List.of());
        content.locatedPlan(key)
                .ifPresent(plan -> new MarginCheck(plan, places, findings).check(content.locatedQuestionnaires(key)));
    }

    /**
     * There is a population for every place, audience and stage of the plan.
     *
     * @param missing how severe it is when there is none
     */
    public void populations(Severity missing) {
        Optional<Round> round = content.round(key);
        Optional<SurveyPlan> plan = content.plan(key);
        Optional<List<Population>> populations = content.soundPopulations(key);
        if (round.isEmpty() || plan.isEmpty() || populations.isEmpty()) {
            return;
        }
        Set<String> known = populations.get().stream().map(SurveyCheck::stratum).collect(Collectors.toSet());
        for (PlaceCode place : round.get().places()) {
            for (Map.Entry<Audience, List<SchoolStage>> entry :
                    plan.get().stages().entrySet()) {
                strata(place, entry.getKey(), entry.getValue()).stream()
                        .filter(stratum -> !known.contains(stratum))
                        .forEach(stratum -> findings.add(new Finding(
                                missing,
                                Location.of(ContentPaths.populations(key)),
                                "缺少总体：" + stratum,
                                "调查方案要求每个地区、对象和学段各有一行")));
            }
        }
    }

    private void scale(SurveyPlan plan, Located<Questionnaire> questionnaire) {
        List<Option> scale = questionnaire.value().scale();
        for (int i = 0; i < scale.size(); i++) {
            if (!plan.mapping().containsKey(scale.get(i).value())) {
                findings.error(
                        questionnaire.at().at("scale[" + i + "].value"),
                        "survey-plan.yaml 的 mapping 没有选项值 " + scale.get(i).value() + " 的分值",
                        "请在 mapping 中补上，或改正选项值");
            }
        }
        Option dontKnow = questionnaire.value().dontKnow();
        if (plan.mapping().containsKey(dontKnow.value())) {
            findings.error(
                    questionnaire.at().at("dontKnow.value"),
                    "“" + dontKnow.label() + "”的值 " + dontKnow.value() + " 在 mapping 中有分值",
                    "不了解不是评价，不能有分值");
        }
    }

    private void areas(IndicatorSystem system, Located<Questionnaire> questionnaire) {
        Set<String> areas = system.areas().stream().map(ContentArea::id).collect(Collectors.toSet());
        var items = questionnaire.value().items();
        for (int i = 0; i < items.size(); i++) {
            String area = items.get(i).area();
            if (!area.equals(GENERAL_AREA) && !areas.contains(area)) {
                findings.error(
                        questionnaire.at().at("items[" + i + "].area"),
                        "指标体系中没有领域 " + area,
                        "请写 indicators.yaml 中的领域代码，总体评价写 " + GENERAL_AREA);
            }
        }
    }

    private static String stratum(Population population) {
        return stratum(
                population.place(),
                population.audience(),
                population.stage().map(SchoolStage::key).orElse(""));
    }

    private static List<String> strata(PlaceCode place, Audience audience, List<SchoolStage> stages) {
        return stages.isEmpty()
                ? List.of(stratum(place, audience, ""))
                : stages.stream()
                        .map(stage -> stratum(place, audience, stage.key()))
                        .toList();
    }

    private static String stratum(PlaceCode place, Audience audience, String stage) {
        return place + " " + audience.key() + (stage.isEmpty() ? "" : " " + stage);
    }
}
