package org.gongshi.survey.demo;

/**
 * What the server said to the answers sent.
 *
 * @param sent requests
 * @param accepted kept (201)
 * @param retried known by their nonce and answered again (200)
 * @param spent refused because the code was used (409)
 * @param busy asked to come again (503), and did
 */
public record Counts(long sent, long accepted, long retried, long spent, long busy) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(
                sent + other.sent,
                accepted + other.accepted,
                retried + other.retried,
                spent + other.spent,
                busy + other.busy);
    }
}
