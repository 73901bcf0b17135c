package org.gongshi.evaluation.publication;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.round.Subject;

/**
 * What a site would be made from if everything that is complete were approved (预览内容): for the eyes of those who write it. It is
 * never sealed: what is published comes from {@link ContentGate#open} alone.
 *
 * @param drafts places shown although the gate would not let them through
 * @param findings everything that is wrong or missing
 */
public record PreviewContent(PublishedContent content, Set<Subject> drafts, List<Finding> findings) {
    public PreviewContent {
        Objects.requireNonNull(content, "content");
        drafts = Set.copyOf(drafts);
        findings = List.copyOf(findings);
    }
}
