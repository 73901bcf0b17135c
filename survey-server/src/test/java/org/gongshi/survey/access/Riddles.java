package org.gongshi.survey.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.gongshi.evaluation.digest.Digest;

/** Solves riddles of the open link as any program would. */
public final class Riddles {
    private Riddles() {}

    public static OpenDoor door(int seed) {
        return new OpenDoor(new byte[] {(byte) seed, 1, 2, 3});
    }

    public static String solve(String nonce, String challenge) {
        String[] parts = challenge.split("\\.");
        int bits = Integer.parseInt(parts[0]);
        for (long number = 0; ; number++) {
            byte[] text = (nonce + parts[2] + number).getBytes(StandardCharsets.US_ASCII);
            if (new BigInteger(Digest.of(text).hex(), 16).bitLength() <= 256 - bits) {
                return challenge + "." + number;
            }
        }
    }
}
