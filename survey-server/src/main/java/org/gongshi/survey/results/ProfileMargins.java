package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.ProfileMargin;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.statistics.Margin;
import org.gongshi.evaluation.statistics.SurveyDesign;

/**
 * The plan's profile margins (背景边际) as totals for raking. Nobody must answer a profile question: those who did not keep the
 * share they have (a category of their own, at its own total), the others are raked to the population's shares of the rest.
 */
final class ProfileMargins {
    private final List<CountedCell> cells;
    private final SurveyDesign design;
    private final SurveyPlan plan;
    private final Map<Audience, Questionnaire> questionnaires;
    private final Location at;
    private final Findings findings;

    /** @param design weights before raking, which reach the population of every stratum */
    ProfileMargins(
            List<CountedCell> cells,
            SurveyDesign design,
            SurveyPlan plan,
            Map<Audience, Questionnaire> questionnaires,
            Location at,
            Findings findings) {
        this.cells = cells;
        this.design = design;
        this.plan = plan;
        this.questionnaires = questionnaires;
        this.at = at;
        this.findings = findings;
    }

    /** One margin of all cells for each of the plan's; those that cannot be reached are findings. */
    List<Margin> all() {
        List<Margin> margins = new ArrayList<>();
        questionnaires.forEach((audience, questionnaire) -> {
            List<ProfileMargin> own = plan.weighting().margins(audience);
            for (int number = 0; number < own.size(); number++) {
                margin(own.get(number), number, questionnaire).ifPresent(margins::add);
            }
        });
        return margins;
    }

    /** Categories: for every scope the options and no answer, then all other audiences. */
    private Optional<Margin> margin(ProfileMargin margin, int number, Questionnaire questionnaire) {
        List<Option> options =
                questionnaire.profile(margin.question()).orElseThrow().options();
        List<PlaceCode> scopes = scopes(margin);
        int width = options.size() + 1;
        int others = scopes.size() * width;
        int[] category = new int[cells.size()];
        double[] reached = new double[others + 1];
        for (int cell = 0; cell < category.length; cell++) {
            category[cell] = category(margin, number, cells.get(cell), scopes, width);
            reached[category[cell]] += design.weight(cell) * design.count(cell);
        }
        double[] target = reached.clone();
        List<String> names = new ArrayList<>();
        for (int scope = 0; scope < scopes.size(); scope++) {
            names.addAll(scope(margin, scopes.get(scope), options, scope * width, reached, target));
        }
        names.add("其他对象");
        boolean somebody = scopes.size() > 0;
        return somebody ? Optional.of(new Margin(margin.question(), category, names, target)) : Optional.empty();
    }

    /** The places with answers of the audience; for shares of the whole area one scope without a name. */
    private List<PlaceCode> scopes(ProfileMargin margin) {
        List<PlaceCode> places = cells.stream()
                .filter(cell -> cell.stratum().audience() == margin.audience())
                .map(cell -> cell.stratum().place())
                .distinct()
                .sorted()
                .toList();
        return margin.isByPlace() || places.isEmpty() ? places : List.of(places.get(0));
    }

    private static int category(ProfileMargin margin, int number, CountedCell cell, List<PlaceCode> scopes, int width) {
        if (cell.stratum().audience() != margin.audience()) {
            return scopes.size() * width;
        }
        int scope = margin.isByPlace() ? scopes.indexOf(cell.stratum().place()) : 0;
        int option = cell.key().profile().get(number);
        return scope * width + (option < 0 ? width - 1 : option);
    }

    private List<String> scope(
            ProfileMargin margin, PlaceCode place, List<Option> options, int from, double[] reached, double[] target) {
        String where = margin.isByPlace() ? place.toString() : "全域";
        double answered = 0;
        for (int option = 0; option < options.size(); option++) {
            answered += reached[from + option];
        }
        List<String> names = new ArrayList<>();
        for (int option = 0; option < options.size(); option++) {
            BigDecimal share = margin.at(place).getOrDefault(options.get(option).value(), BigDecimal.ZERO);
            target[from + option] = share.doubleValue() * answered;
            names.add(where + options.get(option).label());
            reachable(margin, where, options.get(option), share, reached[from + option] > 0);
        }
        names.add(where + "未答");
        return names;
    }

    private void reachable(ProfileMargin margin, String where, Option option, BigDecimal share, boolean sampled) {
        String category = "加权边际 " + margin.question() + "（" + margin.audience().label() + "，" + where + "）的选项“"
                + option.label() + "”";
        if (share.signum() > 0 && !sampled) {
            findings.error(
                    at,
                    category + "总体占 "
                            + share.movePointRight(2).stripTrailingZeros().toPlainString() + "%，样本中却无人选择，无法加权",
                    "补充调查；确实无法调查的，按程序变更方案：把该选项与相邻选项合并，或删去这条边际");
        } else if (share.signum() == 0 && sampled) {
            findings.error(at, category + "总体比例写的是 0，样本中却有人选择", "核对总体比例；确有其人的，按程序变更方案，写出大于 0 的比例");
        }
    }
}
