package org.gongshi.survey.round;

import java.util.List;

/** Something the round does not allow now; the messages are Chinese, for the operator, one a line. */
public final class RoundFault extends RuntimeException {
    private final List<String> lines;

    public RoundFault(String message) {
        this(List.of(message));
    }

    public RoundFault(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
        return lines;
    }
}
