package org.gongshi.survey.round;

import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.intake.LockedForms;

/** What the survey needs of the content folder. */
@FunctionalInterface
public interface SurveyContent {

    /**
     * Plan, questionnaires and places of a round.
     *
     * @throws RoundFault with every finding as a line when anything is missing or unreadable
     */
    LockedForms forms(RoundKey round);
}
