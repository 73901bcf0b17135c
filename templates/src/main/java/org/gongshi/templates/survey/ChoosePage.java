package org.gongshi.templates.survey;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * The first page (首页): who are you?
 *
 * @param audiences who is asked, in the order shown
 * @param plan says from when to when
 * @param notice key of the notice instead of the choice, {@code not-yet} or {@code closed}; empty while it is open
 */
public record ChoosePage(SurveyFrame frame, List<Audience> audiences, SurveyPlan plan, Optional<NoticePage.Kind> notice)
        implements SurveyPage {
    public ChoosePage {
        Objects.requireNonNull(frame, "frame");
        audiences = List.copyOf(audiences);
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(notice, "notice");
    }

    @Override
    public String title() {
        return words().say("choose.title");
    }

    @Override
    public String template() {
        return "survey/choose.jte";
    }
}
