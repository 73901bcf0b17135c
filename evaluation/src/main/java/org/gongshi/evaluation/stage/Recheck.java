package org.gongshi.evaluation.stage;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** The committee's re-check (复查) of a place's rectification. */
@Article(12)
public record Recheck(LocalDate date, String conclusion) {
    public Recheck {
        Objects.requireNonNull(date, "date");
        Require.text(conclusion, "conclusion");
    }
}
