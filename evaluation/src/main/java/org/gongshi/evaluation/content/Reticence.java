package org.gongshi.evaluation.content;

import java.util.Optional;
import java.util.function.Function;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;

/**
 * Keeps drafts out of a build's messages: a file that holds lines of published and unpublished places alike may be faulty in the
 * lines of a draft, and an ordinary message would quote them.
 */
final class Reticence {
    private Reticence() {}

    /** Reads the structure of a shared file; under a restricted scope findings name only the place of the fault. */
    static <T> Optional<T> of(Scope scope, Findings findings, Function<Findings, Optional<T>> reading) {
        if (!scope.isRestricted()) {
            return reading.apply(findings);
        }
        Findings found = new Findings();
        Optional<T> value = reading.apply(found);
        for (Finding finding : found.sorted()) {
            var at = finding.at();
            findings.add(new Finding(
                    finding.severity(),
                    new org.gongshi.evaluation.finding.Location(at.file(), at.line(), at.column(), ""),
                    "文件结构有误；这里可能是未公布的内容，不在此显示",
                    "请运行 ./gongshi check 查看"));
        }
        return value;
    }
}
