package org.gongshi.templates.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * The answers once more, before they are sent (核对页). The fields travel along hidden: the server keeps nothing
 * between two pages.
 *
 * @param places to name the chosen place
 * @param filled checked, without any fault
 * @param turn when the form may be sent, by the open link without a script; empty with a code
 */
public record ReviewPage(
        SurveyFrame frame, Questionnaire questionnaire, List<Place> places, Filled filled, Optional<Turn> turn)
        implements SurveyPage {
    private static final int[] STEPS = {5, 10, 15, 20, 30, 60, 120, 300, 600};

    public ReviewPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(questionnaire, "questionnaire");
        places = List.copyOf(places);
        Objects.requireNonNull(filled, "filled");
        Objects.requireNonNull(turn, "turn");
    }

    /**
     * The wait of a form (排队).
     *
     * @param ticket goes along with the form
     * @param seconds how long it still lasts
     * @param early whether the form was sent too early; then the button is shown when the time has come
     */
    public record Turn(String ticket, long seconds, boolean early) {
        public Turn {
            Require.text(ticket, "ticket");
        }

        /** The style that shows the button after the wait, or a little later: pages bear no style of their own. */
        public String shown() {
            for (int step : STEPS) {
                if (early && seconds <= step) {
                    return "after after-" + step;
                }
            }
            return "";
        }
    }

    /** The fields that travel along hidden: what the buttons and the gate add is made anew. */
    public boolean travels(String field) {
        return !field.equals(Field.STEP) && !field.equals(Field.PROOF) && !field.equals(Field.TICKET);
    }

    /** One line: what was asked, what was answered; no answers when it was left out. */
    public record Line(String question, List<String> answers) {
        public Line {
            answers = List.copyOf(answers);
        }
    }

    @Override
    public String title() {
        return words().say("review.title");
    }

    @Override
    public String template() {
        return "survey/review.jte";
    }

    public String address() {
        return "/survey/" + questionnaire.audience().key();
    }

    @Override
    public Optional<Resend> resend() {
        return Optional.of(new Resend("review", address(), "review"));
    }

    /** How the respondent takes part, and from where when no code says so. */
    public String way() {
        if (filled.text(Field.WAY).equals(Field.BY_CODE)) {
            return words().say("review.way.code");
        }
        List<String> parts = new ArrayList<>(List.of(words().say("review.way.open")));
        places.stream()
                .filter(place -> place.code().value().equals(filled.text(Field.PLACE)))
                .forEach(place -> parts.add(place.name()));
        SchoolStage.ofKey(filled.text(Field.STAGE)).ifPresent(stage -> parts.add(words().say("stage." + stage.key())));
        return String.join(" · ", parts);
    }

    public List<Line> lines() {
        return questionnaire.questions().stream()
                .map(question -> new Line(question.text(), answers(question)))
                .toList();
    }

    public long unanswered() {
        return lines().stream().filter(line -> line.answers().isEmpty()).count();
    }

    private List<String> answers(Question question) {
        List<String> values = filled.all(Field.of(question)).stream()
                .filter(value -> !value.isBlank())
                .toList();
        if (question instanceof Question.Remark) {
            return values;
        }
        if (question instanceof Question.Priority) {
            return questionnaire.items().stream()
                    .filter(item -> values.contains(item.code()))
                    .map(Question.Rating::text)
                    .toList();
        }
        return options(question)
                .filter(option -> values.contains(String.valueOf(option.value())))
                .map(Option::label)
                .toList();
    }

    private Stream<Option> options(Question question) {
        return question instanceof Question.Choice choice
                ? choice.options().stream()
                : Stream.concat(questionnaire.scale().stream(), Stream.of(questionnaire.dontKnow()));
    }
}
