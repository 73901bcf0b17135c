package org.gongshi.survey.office;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238) as authenticator apps make them: SHA-1, 30 seconds, six digits. */
final class Totp {
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MILLION = 1_000_000;
    /** A clock may be half a minute off, and a person takes time to type. */
    private static final int LEEWAY = 1;

    private Totp() {}

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    /** The code of a step. */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            // RFC 4226, 5.3: the low four bits of the last byte say where the number begins.
            int at = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MILLION);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has HmacSHA1", absent);
        }
    }

    /**
     * The step whose code was typed; every candidate is compared, whichever fits.
     *
     * @param last the last step whose code was used: a code counts once (RFC 6238, 5.2)
     */
    static OptionalLong fits(byte[] secret, String typed, Instant now, long last) {
        String digits = typed.replaceAll("[\\s-]", "");
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - LEEWAY; step <= step(now) + LEEWAY; step++) {
            if (OfficeKey.same(code(secret, step), digits) && step > last) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
