package org.gongshi.survey.web;

import java.util.List;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.FieldFault;

/** What came of reading a submission: all of it right, or everything that is wrong. */
sealed interface Reading {
    record Right(Submission submission) implements Reading {}

    /** @param guessed whether an access code was tried that can be none */
    record Wrong(List<FieldFault> faults, boolean guessed) implements Reading {
        public Wrong {
            faults = List.copyOf(faults);
            Require.that(!faults.isEmpty(), "wrong, but without a fault");
        }
    }
}
