package org.gongshi.templates.survey;

import java.util.Objects;

/** The first page of a round without a survey (没有满意度调查), which a league may hold. */
public record NoSurveyPage(SurveyFrame frame) implements SurveyPage {
    public NoSurveyPage {
        Objects.requireNonNull(frame, "frame");
    }

    @Override
    public String title() {
        return words().say("notice.no-survey.title");
    }

    @Override
    public String template() {
        return "survey/noSurvey.jte";
    }
}
