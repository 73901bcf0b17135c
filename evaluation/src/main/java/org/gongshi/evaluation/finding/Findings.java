package org.gongshi.evaluation.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all faults of a run, so that a clerk sees them at once and none is lost. Not thread-safe. */
public final class Findings {
    private final List<Finding> found = new ArrayList<>();

    public void add(Finding finding) {
        found.add(finding);
    }

    public void error(Location at, String message, String hint) {
        add(Finding.error(at, message, hint));
    }

    public void warning(Location at, String message, String hint) {
        add(Finding.warning(at, message, hint));
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public long count(Severity severity) {
        return found.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** All findings by file, line and column; at one place in the order of their discovery. */
    public List<Finding> sorted() {
        return found.stream().sorted(Comparator.comparing(Finding::at)).toList();
    }
}
