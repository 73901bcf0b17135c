package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * How a round that has no survey gets one (设立满意度调查).
 *
 * @param present whether the content has a survey for it already
 * @param running whether this server began with it
 * @param sources rounds whose plan and questionnaires can be taken, newest first
 * @param may whether this person can do it
 */
public record NewSurveyPage(
        OfficeFrame frame, boolean present, boolean running, List<AccountsPage.Choice> sources, boolean may)
        implements OfficePage {
    public NewSurveyPage {
        Objects.requireNonNull(frame, "frame");
        sources = List.copyOf(sources);
    }

    @Override
    public String title() {
        return words().say("survey.new.title");
    }

    @Override
    public String template() {
        return "office/newSurvey.jte";
    }
}
