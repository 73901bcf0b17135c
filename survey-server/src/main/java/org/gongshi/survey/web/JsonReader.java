package org.gongshi.survey.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.survey.response.Answer;
import org.gongshi.templates.survey.Field;

/** Reads a submission of the API (接口): strict about fields and types, all faults at once. */
final class JsonReader {
    private static final String AUDIENCE = "audience";
    private static final String ANSWERS = "answers";
    static final Set<String> FIELDS = Set.of(
            AUDIENCE,
            Field.NONCE,
            Field.CODE,
            Field.PLACE,
            Field.STAGE,
            Field.QUESTIONNAIRE,
            ANSWERS,
            Field.SECONDS,
            Field.PROOF);
    private static final int MOST_DIGITS = 12;

    private JsonReader() {}

    static Reading read(Collaborators house, Json body) {
        var faults = new FaultList();
        if (!(body instanceof Json.Obj object)) {
            faults.add("body", "应为一个 JSON 对象");
            return new Reading.Wrong(faults.all(), false);
        }
        object.fields().keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> faults.add(name, "没有这个字段"));
        Optional<Audience> audience = audience(house, object, faults);
        if (audience.isEmpty()) {
            return new Reading.Wrong(faults.all(), false);
        }
        return read(new SubmissionReader(house, audience.get(), faults), object);
    }

    private static Optional<Audience> audience(Collaborators house, Json.Obj object, FaultList faults) {
        Optional<Audience> audience = object.field(AUDIENCE)
                .filter(Json.Str.class::isInstance)
                .flatMap(text -> Audience.ofKey(((Json.Str) text).value()))
                .filter(house.questionnaires()::containsKey);
        if (audience.isEmpty()) {
            faults.add(AUDIENCE, "应为 public、parent 或 student");
        }
        return audience;
    }

    private static Reading read(SubmissionReader reader, Json.Obj object) {
        required(reader, object, Field.NONCE, reader::nonce);
        required(reader, object, Field.QUESTIONNAIRE, reader::questionnaire);
        boolean open = object.field(Field.CODE).isEmpty();
        optional(reader, object, Field.CODE, reader::code);
        if (open) {
            required(reader, object, Field.PLACE, reader::place);
        } else {
            optional(reader, object, Field.PLACE, reader::place);
        }
        if (open && !reader.offeredStages().isEmpty()) {
            required(reader, object, Field.STAGE, reader::stage);
        } else {
            optional(reader, object, Field.STAGE, reader::stage);
        }
        object.field(Field.SECONDS)
                .ifPresent(value -> whole(value)
                        .ifPresentOrElse(reader::seconds, () -> reader.faults().add(Field.SECONDS, "应为整数")));
        optional(reader, object, Field.PROOF, proof -> {});
        answers(reader, object);
        return reader.read();
    }

    /** The text of a field; empty when it is absent or something else. */
    static Optional<String> text(Json body, String name) {
        return body instanceof Json.Obj object
                ? object.field(name).filter(Json.Str.class::isInstance).map(text -> ((Json.Str) text).value())
                : Optional.empty();
    }

    private static void required(SubmissionReader reader, Json.Obj object, String name, Consumer<String> use) {
        if (object.field(name).isEmpty()) {
            reader.faults().add(name, "缺少这个字段");
        } else {
            optional(reader, object, name, use);
        }
    }

    private static void optional(SubmissionReader reader, Json.Obj object, String name, Consumer<String> use) {
        Optional<Json> value = object.field(name);
        if (value.isPresent() && value.get() instanceof Json.Str text) {
            use.accept(text.value());
        } else if (value.isPresent()) {
            reader.faults().add(name, "应为字符串");
        }
    }

    private static void answers(SubmissionReader reader, Json.Obj object) {
        Optional<Json> value = object.field(ANSWERS);
        if (value.isPresent() && value.get() instanceof Json.Obj answers) {
            answers.fields().forEach((code, given) -> answer(reader, code, given));
        } else {
            reader.faults().add(ANSWERS, value.isEmpty() ? "缺少这个字段" : "应为一个 JSON 对象");
        }
    }

    private static void answer(SubmissionReader reader, String code, Json given) {
        Optional<Question> question = reader.questionnaire().find(code);
        if (question.isEmpty()) {
            reader.faults().add(Field.ofAnswer(code), "问卷中没有这道题");
        } else if (!(given instanceof Json.Null)) {
            answer(reader, question.get(), given);
        }
    }

    private static void answer(SubmissionReader reader, Question question, Json given) {
        String field = Field.of(question);
        if (question instanceof Question.Remark) {
            if (given instanceof Json.Str text) {
                reader.remark(question.code(), text.value());
            } else {
                reader.faults().add(field, "应为字符串");
            }
        } else if (question instanceof Question.Priority) {
            picked(given)
                    .ifPresentOrElse(
                            items -> pick(reader, question, items),
                            () -> reader.faults().add(field, "应为题目编号的列表"));
        } else {
            OptionalLong value = whole(given);
            if (value.isPresent() && value.getAsLong() >= 0 && value.getAsLong() <= 99) {
                reader.answer(question.code(), new Answer.Chosen((int) value.getAsLong()));
            } else {
                reader.faults().add(field, value.isPresent() ? "没有这个选项" : "应为选项的整数值");
            }
        }
    }

    private static void pick(SubmissionReader reader, Question question, List<String> items) {
        if (items.stream().distinct().count() < items.size()) {
            reader.faults().add(Field.of(question), "同一项写了两次");
        } else if (!items.isEmpty()) {
            reader.answer(question.code(), new Answer.Picked(items));
        }
    }

    private static Optional<List<String>> picked(Json given) {
        if (!(given instanceof Json.Arr array) || !array.items().stream().allMatch(Json.Str.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(
                array.items().stream().map(item -> ((Json.Str) item).value()).toList());
    }

    /** A whole number as it was written: 5, not 5.0 and not 1e3. */
    private static OptionalLong whole(Json value) {
        boolean isWhole = value instanceof Json.Num number
                && number.value().scale() == 0
                && number.value().precision() <= MOST_DIGITS;
        return isWhole ? OptionalLong.of(((Json.Num) value).value().longValueExact()) : OptionalLong.empty();
    }
}
