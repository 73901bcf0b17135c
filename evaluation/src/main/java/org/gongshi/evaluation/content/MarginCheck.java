package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.ProfileMargin;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * Whether the plan's margins (加权边际) and the profile questions (背景题) are each other's: what is not weighted by is not asked, and a
 * margin has a share for every option and every place.
 */
final class MarginCheck {
    private final Located<SurveyPlan> plan;
    private final List<PlaceCode> places;
    private final Findings findings;

    /** @param places of the round; none when they are not known */
    MarginCheck(Located<SurveyPlan> plan, List<PlaceCode> places, Findings findings) {
        this.plan = plan;
        this.places = places;
        this.findings = findings;
    }

    void check(Map<Audience, Located<Questionnaire>> questionnaires) {
        List<ProfileMargin> margins = plan.value().weighting().margins();
        for (int at = 0; at < margins.size(); at++) {
            ProfileMargin margin = margins.get(at);
            String path = "weighting.margins[" + at + "]";
            Optional.ofNullable(questionnaires.get(margin.audience()))
                    .ifPresent(questionnaire -> margin(margin, questionnaire.value(), path));
            places(margin, path);
        }
        questionnaires.forEach((audience, questionnaire) -> unused(audience, questionnaire));
    }

    private void margin(ProfileMargin margin, Questionnaire questionnaire, String path) {
        Optional<Question.Choice> question = questionnaire.profile(margin.question());
        if (question.isEmpty()) {
            findings.error(
                    plan.at().at(path + ".question"),
                    margin.audience().label() + "问卷没有背景题 " + margin.question(),
                    "在 questionnaires/" + margin.audience().key() + ".yaml 的 profile 中写出这道题，或删去这条边际");
            return;
        }
        Set<Integer> asked =
                question.get().options().stream().map(Option::value).collect(Collectors.toCollection(TreeSet::new));
        if (margin.isByPlace()) {
            margin.places().forEach((place, shares) -> options(asked, shares, path + ".places." + place));
        } else {
            options(asked, margin.area(), path + ".shares");
        }
    }

    private void options(Set<Integer> asked, Map<Integer, BigDecimal> shares, String path) {
        if (!shares.keySet().equals(asked)) {
            findings.error(
                    plan.at().at(path), "边际的选项 " + shares.keySet() + " 与背景题的选项 " + asked + " 不一致", "每个选项各写一个总体比例，不多不少");
        }
    }

    private void places(ProfileMargin margin, String path) {
        if (!margin.isByPlace()) {
            return;
        }
        for (PlaceCode place : places) {
            if (margin.at(place).isEmpty()) {
                findings.error(
                        plan.at().at(path + ".places"),
                        "背景题 " + margin.question() + " 缺少地区 " + place + " 的总体比例",
                        "本轮每个地区各写一行；没有分地区数据的改写 shares");
            }
        }
        margin.places().keySet().stream()
                .filter(place -> !places.isEmpty() && !places.contains(place))
                .forEach(place -> findings.error(
                        plan.at().at(path + ".places." + place), "地区 " + place + " 不在本轮 places 中", "核对代码"));
    }

    /** Nothing finer is kept with an answer than the locked plan weights by. */
    private void unused(Audience audience, Located<Questionnaire> questionnaire) {
        List<Question.Choice> profile = questionnaire.value().profile();
        for (int at = 0; at < profile.size(); at++) {
            String code = profile.get(at).code();
            if (plan.value().weighting().margins(audience).stream()
                    .noneMatch(margin -> margin.question().equals(code))) {
                findings.error(
                        questionnaire.at().at("profile[" + at + "].code"),
                        "背景题 " + code + " 不用于加权",
                        "不用于加权的个人情况不得询问：在 survey-plan.yaml 的 weighting.margins 中写出总体比例，或删去本题");
            }
        }
    }
}
