package org.gongshi.survey.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104, FIPS 198-1) under one key over parts, each preceded by its length, so that no two lists of parts
 * collide. Thread-safe.
 */
final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    /** Keyed and never used itself: a copy of it costs a tenth of asking the platform for a new one. */
    private final Mac keyed;

    Hmac(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has HmacSHA256", absent);
        }
    }

    static byte[] of(byte[] key, byte[]... parts) {
        return new Hmac(key).over(parts);
    }

    byte[] over(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += Integer.BYTES + (part == null ? 0 : part.length);
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            // A column that a flipped bit turned into NULL has no length: no list of real parts looks like that.
            all.putInt(part == null ? -1 : part.length);
            if (part != null) {
                all.put(part);
            }
        }
        return copy().doFinal(all.array());
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException("the platform's own HmacSHA256 can be copied", other);
        }
    }
}
