package org.gongshi.survey.access;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongshi.evaluation.Require;

/** HKDF with HMAC-SHA256 (RFC 5869): one secret into keys for one purpose each (密钥派生). */
public final class Hkdf {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH = 32;

    private Hkdf() {}

    /**
     * A key for one purpose.
     *
     * @param secret the input keying material
     * @param salt random or empty
     * @param info what the key is for; two purposes never share a text
     * @param length bytes, 1 to 8160
     */
    public static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        Require.that(length >= 1 && length <= 255 * HASH, "1 to 8160 bytes");
        byte[] pseudoRandom = hmac(salt.length == 0 ? new byte[HASH] : salt, secret);
        byte[] output = new byte[0];
        byte[] block = new byte[0];
        for (int counter = 1; output.length < length; counter++) {
            block = hmac(pseudoRandom, joined(block, info, new byte[] {(byte) counter}));
            output = joined(output, block);
        }
        return Arrays.copyOf(output, length);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has HmacSHA256", absent);
        }
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
