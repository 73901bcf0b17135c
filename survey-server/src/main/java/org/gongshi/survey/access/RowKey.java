package org.gongshi.survey.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

/**
 * The key of the row seals (行校验码): 32 random bytes in a file outside the data folder, mode 600. It outlives the close,
 * because the release checks every row with it.
 */
public final class RowKey {
    private static final String NAME = "行校验密钥";

    /** Length of a seal in bytes: half an HMAC-SHA256, as RFC 2104 §5 allows. */
    public static final int SEAL = 16;

    private final byte[] key;
    private final Hmac hmac;

    private RowKey(byte[] key) {
        this.key = key;
        this.hmac = new Hmac(key);
    }

    /** @throws SecretFault when it is missing or damaged */
    public static RowKey read(Path file) {
        return read(file, NAME);
    }

    /**
     * @param what how people call the key, for the message
     * @throws SecretFault when it is missing or damaged
     */
    public static RowKey read(Path file, String what) {
        return new RowKey(SecretFile.read(file, what));
    }

    /** Reads the key, or makes it for a survey that begins. */
    public static RowKey readOrCreate(Path file, SecureRandom random) {
        Objects.requireNonNull(random, "random");
        return new RowKey(Files.exists(file) ? SecretFile.read(file, NAME) : SecretFile.create(file, random));
    }

    /** The seal of a row: its kind and all its columns in order. */
    public byte[] seal(String kind, byte[]... columns) {
        byte[][] parts = new byte[columns.length + 1][];
        parts[0] = kind.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(columns, 0, parts, 1, columns.length);
        return Arrays.copyOf(hmac.over(parts), SEAL);
    }

    /** A key for another purpose, from which this one cannot be found (RFC 5869). */
    byte[] derive(String purpose, byte[] salt, int length) {
        return Hkdf.derive(key, salt, ("gongshi " + purpose + " 1").getBytes(StandardCharsets.UTF_8), length);
    }

    /** Whether both are the same key, compared in constant time. */
    public boolean isSameAs(RowKey other) {
        return MessageDigest.isEqual(key, other.key);
    }

    /** Overwrites and removes a row key file; one that is gone already is fine. Nothing sealed with it can be checked then. */
    public static void destroy(Path file) {
        SecretFile.destroy(file);
    }

    /** Whether a seal fits, compared in constant time. */
    public boolean fits(byte[] seal, String kind, byte[]... columns) {
        return seal != null && MessageDigest.isEqual(seal, seal(kind, columns));
    }
}
