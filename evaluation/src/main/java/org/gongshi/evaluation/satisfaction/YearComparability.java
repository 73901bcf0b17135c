package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether an audience's index means the same in two years (可比性): the same items with the same wording on the same scale, the same
 * mapping and rule for missing answers, the same strata and the same margins. Anything else may move the index by itself.
 */
public final class YearComparability {
    private YearComparability() {}

    /** What differs, in words; empty where the two years are comparable. */
    public static List<String> differences(
            Audience audience, SurveyPlan then, Questionnaire asked, SurveyPlan now, Questionnaire asking) {
        List<String> differences = new ArrayList<>();
        if (!items(asked).equals(items(asking))) {
            differences.add("题目或题目文字");
        }
        if (!asked.scale().equals(asking.scale()) || !asked.dontKnow().equals(asking.dontKnow())) {
            differences.add("选项");
        }
        if (!mapping(then).equals(mapping(now))) {
            differences.add("选项的分值");
        }
        if (then.minimumAnswered().compareTo(now.minimumAnswered()) != 0) {
            differences.add("最少答题比例");
        }
        if (!then.stages().get(audience).equals(now.stages().get(audience))) {
            differences.add("抽样的层（学段）");
        }
        if (!margins(then, audience).equals(margins(now, audience))) {
            differences.add("加权所用的背景边际");
        }
        return List.copyOf(differences);
    }

    private static List<List<String>> items(Questionnaire questionnaire) {
        return questionnaire.items().stream()
                .map(item -> List.of(item.code(), item.text()))
                .toList();
    }

    private static Map<Integer, BigDecimal> mapping(SurveyPlan plan) {
        Map<Integer, BigDecimal> mapping = new TreeMap<>(plan.mapping());
        mapping.replaceAll((option, points) -> points.stripTrailingZeros());
        return mapping;
    }

    /** Which questions are weighted by; their shares of the population may move from year to year, as the people do. */
    private static String margins(SurveyPlan plan, Audience audience) {
        return plan.weighting().margins(audience).stream()
                .map(ProfileMargin::question)
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
