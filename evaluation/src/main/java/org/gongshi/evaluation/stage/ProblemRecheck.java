package org.gongshi.evaluation.stage;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** The re-check of one problem (逐项复查). */
@Article(12)
public record ProblemRecheck(LocalDate date, boolean passed, String note) {
    public ProblemRecheck {
        Objects.requireNonNull(date, "date");
        Require.text(note, "note");
    }
}
