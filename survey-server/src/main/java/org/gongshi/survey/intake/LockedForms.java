package org.gongshi.survey.intake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * What was locked when the survey opened: plan, questionnaires, places.
 *
 * @param questionnaires one for each audience
 * @param places the places of the round
 * @param populations digest of the people behind every stratum; empty where they are not known
 */
public record LockedForms(
        SurveyPlan plan,
        Map<Audience, Questionnaire> questionnaires,
        Set<PlaceCode> places,
        Optional<Digest> populations) {
    public LockedForms {
        Objects.requireNonNull(populations, "populations");
        Objects.requireNonNull(plan, "plan");
        questionnaires = Collections.unmodifiableMap(new EnumMap<>(questionnaires));
        for (Audience audience : Audience.values()) {
            Require.that(questionnaires.containsKey(audience), "a questionnaire for each audience: " + audience.key());
        }
        places = Set.copyOf(places);
    }

    /** Forms of places whose populations are not known. */
    public LockedForms(SurveyPlan plan, Map<Audience, Questionnaire> questionnaires, Set<PlaceCode> places) {
        this(plan, questionnaires, places, Optional.empty());
    }
}
