package org.gongshi.survey.round;

import java.util.List;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.sampling.BaseWeight;
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

    /**
     * The base weights by the record of the draw; none where no sample was drawn.
     *
     * @throws RoundFault when there is a record and it cannot be read
     */
    default List<BaseWeight> baseWeights(RoundKey round) {
        return List.of();
    }
}
