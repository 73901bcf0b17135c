package org.gongshi.evaluation.stage;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.scoring.IndicatorCode;

/**
 * A numbered problem (问题) of the problem list, with its rectification.
 *
 * @param id number within the place, e.g. {@code P01}
 * @param prominent whether it is a prominent problem (突出问题) in the sense of article 14
 * @param result what was done; present once {@code done}
 * @param completed when it was done
 * @param recheck the re-check of this problem; present once {@code rechecked}
 */
@Article({11, 12})
public record Problem(
        String id,
        String title,
        String text,
        IndicatorCode indicator,
        String evidence,
        boolean prominent,
        String measures,
        LocalDate deadline,
        ProblemStatus status,
        Optional<String> result,
        Optional<LocalDate> completed,
        Optional<ProblemRecheck> recheck) {
    public Problem {
        Require.text(id, "id");
        Require.text(title, "title");
        Require.text(text, "text");
        Objects.requireNonNull(indicator, "indicator");
        Require.text(evidence, "evidence");
        Require.text(measures, "measures");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(status, "status");
        boolean done = status == ProblemStatus.DONE || status == ProblemStatus.RECHECKED;
        Require.that(!done || (result.isPresent() && completed.isPresent()), id + " is done without result or date");
        Require.that(
                status != ProblemStatus.RECHECKED || recheck.isPresent(), id + " is re-checked without a re-check");
    }

    /** Whether the deadline passed before that date while nothing was reported as done, or the re-check failed. */
    public boolean isOverdue(LocalDate asOf) {
        boolean unfinished = status == ProblemStatus.OPEN || status == ProblemStatus.IN_PROGRESS;
        boolean failed = recheck.map(check -> !check.passed()).orElse(false);
        return (unfinished || failed) && deadline.isBefore(asOf);
    }
}
