package org.gongshi.survey.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.survey.response.Answer;

/** Answers as the text that is kept: {@code {"P01":5,"P20":["P03","P07"]}}, fields in the order of their codes. */
final class StoredAnswers {
    private StoredAnswers() {}

    static String write(Map<String, Answer> answers) {
        var object = Json.object();
        new TreeMap<>(answers).forEach((code, answer) -> object.put(code, value(answer)));
        return JsonText.compact(object.build());
    }

    /** @throws RuntimeException when the text is not what {@link #write} makes: the row is damaged */
    static Map<String, Answer> read(String text) {
        Map<String, Answer> answers = new TreeMap<>();
        ((Json.Obj) JsonText.parse(text)).fields().forEach((code, value) -> answers.put(code, answer(value)));
        return answers;
    }

    private static Json value(Answer answer) {
        if (answer instanceof Answer.Picked picked) {
            return Json.array(picked.items().stream().map(Json::of).toList());
        }
        return Json.of(((Answer.Chosen) answer).value());
    }

    private static Answer answer(Json value) {
        if (value instanceof Json.Arr items) {
            List<String> codes = items.items().stream()
                    .map(item -> ((Json.Str) item).value())
                    .toList();
            return new Answer.Picked(codes);
        }
        return new Answer.Chosen(((Json.Num) value).value().intValueExact());
    }
}
