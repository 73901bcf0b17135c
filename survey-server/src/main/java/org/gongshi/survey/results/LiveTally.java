package org.gongshi.survey.results;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
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
    private final Collection<PlaceCode> places;
    private Tally tally;

    /** Nothing counted yet, by the plan and the questionnaires as locked. */
    public LiveTally(SurveyPlan plan, Map<Audience, Questionnaire> questionnaires, Collection<PlaceCode> places) {
        this.plan = Objects.requireNonNull(plan, "plan");
        this.questionnaires = Map.copyOf(questionnaires);
        this.places = java.util.List.copyOf(places);
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

    /** Whether every count of every cell is the same. */
    public boolean agreesWith(LiveTally other) {
        Tally theirs = other.copy();
        synchronized (this) {
            return tally.sameAs(theirs);
        }
    }

    private synchronized Tally copy() {
        Tally copy = fresh();
        copy.merge(tally);
        return copy;
    }

    /** All sheets that were counted, the blank ones too. */
    public synchronized long sheets() {
        return tally.sheets();
    }
}
