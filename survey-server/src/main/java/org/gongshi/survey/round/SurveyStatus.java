package org.gongshi.survey.round;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.store.CountKey;

/** What pages and probes may know about the survey at this moment. Thread-safe. */
public interface SurveyStatus {

    /** Where the survey stands now; {@link RoundState#CLOSED} also when the plan's closing time has passed. */
    RoundState state();

    /** Plan, questionnaires and places, as locked; empty before the opening. */
    Optional<LockedForms> forms();

    /** Acknowledged answer sheets by stratum and mode. */
    Map<CountKey, Long> counts();

    /** Submissions that wait for the writer. */
    int waiting();

    /** Whether answers can be written down; false while the disk is full, for instance. */
    boolean isWell();

    /**
     * Sorted receipts (64 hex digits) that begin with two given hex digits; empty before the close.
     *
     * @param firstTwoHex two lower-case hex digits
     */
    Optional<List<String>> receipts(String firstTwoHex);
}
