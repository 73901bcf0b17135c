package org.gongshi.survey.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;

/** An answer sheet held against its questionnaire (答卷校验): all faults at once, each at its field. */
public final class ResponseRules {
    /** The field of the free remark when the questionnaire asks for none. */
    private static final String REMARK = "remark";

    private ResponseRules() {}

    /**
     * The faults, fields by question code; empty when all is well. A question without an answer is no fault.
     *
     * @param remark the free text, which is kept apart from the answers
     */
    public static List<FieldFault> check(
            Questionnaire questionnaire, Map<String, Answer> answers, Optional<String> remark) {
        List<FieldFault> faults = new ArrayList<>();
        new TreeMap<>(answers)
                .forEach((code, answer) -> questionnaire
                        .find(code)
                        .ifPresentOrElse(
                                question -> fault(questionnaire, question, answer)
                                        .ifPresent(message -> faults.add(new FieldFault(code, message))),
                                () -> faults.add(new FieldFault(field(code), "问卷中没有这道题"))));
        remark.flatMap(text -> remarkFault(questionnaire, text)).ifPresent(faults::add);
        return List.copyOf(faults);
    }

    private static Optional<String> fault(Questionnaire questionnaire, Question question, Answer answer) {
        if (question instanceof Question.Remark) {
            return Optional.of("文字意见应单独提交");
        }
        if (question instanceof Question.Priority priority) {
            return answer instanceof Answer.Picked picked
                    ? pickedFault(questionnaire, priority, picked)
                    : Optional.of("应填写题目编号的列表");
        }
        if (answer instanceof Answer.Chosen chosen) {
            return offered(questionnaire, question).contains(chosen.value()) ? Optional.empty() : Optional.of("没有这个选项");
        }
        return Optional.of("只能选择一个选项");
    }

    private static Optional<String> pickedFault(
            Questionnaire questionnaire, Question.Priority priority, Answer.Picked picked) {
        if (picked.items().size() > priority.most()) {
            return Optional.of("最多选择 " + priority.most() + " 项");
        }
        Set<String> items =
                questionnaire.items().stream().map(Question.Rating::code).collect(Collectors.toSet());
        return items.containsAll(picked.items()) ? Optional.empty() : Optional.of("所选题目不在问卷中");
    }

    private static Set<Integer> offered(Questionnaire questionnaire, Question question) {
        List<Option> options = new ArrayList<>();
        if (question instanceof Question.Choice choice) {
            options.addAll(choice.options());
        } else {
            // A check is answered on the scale like an item, or it would be seen for what it is.
            options.addAll(questionnaire.scale());
            options.add(questionnaire.dontKnow());
        }
        return options.stream().map(Option::value).collect(Collectors.toSet());
    }

    private static Optional<FieldFault> remarkFault(Questionnaire questionnaire, String text) {
        if (questionnaire.remark().isEmpty()) {
            return Optional.of(new FieldFault(REMARK, "本问卷不收文字意见"));
        }
        Question.Remark question = questionnaire.remark().get();
        boolean fits = text.codePointCount(0, text.length()) <= question.longest();
        return fits
                ? Optional.empty()
                : Optional.of(new FieldFault(question.code(), "文字意见最多 " + question.longest() + " 字"));
    }

    /** A hostile field name is shown no longer than a code can be. */
    private static String field(String code) {
        String visible = code.replaceAll("\\p{Cntrl}", "").strip();
        String named = visible.isEmpty() ? "answers" : visible;
        return named.codePointCount(0, named.length()) <= 40
                ? named
                : named.substring(0, named.offsetByCodePoints(0, 40));
    }
}
