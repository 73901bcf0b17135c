package org.gongshi.survey.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;

/** The three questionnaires in their real wording, from {@code questionnaires.json}. */
final class RealQuestionnaires {
    private static final int DISSATISFIED = 2;
    private static final int MOST_PRIORITIES = 3;

    private RealQuestionnaires() {}

    static Map<Audience, Questionnaire> read() {
        Json.Obj all = (Json.Obj) JsonText.parse(bytes());
        Map<Audience, Questionnaire> read = new EnumMap<>(Audience.class);
        for (Json entry : ((Json.Arr) all.fields().get("audiences")).items()) {
            Questionnaire questionnaire = questionnaire((Json.Obj) entry);
            read.put(questionnaire.audience(), questionnaire);
        }
        return read;
    }

    private static Questionnaire questionnaire(Json.Obj entry) {
        Audience audience = Audience.ofKey(text(entry, "id")).orElseThrow();
        Json.Obj remark = object(entry, "open_item");
        return new Questionnaire(
                audience,
                Digest.of(JsonText.canonical(entry)),
                audience.label() + "满意度调查问卷",
                text(entry, "stem_zh"),
                scale(),
                new Option(9, "不了解"),
                items(entry),
                Optional.of(new Question.Check("K01", text(entry, "attention_check_zh"), DISSATISFIED)),
                Optional.of(new Question.Choice("K02", text(object(entry, "change_item"), "zh"), changes(entry))),
                Optional.of(new Question.Priority("K03", text(object(entry, "priority_item"), "zh"), MOST_PRIORITIES)),
                Optional.of(new Question.Remark("K04", text(remark, "zh"), number(remark, "max"))));
    }

    private static List<Option> scale() {
        return List.of(
                new Option(5, "非常满意"),
                new Option(4, "比较满意"),
                new Option(3, "一般"),
                new Option(2, "不太满意"),
                new Option(1, "很不满意"));
    }

    private static List<Question.Rating> items(Json.Obj entry) {
        return ((Json.Arr) entry.fields().get("items"))
                .items().stream()
                        .map(Json.Obj.class::cast)
                        .map(item -> new Question.Rating(text(item, "code"), text(item, "area"), text(item, "zh")))
                        .toList();
    }

    private static List<Option> changes(Json.Obj entry) {
        List<Option> options = new ArrayList<>();
        for (Json label : ((Json.Arr) object(entry, "change_item").fields().get("options")).items()) {
            options.add(new Option(options.size() + 1, ((Json.Str) label).value()));
        }
        return options;
    }

    private static Json.Obj object(Json.Obj from, String name) {
        return (Json.Obj) from.fields().get(name);
    }

    private static String text(Json.Obj from, String name) {
        return ((Json.Str) from.fields().get(name)).value();
    }

    private static int number(Json.Obj from, String name) {
        return ((Json.Num) from.fields().get(name)).value().intValueExact();
    }

    private static byte[] bytes() {
        try (InputStream stream = RealQuestionnaires.class.getResourceAsStream("questionnaires.json")) {
            return stream.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
