package org.gongshi.generator.seal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gongshi.evaluation.digest.Digest;

/**
 * Size and digest of a stream that is read to its end, or until it proves longer than it may be.
 *
 * @param size bytes read
 * @param complete whether the end was reached; otherwise {@code size} lies above the limit and the digest covers a part
 */
public record Measured(long size, Digest digest, boolean complete) {
    private static final int BUFFER = 1 << 16;

    /** Reads at most one buffer more than {@code limit} bytes, so that an endless stream ends here. */
    public static Measured read(InputStream in, long limit) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        int count = in.read(buffer);
        while (count >= 0) {
            sha256.update(buffer, 0, count);
            size += count;
            if (size > limit) {
                return new Measured(size, digest(sha256), false);
            }
            count = in.read(buffer);
        }
        return new Measured(size, digest(sha256), true);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private static Digest digest(MessageDigest sha256) {
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }
}
