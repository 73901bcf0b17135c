package org.gongshi.survey.web;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.survey.response.Answer;
import org.gongshi.templates.survey.Field;
import org.gongshi.templates.survey.Filled;

/** Reads the fields of the form (表单). */
final class FormReader {
    static final Set<String> FIELDS = Set.of(
            Field.WAY,
            Field.CODE,
            Field.PLACE,
            Field.STAGE,
            Field.NONCE,
            Field.QUESTIONNAIRE,
            Field.SECONDS,
            Field.SEAT,
            Field.PROOF,
            Field.TICKET,
            Field.STEP);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private FormReader() {}

    static Reading read(Collaborators house, Audience audience, Filled filled) {
        var reader = new SubmissionReader(house, audience, new FaultList());
        filled.fields().forEach((name, values) -> known(reader, name, values));
        reader.nonce(filled.text(Field.NONCE));
        reader.questionnaire(filled.text(Field.QUESTIONNAIRE));
        way(reader, filled);
        seconds(reader, filled.text(Field.SECONDS));
        reader.questionnaire().questions().forEach(question -> answer(reader, question, filled));
        return reader.read();
    }

    private static void known(SubmissionReader reader, String name, List<String> values) {
        boolean isQuestion = Field.isAnswer(name)
                && reader.questionnaire().find(Field.code(name)).isPresent();
        if (!FIELDS.contains(name) && !isQuestion) {
            reader.faults().add(name, "表单中没有这一项");
        } else if (FIELDS.contains(name) && values.size() > 1) {
            reader.faults().add(name, "只能填写一次");
        }
    }

    private static void way(SubmissionReader reader, Filled filled) {
        String code = filled.text(Field.CODE);
        // Whoever sends no way at all takes part with a code if there is one.
        String way = filled.first(Field.WAY).orElse(code.isBlank() ? Field.OPEN : Field.BY_CODE);
        if (way.equals(Field.BY_CODE)) {
            reader.code(code);
        } else if (way.equals(Field.OPEN)) {
            reader.place(filled.text(Field.PLACE));
            if (!reader.offeredStages().isEmpty()) {
                reader.stage(filled.text(Field.STAGE));
            }
        } else {
            reader.faults().add(Field.WAY, "请选择参加方式");
        }
    }

    private static void seconds(SubmissionReader reader, String text) {
        // Measured by the script; without it the field stays empty.
        if (SECONDS.matcher(text).matches()) {
            reader.seconds(Long.parseLong(text));
        } else if (!text.isEmpty()) {
            reader.faults().add(Field.SECONDS, "应为整数");
        }
    }

    private static void answer(SubmissionReader reader, Question question, Filled filled) {
        List<String> values = filled.all(Field.of(question)).stream()
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.isEmpty()) {
            return;
        }
        if (question instanceof Question.Priority) {
            reader.answer(
                    question.code(),
                    new Answer.Picked(values.stream().distinct().toList()));
        } else if (values.size() > 1) {
            reader.faults().add(Field.of(question), "只能选择一个选项");
        } else if (question instanceof Question.Remark) {
            reader.remark(question.code(), values.get(0));
        } else if (NUMBER.matcher(values.get(0)).matches()) {
            reader.answer(question.code(), new Answer.Chosen(Integer.parseInt(values.get(0))));
        } else {
            reader.faults().add(Field.of(question), "没有这个选项");
        }
    }
}
