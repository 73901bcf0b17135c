package org.gongshi.evaluation.stage;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** The opinion handed to the evaluated government (反馈意见). */
@Article(11)
public record Feedback(LocalDate date, String document) {
    public Feedback {
        Objects.requireNonNull(date, "date");
        Require.text(document, "document");
    }
}
