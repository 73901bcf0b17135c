package org.gongshi.templates.survey;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * A questionnaire to fill in (问卷页), with what was typed and what is wrong.
 *
 * @param places to choose from without an access code
 * @param stages to choose from without an access code; empty for the public
 * @param nonce 32 hex digits that make a second sending recognisable
 * @param faults in the order of the fields on the page
 * @param hold why the answers were not taken although nothing in them is wrong; empty as a rule
 */
public record FormPage(
        SurveyFrame frame,
        Questionnaire questionnaire,
        List<Place> places,
        List<SchoolStage> stages,
        String nonce,
        Filled filled,
        List<Fault> faults,
        Optional<String> hold)
        implements SurveyPage {
    // A cautious pace for short items: nobody should be told too little time.
    private static final int ITEMS_A_MINUTE = 7;

    public FormPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(questionnaire, "questionnaire");
        places = List.copyOf(places);
        stages = List.copyOf(stages);
        Require.text(nonce, "nonce");
        Objects.requireNonNull(filled, "filled");
        faults = List.copyOf(faults);
        Objects.requireNonNull(hold, "hold");
    }

    /** What is wrong with a field, in words for the respondent. */
    public record Fault(String field, String message) {
        public Fault {
            Require.text(field, "field");
            Require.text(message, "message");
        }
    }

    @Override
    public String title() {
        String title = questionnaire.title();
        return faults.isEmpty() ? title : words().say("form.errors.page", faults.size(), title);
    }

    @Override
    public String template() {
        return "survey/form.jte";
    }

    public String address() {
        return "/survey/" + questionnaire.audience().key();
    }

    public boolean isForChildren() {
        return questionnaire.audience() == Audience.STUDENT;
    }

    @Override
    public Optional<Resend> resend() {
        return Optional.of(new Resend("form", address(), "edit"));
    }

    /** Words that differ between grown-ups and children. */
    public String tone(String key) {
        return words().say((isForChildren() ? "child." : "adult.") + key);
    }

    public int minutes() {
        return Math.max(1, Math.round((float) questionnaire.questions().size() / ITEMS_A_MINUTE));
    }

    /** How the respondent takes part; with a code as long as nothing else was chosen. */
    public boolean takesPart(String way) {
        return filled.first(Field.WAY).orElse(Field.BY_CODE).equals(way);
    }

    /** Room and seat in words for a pupil in a computer room; empty elsewhere. Only shown: the code decides. */
    public Optional<String> seat() {
        String[] parts = filled.text(Field.SEAT).split("-");
        boolean isSeat = filled.text(Field.SEAT).matches("[0-9]{8}-[0-9]{1,2}");
        return isSeat ? Optional.of(words().say("room.seated", parts[0], parts[1])) : Optional.empty();
    }

    /** Whether answers stand in it that the page must not overwrite with those of this device. */
    public boolean isAnswered() {
        return filled.fields().keySet().stream().anyMatch(Field::isAnswer) || !faults.isEmpty() || hold.isPresent();
    }

    public Optional<String> faultOf(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst();
    }

    public String faultOf(Question question) {
        return faultOf(Field.of(question)).orElse("");
    }

    public boolean isChosen(Question question, Object value) {
        return filled.has(Field.of(question), String.valueOf(value));
    }

    /** A fault as the summary names it: away from its question it needs the question's number. */
    public String summary(Fault fault) {
        List<String> fields = questionnaire.questions().stream().map(Field::of).toList();
        int at = fields.indexOf(fault.field());
        return at < 0 ? fault.message() : words().say("form.errors.at", at + 1, fault.message());
    }

    /** Where the link of a fault leads: the first control of its field. */
    public String anchor(Fault fault) {
        if (!Field.isAnswer(fault.field())) {
            return switch (fault.field()) {
                case Field.CODE, Field.PLACE -> fault.field();
                case Field.STAGE ->
                    "stage-" + (stages.isEmpty() ? "" : stages.get(0).key());
                default -> "way-code";
            };
        }
        return questionnaire
                .find(Field.code(fault.field()))
                .map(this::firstControl)
                .orElse("questions");
    }

    private String firstControl(Question question) {
        if (question instanceof Question.Choice choice) {
            return control(question, choice.options().get(0).value());
        }
        if (question instanceof Question.Priority) {
            return control(question, questionnaire.items().get(0).code());
        }
        if (question instanceof Question.Remark) {
            return question.code();
        }
        return control(question, questionnaire.scale().get(0).value());
    }

    /** Identifier of the control that stands for one value of a question. */
    public String control(Question question, Object value) {
        return question.code() + "-" + value;
    }
}
