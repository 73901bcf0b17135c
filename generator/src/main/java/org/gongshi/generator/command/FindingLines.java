package org.gongshi.generator.command;

import java.io.PrintWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Severity;

/** Prints findings, one a line, and how many there are. */
final class FindingLines {
    private final List<Finding> findings;

    FindingLines(List<Finding> findings) {
        this.findings = List.copyOf(findings);
    }

    long errors() {
        return count(Severity.ERROR);
    }

    long warnings() {
        return count(Severity.WARNING);
    }

    /** Every finding as {@code file:line:column: error|warning: field: message (hint)}, then a line that sums up. */
    void print(PrintWriter out, ResourceBundle texts) {
        lines(texts).forEach(out::println);
    }

    /** The same lines. */
    List<String> lines(ResourceBundle texts) {
        List<String> lines =
                new java.util.ArrayList<>(findings.stream().map(Finding::toLine).toList());
        lines.add(
                findings.isEmpty()
                        ? texts.getString("findings.none")
                        : MessageFormat.format(texts.getString("findings.count"), errors(), warnings()));
        return lines;
    }

    private long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
