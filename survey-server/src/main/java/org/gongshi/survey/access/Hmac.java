package org.gongshi.survey.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104, FIPS 198-1) over parts, each preceded by its length, so that no two lists of parts collide. */
final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    static byte[] of(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                // A column that a flipped bit turned into NULL has no length: no list of real parts looks like that.
                int length = part == null ? -1 : part.length;
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length).array());
                if (part != null) {
                    mac.update(part);
                }
            }
            return mac.doFinal();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has HmacSHA256", absent);
        }
    }
}
