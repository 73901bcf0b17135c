package org.gongshi.survey.web;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * How much one request, and one address that guesses codes, may ask of the server (限制).
 *
 * @param longestBody bytes of a request's body
 * @param wrongCodes wrong access codes in a row that one address may send before it is slowed: a whole school behind one
 *     address mistypes some
 * @param forgiven one wrong code is forgiven after so long
 * @param pause how long the answer to one more wrong code is held back
 * @param patience how long a request waits for the writer before it is told to come again
 * @param trustedProxy address of the one proxy whose X-Forwarded-For is believed; empty when there is none
 */
public record Limits(
        int longestBody,
        int wrongCodes,
        Duration forgiven,
        Duration pause,
        Duration patience,
        Optional<String> trustedProxy) {
    public static final Limits USUAL = new Limits(
            65_536, 200, Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(30), Optional.empty());

    public Limits {
        Require.that(longestBody >= 1024, "a body of 1024 bytes must be allowed");
        Require.that(wrongCodes >= 1, "wrongCodes is 1 at least");
        Require.that(isPositive(forgiven) && isPositive(pause) && isPositive(patience), "durations lie above 0");
        Objects.requireNonNull(trustedProxy, "trustedProxy");
    }

    /** The same limits behind another proxy, or none. */
    public Limits behind(Optional<String> proxy) {
        return new Limits(longestBody, wrongCodes, forgiven, pause, patience, proxy);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
