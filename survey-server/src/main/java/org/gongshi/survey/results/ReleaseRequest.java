package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * All that a release depends on besides the answers: what was locked before the first of them, and who releases when.
 *
 * @param places the places of the round
 * @param populations the rows of {@code populations.csv}
 * @param releasedBy the two different people, by role name
 * @param baseWeights people that an invited person of a sampled school stands for (基础权数), by the record of the draw; in a
 *     stratum of which no school is named everybody had the same chance, population ÷ invited
 * @param deviations what two people recorded about strata that the plan cannot weight
 */
public record ReleaseRequest(
        RoundKey round,
        List<PlaceCode> places,
        SurveyPlan plan,
        Map<Audience, Questionnaire> questionnaires,
        List<Population> populations,
        LocalDate opened,
        LocalDate closed,
        LocalDate released,
        List<String> releasedBy,
        Map<SampledSchool, BigDecimal> baseWeights,
        List<Deviation> deviations) {
    public ReleaseRequest {
        Objects.requireNonNull(round, "round");
        places = List.copyOf(new TreeSet<>(places));
        Objects.requireNonNull(plan, "plan");
        Map<Audience, Questionnaire> asked = new EnumMap<>(Audience.class);
        asked.putAll(questionnaires);
        questionnaires = Collections.unmodifiableMap(asked);
        populations = List.copyOf(populations);
        Objects.requireNonNull(opened, "opened");
        Objects.requireNonNull(closed, "closed");
        Objects.requireNonNull(released, "released");
        releasedBy = List.copyOf(releasedBy);
        baseWeights
                .values()
                .forEach(weight -> Require.that(weight.signum() > 0, "a base weight lies above 0: ", weight));
        baseWeights = Collections.unmodifiableMap(new TreeMap<>(baseWeights));
        deviations = List.copyOf(deviations);
    }

    /** A release that follows its plan. */
    public ReleaseRequest(
            RoundKey round,
            List<PlaceCode> places,
            SurveyPlan plan,
            Map<Audience, Questionnaire> questionnaires,
            List<Population> populations,
            LocalDate opened,
            LocalDate closed,
            LocalDate released,
            List<String> releasedBy,
            Map<SampledSchool, BigDecimal> baseWeights) {
        this(
                round,
                places,
                plan,
                questionnaires,
                populations,
                opened,
                closed,
                released,
                releasedBy,
                baseWeights,
                List.of());
    }

    /** The same with what was recorded about strata that the plan cannot weight. */
    public ReleaseRequest with(List<Deviation> recorded) {
        return new ReleaseRequest(
                round,
                places,
                plan,
                questionnaires,
                populations,
                opened,
                closed,
                released,
                releasedBy,
                baseWeights,
                recorded);
    }

    /** A sample in whose strata everybody had the same chance. */
    public ReleaseRequest(
            RoundKey round,
            List<PlaceCode> places,
            SurveyPlan plan,
            Map<Audience, Questionnaire> questionnaires,
            List<Population> populations,
            LocalDate opened,
            LocalDate closed,
            LocalDate released,
            List<String> releasedBy) {
        this(round, places, plan, questionnaires, populations, opened, closed, released, releasedBy, Map.of());
    }
}
