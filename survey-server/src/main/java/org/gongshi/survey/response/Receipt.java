package org.gongshi.survey.response;

import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;

/**
 * Proof that an answer sheet counts (回执), never of what it says.
 *
 * @param hex 64 lower-case hex digits: what a program keeps and what is published after the close
 */
public record Receipt(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int SHOWN = 16;

    public Receipt {
        Require.that(hex != null && HEX.matcher(hex).matches(), "a receipt has 64 hex digits");
    }

    /** What a person can copy down: the first 16 digits in groups, {@code 1a2b-3c4d-5e6f-7081}. */
    public String printed() {
        return hex.substring(0, SHOWN).replaceAll("(....)(?=.)", "$1-");
    }

    /** Says nothing: a receipt must not reach a log by accident. */
    @Override
    public String toString() {
        return "Receipt[…]";
    }
}
