package org.gongshi.survey.web;

import java.time.Duration;
import org.gongshi.evaluation.Require;

/**
 * What an answer by the open link costs (公开链接的门槛). Addresses play no part: a whole town may sit behind one.
 *
 * @param bits difficulty of the riddle in calm times: 2^bits attempts on average
 * @param crowd riddles handed out in a minute above which one bit is added, another one at every doubling
 * @param mostBits however many come, no more than this is asked of anybody's phone
 * @param pause how long a form without a script waits at least before it may be sent
 * @param apart how far apart such forms may be sent, all of them together
 * @param calm forms with neither riddle nor wait that are taken before the next must have one; each is flagged
 * @param calmEvery after so long one more of them is taken
 */
public record OpenLinkRules(
        int bits, int crowd, int mostBits, Duration pause, Duration apart, int calm, Duration calmEvery) {

    /** 2^17 attempts: two seconds of an old phone, nothing anybody notices on a new one. */
    public static final OpenLinkRules USUAL =
            new OpenLinkRules(17, 60, 21, Duration.ofSeconds(15), Duration.ofMillis(250), 20, Duration.ofSeconds(10));

    public OpenLinkRules {
        Require.that(bits >= 4 && mostBits >= bits && mostBits <= 24, "4 <= bits <= mostBits <= 24");
        Require.that(crowd >= 1, "crowd is 1 at least");
        Require.that(!pause.isNegative() && !apart.isNegative(), "a wait is not below 0");
        Require.that(calm >= 0, "calm is not below 0");
        Require.that(!calmEvery.isNegative() && !calmEvery.isZero(), "calmEvery lies above 0");
    }
}
