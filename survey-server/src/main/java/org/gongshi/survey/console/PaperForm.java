package org.gongshi.survey.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.survey.round.PaperOutcome;
import org.gongshi.survey.round.PaperSheet;
import org.gongshi.templates.frame.Wording;
import org.gongshi.templates.office.PaperPage;

/** A questionnaire as a screen for keying in (录入表): its questions as fields, fields as answers. */
final class PaperForm {
    private static final String PREFIX = "q-";
    private static final int LONGEST = 4000;

    private final Questionnaire questionnaire;
    private final Wording words;

    PaperForm(Questionnaire questionnaire, Wording words) {
        this.questionnaire = Objects.requireNonNull(questionnaire, "questionnaire");
        this.words = Objects.requireNonNull(words, "words");
    }

    Audience audience() {
        return questionnaire.audience();
    }

    /**
     * What was typed.
     *
     * @param texts by question code, as typed, to be shown again
     * @param wrong codes of the questions that something is wrong with
     */
    record Typed(
            Map<String, String> texts,
            Map<String, Answer> answers,
            Optional<String> remark,
            List<String> faults,
            Set<String> wrong) {}

    Typed read(Visit visit) {
        Map<String, String> texts = new HashMap<>();
        Map<String, Answer> answers = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        Set<String> wrong = new HashSet<>();
        Optional<String> remark = Optional.empty();
        for (Question question : questionnaire.questions()) {
            String text = visit.text(PREFIX + question.code()).strip();
            if (text.isEmpty() || text.length() > LONGEST) {
                continue;
            }
            texts.put(question.code(), text);
            Optional<Answer> answer = answer(question, text);
            if (question instanceof Question.Remark) {
                remark = Optional.of(text);
            } else if (answer.isPresent()) {
                answers.put(question.code(), answer.get());
            } else {
                wrong.add(question.code());
                faults.add(words.say("paper.wrong", question.code(), text));
            }
        }
        return new Typed(texts, answers, remark, faults, wrong);
    }

    private Optional<Answer> answer(Question question, String text) {
        if (question instanceof Question.Priority) {
            List<Optional<String>> items =
                    Arrays.stream(text.split("[\\s,;，；、]+")).map(this::item).toList();
            return items.stream().allMatch(Optional::isPresent)
                    ? Optional.of(new Answer.Picked(
                            items.stream().map(Optional::get).distinct().toList()))
                    : Optional.empty();
        }
        boolean number = text.matches("[0-9]{1,2}");
        return number ? Optional.of(new Answer.Chosen(Integer.parseInt(text))) : Optional.empty();
    }

    /** An item by its code, or by the number in its code: 7 is Y07. */
    private Optional<String> item(String typed) {
        return questionnaire.items().stream()
                .map(Question.Rating::code)
                .filter(code -> code.equalsIgnoreCase(typed) || number(code).equals(number(typed)) && isNumber(typed))
                .findFirst();
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,3}");
    }

    private static String number(String code) {
        return code.replaceAll("\\D", "").replaceFirst("^0+(?=.)", "");
    }

    PaperSheet sheet(String code, String clerk, Typed typed) {
        return new PaperSheet(code, clerk, questionnaire.audience(), typed.answers(), typed.remark());
    }

    List<PaperPage.Item> blank() {
        return items(new Typed(Map.of(), Map.of(), Optional.empty(), List.of(), Set.of()), List.of());
    }

    List<PaperPage.Item> items(Typed typed, List<PaperOutcome.Difference> differences) {
        Set<String> marked = new HashSet<>(typed.wrong());
        differences.forEach(one -> marked.add(one.field()));
        return questionnaire.questions().stream()
                .map(question -> item(
                        question, typed.texts().getOrDefault(question.code(), ""), marked.contains(question.code())))
                .toList();
    }

    private PaperPage.Item item(Question question, String value, boolean marked) {
        String code = question.code();
        if (question instanceof Question.Remark remark) {
            String hint = words.say("paper.remark.hint", remark.longest());
            return new PaperPage.Item(code, "remark", question.text(), hint, List.of(), value, marked);
        }
        if (question instanceof Question.Priority priority) {
            String hint = words.say("paper.priority.hint", priority.most());
            return new PaperPage.Item(code, "priority", question.text(), hint, List.of(), value, marked);
        }
        List<PaperPage.Option> options = new ArrayList<>();
        offered(question).forEach(option -> options.add(option(Integer.toString(option.value()), option, value)));
        boolean taken = options.stream().anyMatch(option -> option.value().equals("0"));
        boolean none = options.stream().noneMatch(PaperPage.Option::chosen);
        options.add(new PaperPage.Option("", taken ? "-" : "0", words.say("paper.none"), none));
        return new PaperPage.Item(code, "choice", question.text(), "", options, value, marked);
    }

    private static PaperPage.Option option(String value, Option option, String typed) {
        return new PaperPage.Option(value, value, option.label(), value.equals(typed));
    }

    private List<Option> offered(Question question) {
        if (question instanceof Question.Choice choice) {
            return choice.options();
        }
        List<Option> options = new ArrayList<>(questionnaire.scale());
        options.add(questionnaire.dontKnow());
        return options;
    }

    /** A fault of the rules, with the question it belongs to. */
    String line(FieldFault fault) {
        return questionnaire.find(fault.field()).isPresent()
                ? words.say("paper.fault", fault.field(), fault.message())
                : fault.message();
    }

    PaperPage.Difference difference(PaperOutcome.Difference one) {
        Optional<Question> question = questionnaire.find(one.field());
        return new PaperPage.Difference(
                question.isPresent() ? one.field() : "",
                question.map(Question::text).orElse(words.say("paper.audience")),
                shown(question, one.first()),
                shown(question, one.second()));
    }

    private String shown(Optional<Question> question, String value) {
        if (value.isEmpty()) {
            return words.say("paper.none");
        }
        if (question.isEmpty() || question.get() instanceof Question.Priority) {
            return value;
        }
        return offered(question.get()).stream()
                .filter(option -> Integer.toString(option.value()).equals(value))
                .map(option -> value + " " + option.label())
                .collect(Collectors.joining());
    }
}
