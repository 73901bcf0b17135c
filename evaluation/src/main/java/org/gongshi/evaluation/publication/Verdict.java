package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Article;

/** What the gate says of a dossier (闸口的结论). */
@Article(13)
public sealed interface Verdict {

    /** Approved, and its day has come. */
    record Published(ApprovedReport report) implements Verdict {
        public Published {
            Objects.requireNonNull(report, "report");
        }
    }

    /** Approved, but not before that day (embargo). */
    record Awaited(LocalDate day) implements Verdict {
        public Awaited {
            Objects.requireNonNull(day, "day");
        }
    }

    /** Not publishable; the findings say why. */
    record Refused() implements Verdict {}
}
