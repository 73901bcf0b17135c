package org.gongshi.evaluation.digest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gongshi.evaluation.Require;

/** A SHA-256 digest (摘要, FIPS 180-4), written {@code sha256:} and 64 lower-case hex digits. */
public record Digest(String hex) {
    private static final String PREFIX = "sha256:";
    private static final int LENGTH = 64;

    public Digest {
        Require.that(hex != null && isHex(hex, 0), "a SHA-256 digest has 64 hex digits: ", hex);
    }

    public static Digest of(byte[] bytes) {
        try {
            return new Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    /** The digest of a stream, which is read to its end, however long it is. */
    public static Digest of(InputStream stream) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            stream.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return new Digest(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    public static boolean isValid(String text) {
        return text != null && text.startsWith(PREFIX) && isHex(text, PREFIX.length());
    }

    private static boolean isHex(String text, int from) {
        if (text.length() - from != LENGTH) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** Reads the written form. */
    public static Digest parse(String text) {
        Require.that(isValid(text), "a digest is written sha256: and 64 hex digits: ", text);
        return new Digest(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return PREFIX + hex;
    }
}
