package org.gongshi.evaluation.stage;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;

/** All steps of one place in one round (各环节记录). */
@Article({8, 9, 10, 11, 12})
public record Stages(
        SelfEvaluation selfEvaluation,
        Monitoring monitoring,
        Inspection inspection,
        Feedback feedback,
        Rectification rectification,
        Optional<Recheck> recheck) {
    public Stages {
        Objects.requireNonNull(selfEvaluation, "selfEvaluation");
        Objects.requireNonNull(monitoring, "monitoring");
        Objects.requireNonNull(inspection, "inspection");
        Objects.requireNonNull(feedback, "feedback");
        Objects.requireNonNull(rectification, "rectification");
        Objects.requireNonNull(recheck, "recheck");
    }
}
