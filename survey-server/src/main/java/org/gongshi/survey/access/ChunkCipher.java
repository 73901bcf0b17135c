package org.gongshi.survey.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM over numbered pieces of a stream (Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015, "STREAM"): a piece
 * that is changed, moved, repeated or left out does not open, and neither does a stream without its last piece.
 */
final class ChunkCipher {
    static final byte[] MAGIC = "GONGSHI-BACKUP-1\n".getBytes(StandardCharsets.US_ASCII);
    static final int SALT = 32;
    static final int CHUNK = 1 << 16;
    static final int TAG = 16;

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 8 * TAG;

    private final SecretKeySpec key;
    private long number;

    ChunkCipher(RowKey rowKey, byte[] salt) {
        this.key = new SecretKeySpec(rowKey.derive("backup", salt, KEY), "AES");
    }

    byte[] seal(byte[] plain, int length, boolean last) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has AES/GCM", absent);
        }
    }

    /** @throws SecretFault when the piece is not what was sealed at this place with this key */
    byte[] open(byte[] sealed, boolean last) {
        try {
            return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed);
        } catch (AEADBadTagException changed) {
            throw new SecretFault("备份内容已损坏，或行校验密钥不属于这份备份");
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has AES/GCM", absent);
        }
    }

    private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(NONCE).putInt(0).putLong(number++).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(MAGIC);
        cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
        return cipher;
    }
}
