package org.gongshi.templates.survey;

import java.util.Objects;

/** What the survey does so that everybody can answer it, and whom to call where it does not succeed (无障碍说明). */
public record AccessibilityPage(SurveyFrame frame) implements SurveyPage {
    public AccessibilityPage {
        Objects.requireNonNull(frame, "frame");
    }

    @Override
    public String title() {
        return words().say("access.title");
    }

    @Override
    public String template() {
        return "survey/accessibility.jte";
    }
}
