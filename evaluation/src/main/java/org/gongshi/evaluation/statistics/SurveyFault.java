package org.gongshi.evaluation.statistics;

import java.util.Objects;

/**
 * A figure cannot be computed from this sample: {@link #code()} says why in one word, the message where and what to do.
 * Callers turn it into a finding; it never stands for a fault of the program.
 */
public final class SurveyFault extends RuntimeException {
    private final FaultCode code;

    public SurveyFault(FaultCode code, String message) {
        super(Objects.requireNonNull(message));
        this.code = Objects.requireNonNull(code);
    }

    public FaultCode code() {
        return code;
    }
}
