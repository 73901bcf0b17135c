package org.gongshi.generator.verify;

import java.util.Comparator;
import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * One thing that is wrong with a published site (核验发现).
 *
 * @param path the file; hostile paths may hold any character
 * @param message in Chinese: what is wrong, with both figures where two differ
 */
public record Fault(FaultKind kind, String path, String message) implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::kind).thenComparing(Fault::path).thenComparing(Fault::message);

    public Fault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
        Require.text(message, "message");
    }

    /** {@code [code label] path: message}, one line without control characters. */
    public String toLine() {
        return "[" + kind.exitCode() + " " + kind.label() + "] " + Printable.of(path) + ": " + Printable.of(message);
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }
}
