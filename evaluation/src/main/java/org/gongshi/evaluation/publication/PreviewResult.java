package org.gongshi.evaluation.publication;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.finding.Finding;

/** What a preview can show (预览结果). */
public sealed interface PreviewResult {
    /** Pages, with whatever is wrong or missing. */
    record Shown(PreviewContent preview) implements PreviewResult {
        public Shown {
            Objects.requireNonNull(preview, "preview");
        }
    }

    /** Too much is missing for any page. */
    record Unreadable(List<Finding> findings) implements PreviewResult {
        public Unreadable {
            findings = List.copyOf(findings);
        }
    }
}
