package org.gongshi.survey.results;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.response.Response;

/**
 * The counting cells of an open survey (实时计数), in memory alone: written down, two states of them would give an answer away by
 * their difference. Every count is a sum over sheets, so that it follows the acknowledged answers one by one and equals a
 * recount of the stored rows, in whatever order they came. Thread-safe.
 */
public final class LiveTally {
    private final SurveyPlan plan;
    private final Map<Audience, Questionnaire> questionnaires;
    private final Set<PlaceCode> places;
    private Tally tally;

    /** Nothing counted yet, by the plan and the questionnaires as locked. */
    public LiveTally(SurveyPlan plan, Map<Audience, Questionnaire> questionnaires, Collection<PlaceCode> places) {
        this.plan = Objects.requireNonNull(plan, "plan");
        this.questionnaires = Map.copyOf(questionnaires);
        this.places = Set.copyOf(places);
        this.tally = fresh();
    }

    private Tally fresh() {
        return new Tally(plan, questionnaires, places);
    }

    /** Follows one acknowledged sheet. */
    public synchronized void add(Response sheet) {
        tally.add(sheet);
    }

    /** The same survey counted from scratch. */
    public LiveTally recount(ResultsRelease.Source stored) {
        var recounted = new LiveTally(plan, questionnaires, places);
        stored.forEach(recounted::add);
        return recounted;
    }

    /**
     * Whether every count of every cell is the same. Not copied: a million sheets count in more than a hundred megabytes.
     *
     * @param other a recount that nobody else holds
     */
    public boolean agreesWith(LiveTally other) {
        synchronized (this) {
            synchronized (other) {
                return tally.sameAs(other.tally);
            }
        }
    }

    /** Whether it counts by the same plan, questionnaires and places. */
    public boolean countsLike(LiveTally other) {
        return plan.digest().equals(other.plan.digest())
                && questionnaires.equals(other.questionnaires)
                && places.equals(other.places);
    }

    /** What was counted, for the release of a closed survey: nothing is added any more. */
    synchronized Tally tally() {
        return tally;
    }

    /** All sheets that were counted, the blank ones too. */
    public synchronized long sheets() {
        return tally.sheets();
    }
}
