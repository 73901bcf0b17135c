package org.gongshi.evaluation.publication;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.draw.DrawRecord;
import org.gongshi.evaluation.outcome.Outcome;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.ObjectionPeriod;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.scoring.IndicatorSystem;

/**
 * One round as the public may see it.
 *
 * @param reports the approved reports whose day has come, in the order of the places' codes
 * @param awaited places of the round without a published report
 * @param results present only when at least one report is published
 * @param outcomes outcomes of the published places
 * @param objections the period in which the results lie open for objections (公示), from its first day on
 * @param draw the record of the inspection draw, drawn again with the same result; empty when none was kept
 */
public record PublishedRound(
        Round round,
        IndicatorSystem system,
        List<ApprovedReport> reports,
        List<PlaceCode> awaited,
        Map<Audience, Questionnaire> questionnaires,
        Optional<SurveyPlan> plan,
        List<Population> populations,
        Optional<ReleasedResults> results,
        List<Outcome> outcomes,
        Optional<ObjectionPeriod> objections,
        Optional<DrawRecord> draw) {
    public PublishedRound {
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(system, "system");
        reports = List.copyOf(reports);
        awaited = List.copyOf(awaited);
        questionnaires = Map.copyOf(questionnaires);
        Objects.requireNonNull(plan, "plan");
        populations = List.copyOf(populations);
        Objects.requireNonNull(results, "results");
        outcomes = List.copyOf(outcomes);
        Objects.requireNonNull(objections, "objections");
        Objects.requireNonNull(draw, "draw");
    }

    /** A round without a record of a draw. */
    public PublishedRound(
            Round round,
            IndicatorSystem system,
            List<ApprovedReport> reports,
            List<PlaceCode> awaited,
            Map<Audience, Questionnaire> questionnaires,
            Optional<SurveyPlan> plan,
            List<Population> populations,
            Optional<ReleasedResults> results,
            List<Outcome> outcomes,
            Optional<ObjectionPeriod> objections) {
        this(
                round,
                system,
                reports,
                awaited,
                questionnaires,
                plan,
                populations,
                results,
                outcomes,
                objections,
                Optional.empty());
    }
}
