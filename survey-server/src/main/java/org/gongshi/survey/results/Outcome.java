package org.gongshi.survey.results;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.satisfaction.ReleasedResults;

/** What a release comes to. */
public sealed interface Outcome {

    /** Warnings and errors, by file and line. */
    List<Finding> findings();

    /** The results, and what a person should look at nevertheless. */
    record Released(ReleasedResults results, List<Finding> findings) implements Outcome {
        public Released {
            Objects.requireNonNull(results, "results");
            findings = List.copyOf(findings);
        }
    }

    /** Nothing may be released before these are mended. */
    record Refused(List<Finding> findings) implements Outcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
