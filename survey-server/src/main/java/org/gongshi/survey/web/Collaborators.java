package org.gongshi.survey.web;

import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.Translation;
import org.gongshi.evaluation.site.Site;
import org.gongshi.survey.access.OpenDoor;
import org.gongshi.survey.intake.Intake;
import org.gongshi.survey.round.Room;

/**
 * All that the survey's web needs from the rest of the house.
 *
 * @param intake where answers go
 * @param questionnaires by audience, as locked; none in a round without a survey
 * @param plan empty in a round without a survey
 * @param roundTitle title of the round, for the pages
 * @param places the places of the round, for those who come without a code
 * @param state asked for every request
 * @param codes reads an access code as typed; empty when it is none
 * @param random unpredictable bits for nonces
 * @param rooms the computer room that a teacher's code opens
 * @param openDoor riddles and waits of the open link; empty where it is free
 * @param openLink what an answer by the open link costs
 * @param translations the survey in other languages, each complete, in the order shown
 * @param baseUrl where the survey is reached from outside; its origin is the only one that may post
 */
public record Collaborators(
        Intake intake,
        Map<Audience, Questionnaire> questionnaires,
        Optional<SurveyPlan> plan,
        String roundTitle,
        List<Place> places,
        Site site,
        Supplier<SurveyState> state,
        Supplier<LiveStatus> live,
        ReceiptList receipts,
        Function<String, Optional<String>> codes,
        Clock clock,
        RandomGenerator random,
        Function<String, Optional<Room>> rooms,
        Optional<OpenDoor> openDoor,
        OpenLinkRules openLink,
        URI baseUrl,
        Limits limits,
        List<Translation> translations) {
    public Collaborators {
        Objects.requireNonNull(intake, "intake");
        Objects.requireNonNull(plan, "plan");
        Require.that(questionnaires.isEmpty() == plan.isEmpty(), "a survey has a plan and questionnaires");
        questionnaires = Collections.unmodifiableMap(new TreeMap<>(questionnaires));
        questionnaires.forEach((audience, questionnaire) ->
                Require.that(questionnaire.audience() == audience, "the questionnaire of another audience"));
        Require.text(roundTitle, "roundTitle");
        places = List.copyOf(places);
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(live, "live");
        Objects.requireNonNull(receipts, "receipts");
        Objects.requireNonNull(codes, "codes");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(rooms, "rooms");
        Objects.requireNonNull(openDoor, "openDoor");
        Objects.requireNonNull(openLink, "openLink");
        Require.that(baseUrl.getHost() != null, "the base URL names a host: ", baseUrl);
        Objects.requireNonNull(limits, "limits");
        translations = List.copyOf(translations);
    }

    /** The stages of school that an audience is asked about. */
    List<SchoolStage> stages(Audience audience) {
        return plan.map(known -> known.stages().get(audience)).orElse(List.of());
    }
}
