package org.gongshi.survey.office;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.gongshi.survey.access.RowKey;

/**
 * The office's key (办公密钥): 32 random bytes in a file outside the office's folder. Everything the office keeps is bound to it:
 * seals of accounts and log, secrets of the second factor, a share of every password hash.
 */
public final class OfficeKey {
    private final RowKey key;

    private OfficeKey(RowKey key) {
        this.key = key;
    }

    /** Reads the key, or makes it for an office that begins. */
    public static OfficeKey readOrCreate(Path file, SecureRandom random) {
        return new OfficeKey(RowKey.readOrCreate(file, random));
    }

    /** @throws org.gongshi.survey.access.SecretFault when it is missing or damaged */
    public static OfficeKey read(Path file) {
        return new OfficeKey(RowKey.read(file, "办公室密钥（账号和审计日志的密钥）"));
    }

    /** 16 bytes for one purpose. */
    byte[] derive(String purpose) {
        return key.seal("office/" + purpose);
    }

    /** A seal over texts, as 32 hex digits. */
    public String seal(String kind, String... texts) {
        byte[][] columns = new byte[texts.length][];
        for (int at = 0; at < texts.length; at++) {
            columns[at] = texts[at].getBytes(StandardCharsets.UTF_8);
        }
        return HexFormat.of().formatHex(key.seal("office/" + kind, columns));
    }

    /** Whether two texts are equal, in a time that does not tell where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
