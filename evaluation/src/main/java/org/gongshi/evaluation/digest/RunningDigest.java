package org.gongshi.evaluation.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest of bytes that come piece by piece. Not thread-safe; used once. */
public final class RunningDigest {
    private final MessageDigest sha256;

    public RunningDigest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    /** The next piece: {@code length} bytes from {@code from} on. */
    public void add(byte[] bytes, int from, int length) {
        sha256.update(bytes, from, length);
    }

    /** The digest of all pieces. */
    public Digest digest() {
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }
}
