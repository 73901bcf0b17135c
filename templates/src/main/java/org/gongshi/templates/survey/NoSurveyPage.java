package org.gongshi.templates.survey;

import java.util.Objects;
import org.gongshi.templates.frame.Wording;

/**
 * The first page of a round without a survey (没有满意度调查), which a league may hold. Its words are the office's: such a round has no plan,
 * and so no language besides Chinese.
 */
public record NoSurveyPage(SurveyFrame frame) implements SurveyPage {
    private static final Wording OFFICE = Wording.load("office", "zh-CN");

    public NoSurveyPage {
        Objects.requireNonNull(frame, "frame");
    }

    @Override
    public String title() {
        return OFFICE.say("public.no-survey.title");
    }

    public String text() {
        return OFFICE.say("public.no-survey.text");
    }

    @Override
    public String template() {
        return "survey/noSurvey.jte";
    }
}
