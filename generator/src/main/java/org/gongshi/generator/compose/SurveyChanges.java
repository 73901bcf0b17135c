package org.gongshi.generator.compose;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.YearChange;
import org.gongshi.evaluation.satisfaction.YearComparability;

/** The survey of two years, audience by audience (满意度的年度变化): comparable, or why not. */
record SurveyChanges(RoundView before, RoundView after) {

    /** What makes the two years of an audience not comparable; empty when nothing does. */
    List<String> differences(Audience audience) {
        Optional<SurveyPlan> then = before.published().plan();
        Optional<SurveyPlan> now = after.published().plan();
        Questionnaire asked = before.published().questionnaires().get(audience);
        Questionnaire asking = after.published().questionnaires().get(audience);
        return then.isEmpty() || now.isEmpty() || asked == null || asking == null
                ? List.of("调查方案或问卷")
                : YearComparability.differences(audience, then.get(), asked, now.get(), asking);
    }

    /** The change of a place's index; empty where a year shows none, or the years are not comparable. */
    Optional<YearChange> change(PlaceCode place, Audience audience) {
        Optional<AudienceResult> then = before.published().results().flatMap(all -> all.find(place, audience));
        Optional<AudienceResult> now = after.published().results().flatMap(all -> all.find(place, audience));
        return then.isEmpty() || now.isEmpty() || !differences(audience).isEmpty()
                ? Optional.empty()
                : YearChange.of(then.get().index(), now.get().index());
    }
}
