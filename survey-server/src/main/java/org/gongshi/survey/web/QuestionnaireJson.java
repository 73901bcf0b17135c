package org.gongshi.survey.web;

import java.util.List;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/** The questionnaire as the API tells it (问卷的 JSON): everything needed to ask and to answer. */
final class QuestionnaireJson {
    private QuestionnaireJson() {}

    static Json of(Collaborators house, Questionnaire questionnaire) {
        SurveyPlan plan = house.plan().orElseThrow();
        return Json.object()
                .put("audience", questionnaire.audience().key())
                .put("digest", questionnaire.digest().toString())
                .put("title", questionnaire.title())
                .put("introduction", questionnaire.introduction())
                .put("opens", plan.opens().toString())
                .put("closes", plan.closes().toString())
                .put("scale", options(questionnaire.scale()))
                .put("dontKnow", option(questionnaire.dontKnow()))
                .put(
                        "questions",
                        Json.array(questionnaire.questions().stream()
                                .map(question -> question(questionnaire, question))
                                .toList()))
                .put("places", places(house))
                .put("stages", stages(house, questionnaire))
                .build();
    }

    private static Json question(Questionnaire questionnaire, Question question) {
        var object = Json.object().put("code", question.code());
        if (question instanceof Question.Rating rating) {
            return object.put("kind", "rating")
                    .put("area", rating.area())
                    .put("text", rating.text())
                    .build();
        }
        if (question instanceof Question.Choice choice) {
            return object.put("kind", "choice")
                    .put("text", choice.text())
                    .put("options", options(choice.options()))
                    .build();
        }
        if (question instanceof Question.Priority priority) {
            List<Json> items = questionnaire.items().stream()
                    .map(item -> Json.of(item.code()))
                    .toList();
            return object.put("kind", "priority")
                    .put("text", priority.text())
                    .put("most", priority.most())
                    .put("items", Json.array(items))
                    .build();
        }
        if (question instanceof Question.Remark remark) {
            return object.put("kind", "remark")
                    .put("text", remark.text())
                    .put("longest", remark.longest())
                    .build();
        }
        return object.put("kind", "check").put("text", question.text()).build();
    }

    private static Json options(List<Option> options) {
        return Json.array(options.stream().map(QuestionnaireJson::option).toList());
    }

    private static Json option(Option option) {
        return Json.object()
                .put("value", option.value())
                .put("label", option.label())
                .build();
    }

    private static Json places(Collaborators house) {
        return Json.array(house.places().stream()
                .map(place -> Json.object()
                        .put("code", place.code().value())
                        .put("name", place.name())
                        .build())
                .toList());
    }

    private static Json stages(Collaborators house, Questionnaire questionnaire) {
        return Json.array(house.stages(questionnaire.audience()).stream()
                .map(stage -> Json.object()
                        .put("key", stage.key())
                        .put("label", stage.label())
                        .build())
                .toList());
    }
}
