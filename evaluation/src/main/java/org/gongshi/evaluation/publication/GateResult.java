package org.gongshi.evaluation.publication;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.finding.Finding;

/** What came of a whole content folder: something to publish, or nothing at all. */
public sealed interface GateResult {

    /** The content that may be published, and what a person should look at. */
    record Passed(PublishedContent content, List<Finding> warnings) implements GateResult {
        public Passed {
            Objects.requireNonNull(content, "content");
            warnings = List.copyOf(warnings);
        }
    }

    /** All findings, at least one of them an error. */
    record Refused(List<Finding> findings) implements GateResult {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
