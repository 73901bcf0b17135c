package org.gongshi.templates.site;

import java.time.LocalDate;
import org.gongshi.evaluation.Require;

/** One step of the approval chain (审定、批准、发布): who decided, when, by which document. */
public record ApprovalStep(String label, String body, String document, LocalDate date) {
    public ApprovalStep {
        Require.text(label, "label");
        Require.text(body, "body");
        Require.text(document, "document");
    }
}
