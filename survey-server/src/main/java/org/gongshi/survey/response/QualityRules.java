package org.gongshi.survey.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/** The doubts about an answer sheet (质量标记), by the thresholds of the locked survey plan; a flag never deletes. */
public final class QualityRules {
    /** Of fewer answers a standard deviation says little. */
    private static final int FEWEST_GRADES = 10;

    private QualityRules() {}

    /** @param seconds time taken as the page measured it; empty when it is not known, then nobody is called too fast */
    public static Set<QualityFlag> flags(
            SurveyPlan.Quality quality, Questionnaire questionnaire, Map<String, Answer> answers, OptionalInt seconds) {
        Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
        List<Integer> ratings = ratings(questionnaire, answers);
        if (seconds.isPresent() && isTooFast(quality, ratings.size(), seconds.getAsInt())) {
            flags.add(QualityFlag.TOO_FAST);
        }
        if (ratings.size() >= quality.straightLineItems() && areAlike(ratings)) {
            flags.add(QualityFlag.STRAIGHT_LINE);
        }
        if (questionnaire.check().map(check -> isFailed(check, answers)).orElse(false)) {
            flags.add(QualityFlag.FAILED_CHECK);
        }
        if (quality.scatter()
                .filter(limit -> isScattered(limit, grades(questionnaire, ratings)))
                .isPresent()) {
            flags.add(QualityFlag.SCATTERED);
        }
        return flags;
    }

    /** The answers on the scale: who does not know something says nothing about it. */
    private static List<Integer> grades(Questionnaire questionnaire, List<Integer> ratings) {
        int unknown = questionnaire.dontKnow().value();
        return ratings.stream().filter(value -> value != unknown).toList();
    }

    /**
     * Whether the standard deviation of a person's answers reaches the limit; people who read answer by what they think, and so
     * less unevenly than chance. Exact: n Σx² − (Σx)² ≥ limit² n (n − 1).
     */
    private static boolean isScattered(BigDecimal limit, List<Integer> grades) {
        long n = grades.size();
        if (n < FEWEST_GRADES) {
            return false;
        }
        long sum = grades.stream().mapToLong(Integer::longValue).sum();
        long squares = grades.stream().mapToLong(grade -> (long) grade * grade).sum();
        return BigDecimal.valueOf(n * squares - sum * sum)
                        .compareTo(limit.multiply(limit).multiply(BigDecimal.valueOf(n * (n - 1))))
                >= 0;
    }

    /**
     * The answers to the items as one text, to be compared with those of other sheets; empty when a comparison would say
     * nothing: an item was left out, or all were answered alike, which has a flag of its own.
     */
    public static Optional<String> vector(Questionnaire questionnaire, Map<String, Answer> answers) {
        List<Integer> ratings = ratings(questionnaire, answers);
        boolean tells = ratings.size() == questionnaire.items().size() && !areAlike(ratings);
        return tells ? Optional.of(ratings.toString()) : Optional.empty();
    }

    private static boolean areAlike(List<Integer> ratings) {
        return !ratings.isEmpty() && ratings.stream().allMatch(ratings.get(0)::equals);
    }

    private static List<Integer> ratings(Questionnaire questionnaire, Map<String, Answer> answers) {
        List<Integer> ratings = new ArrayList<>(questionnaire.items().size());
        for (Question.Rating item : questionnaire.items()) {
            if (answers.get(item.code()) instanceof Answer.Chosen chosen) {
                ratings.add(chosen.value());
            }
        }
        return ratings;
    }

    /** Compared as a product: exact, without a division. */
    private static boolean isTooFast(SurveyPlan.Quality quality, int answered, int seconds) {
        BigDecimal least = quality.secondsPerItem().multiply(BigDecimal.valueOf(answered));
        return BigDecimal.valueOf(seconds).compareTo(least) < 0;
    }

    private static boolean isFailed(Question.Check check, Map<String, Answer> answers) {
        return chosen(answers, check.code())
                .map(value -> value != check.expected())
                .orElse(false);
    }

    private static Optional<Integer> chosen(Map<String, Answer> answers, String code) {
        return answers.get(code) instanceof Answer.Chosen chosen ? Optional.of(chosen.value()) : Optional.empty();
    }
}
