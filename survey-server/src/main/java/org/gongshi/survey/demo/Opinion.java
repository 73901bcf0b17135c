package org.gongshi.survey.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;

/**
 * How an invented person fills in a questionnaire: a level of content that place, school and person share, each item easier or
 * harder to please, some 不了解, some left out; a few hurry through or give one answer to everything.
 */
final class Opinion {
    /** Content above these is worth the best, the second, … option. */
    private static final double[] CUTS = {1.15, 0.0, -0.9, -1.6};

    private static final double ITEM_NOISE = 0.8;
    private static final double LEFT_OUT = 0.03;
    private static final double PROFILE_LEFT_OUT = 0.06;
    private static final double STRAIGHT = 0.03;
    private static final double HURRIED = 0.03;
    private static final double REMARK = 0.04;
    private static final List<String> REMARKS =
            List.of("希望放学后延时服务的时间再长一些。", "校门口早晚高峰车太多，建议错时放学。", "希望多开展体育活动。", "食堂饭菜比去年好了。");

    private final Questionnaire questionnaire;

    Opinion(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /** Answers as the API takes them, and how long they took. */
    record Filled(Json.Obj answers, int seconds) {}

    /** @param content how content the person is, around 0.9 */
    Filled fill(double content, Draws draws) {
        boolean straight = draws.happens(STRAIGHT);
        boolean hurried = draws.happens(HURRIED);
        int always = questionnaire.scale().get(1).value();
        var answers = Json.object();
        int answered = 0;
        for (Question question : questionnaire.questions()) {
            Optional<Json> answer = straight && question instanceof Question.Rating
                    ? Optional.of(Json.of(always))
                    : answer(question, content, draws);
            answer.ifPresent(value -> answers.put(question.code(), value));
            answered += answer.isPresent() ? 1 : 0;
        }
        return new Filled(answers.build(), hurried ? answered : answered * (5 + draws.below(6)));
    }

    private Optional<Json> answer(Question question, double content, Draws draws) {
        if (question instanceof Question.Rating rating) {
            return rating(rating, content, draws);
        }
        if (question instanceof Question.Check check) {
            return Optional.of(Json.of(draws.happens(0.97) ? check.expected() : 5));
        }
        if (question instanceof Question.Choice choice
                && questionnaire.profile().contains(choice)) {
            return profile(choice, draws);
        }
        if (question instanceof Question.Choice choice) {
            int worse = (int) Math.max(0, Math.round(1.6 - content + 0.6 * draws.normal()));
            return Optional.of(Json.of(choice.options()
                    .get(Math.min(worse, choice.options().size() - 1))
                    .value()));
        }
        if (question instanceof Question.Priority priority) {
            return priorities(priority, draws);
        }
        return draws.happens(REMARK)
                ? Optional.of(Json.of(REMARKS.get(draws.below(REMARKS.size()))))
                : Optional.empty();
    }

    /** Who answers is not who lives there: the first option comes more often than the margins say, some leave it out. */
    private static Optional<Json> profile(Question.Choice question, Draws draws) {
        double fate = draws.even();
        double first = 1.3 / question.options().size();
        int others = question.options().size() - 1;
        int option = fate < first ? 0 : 1 + (int) Math.floor((fate - first) / (1 - first) * others);
        return draws.happens(PROFILE_LEFT_OUT)
                ? Optional.empty()
                : Optional.of(Json.of(question.options().get(option).value()));
    }

    private Optional<Json> rating(Question.Rating rating, double content, Draws draws) {
        int number = questionnaire.items().indexOf(rating);
        // Some matters hardly anybody outside a school can judge.
        double unknown = 0.02 + 0.02 * (number % 5);
        double felt = content + ease(number) + ITEM_NOISE * draws.normal();
        double fate = draws.even();
        if (fate < LEFT_OUT) {
            return Optional.empty();
        }
        if (fate < LEFT_OUT + unknown) {
            return Optional.of(Json.of(questionnaire.dontKnow().value()));
        }
        int option = 0;
        while (option < CUTS.length && felt <= CUTS[option]) {
            option++;
        }
        List<Option> scale = questionnaire.scale();
        return Optional.of(Json.of(scale.get(Math.min(option, scale.size() - 1)).value()));
    }

    /** The same for everybody: −0.3 to 0.3. */
    private static double ease(int number) {
        return (number * 7 % 13 - 6) / 20.0;
    }

    private Optional<Json> priorities(Question.Priority priority, Draws draws) {
        List<String> codes = new ArrayList<>(
                questionnaire.items().stream().map(Question.Rating::code).toList());
        List<Json> picked = new ArrayList<>();
        for (int pick = draws.below(priority.most() + 1); pick > 0; pick--) {
            picked.add(Json.of(codes.remove(draws.below(codes.size()))));
        }
        return picked.isEmpty() ? Optional.empty() : Optional.of(Json.array(picked));
    }
}
