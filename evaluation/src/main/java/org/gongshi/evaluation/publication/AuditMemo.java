package org.gongshi.evaluation.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * What the disclosure audit found (披露审计的结论), kept so that one command that goes through the same content twice audits it
 * once: the audit takes seconds and depends on plan and results alone. Not thread-safe.
 */
public final class AuditMemo {
    private final Map<Audited, List<Finding>> found = new HashMap<>();

    /** What an audit depends on. */
    private record Audited(SurveyPlan plan, ReleasedResults results) {}

    List<Finding> of(SurveyPlan plan, ReleasedResults results, Supplier<List<Finding>> audit) {
        return found.computeIfAbsent(new Audited(plan, results), key -> List.copyOf(audit.get()));
    }
}
