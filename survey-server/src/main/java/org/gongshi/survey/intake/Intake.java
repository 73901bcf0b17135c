package org.gongshi.survey.intake;

import java.util.concurrent.CompletionStage;

/** The one way in for answers. */
public interface Intake {

    /** Hands a submission to the writer; completes when its fate is durable. Never completes exceptionally. */
    CompletionStage<Reply> submit(Submission submission);
}
