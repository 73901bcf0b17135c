package org.gongshi.survey.intake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
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
import org.gongshi.evaluation.satisfaction.Translation;

/**
 * What was locked when the survey opened: plan, questionnaires, places.
 *
 * @param questionnaires one for each audience
 * @param places the places of the round
 * @param translations the survey in other languages, each complete, in the plan's order
 * @param populations digest of the people behind every stratum; empty where they are not known
 */
public record LockedForms(
        SurveyPlan plan,
        Map<Audience, Questionnaire> questionnaires,
        Set<PlaceCode> places,
        List<Translation> translations,
        Optional<Digest> populations) {
    public LockedForms {
        Objects.requireNonNull(populations, "populations");
        Objects.requireNonNull(plan, "plan");
        questionnaires = Collections.unmodifiableMap(new EnumMap<>(questionnaires));
        for (Audience audience : Audience.values()) {
            Require.that(questionnaires.containsKey(audience), "a questionnaire for each audience: ", audience.key());
        }
        places = Set.copyOf(places);
        translations = List.copyOf(translations);
    }

    /** A survey in Chinese alone, of places whose populations are not known. */
    public LockedForms(SurveyPlan plan, Map<Audience, Questionnaire> questionnaires, Set<PlaceCode> places) {
        this(plan, questionnaires, places, List.of(), Optional.empty());
    }
}
