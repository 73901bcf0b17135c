package org.gongshi.survey.clue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gongshi.survey.access.Hkdf;

/**
 * Hybrid encryption of a clue (混合加密): a fresh X25519 key for each, HKDF over the shared secret and both public keys, then
 * AES-256-GCM. Padded to one of a few sizes, so that the length tells next to nothing.
 *
 * <pre>1 byte version = 1 | 8 bytes id of the office's key | 32 bytes fresh public key | sealed, with the 16 bytes of the tag</pre>
 *
 * The day is bound to it though it stands beside it.
 */
final class ClueSeal {
    /** Bytes before sealing: the length, the clue, zeros. */
    static final List<Integer> SIZES = List.of(1024, 4096, 16384);

    private static final byte VERSION = 1;
    private static final int HEAD = 1 + ClueKey.ID + ClueKey.RAW;
    private static final int TAG_BITS = 128;
    private static final int NONCE = 12;
    private static final int KEY = 32;

    private ClueSeal() {}

    static byte[] seal(Clue clue, ClueKey office) {
        try {
            KeyPair fresh = KeyPairGenerator.getInstance(ClueKey.ALGORITHM).generateKeyPair();
            byte[] freshRaw = new ClueKey(fresh.getPublic()).raw();
            var head = new ByteArrayOutputStream();
            head.write(VERSION);
            head.writeBytes(office.id());
            head.writeBytes(freshRaw);
            byte[] key = key(fresh.getPrivate(), office.key(), freshRaw, office.raw());
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, head.toByteArray(), clue.day())
                    .doFinal(padded(clue.bytes()));
            head.writeBytes(sealed);
            return head.toByteArray();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform from 11 on has X25519 and AES/GCM", absent);
        }
    }

    /** @throws ClueFault when it is of another version, was sealed to another key, or was changed */
    static Clue open(byte[] sealed, LocalDate day, OfficeKey office) {
        if (sealed.length < HEAD || sealed[0] != VERSION) {
            throw new ClueFault("线索的格式版本无法识别");
        }
        if (!isFor(sealed, office)) {
            throw new ClueFault("这条线索是用另一把公钥加密的");
        }
        byte[] head = Arrays.copyOf(sealed, HEAD);
        byte[] freshRaw = Arrays.copyOfRange(sealed, 1 + ClueKey.ID, HEAD);
        try {
            byte[] key = key(
                    office.privateKey(),
                    ClueKey.ofRaw(freshRaw),
                    freshRaw,
                    office.publicKey().raw());
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, head, day);
            return Clue.read(day, unpadded(cipher.doFinal(sealed, HEAD, sealed.length - HEAD)));
        } catch (GeneralSecurityException changed) {
            throw new ClueFault("这条线索已被改动或损坏");
        }
    }

    /** Whether it says that it was sealed to this key. */
    static boolean isFor(byte[] sealed, OfficeKey office) {
        return sealed.length >= HEAD
                && Arrays.equals(
                        Arrays.copyOfRange(sealed, 1, 1 + ClueKey.ID),
                        office.publicKey().id());
    }

    private static byte[] key(PrivateKey own, PublicKey other, byte[] freshRaw, byte[] officeRaw)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(ClueKey.ALGORITHM);
        agreement.init(own);
        agreement.doPhase(other, true);
        var info = new ByteArrayOutputStream();
        info.writeBytes("gongshi clue 1".getBytes(StandardCharsets.US_ASCII));
        info.writeBytes(freshRaw);
        info.writeBytes(officeRaw);
        return Hkdf.derive(agreement.generateSecret(), new byte[0], info.toByteArray(), KEY);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] head, LocalDate day) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        // The key is used once, so the nonce may be zero.
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, new byte[NONCE]));
        cipher.updateAAD(head);
        cipher.updateAAD(day.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] padded(byte[] clue) {
        int size = SIZES.stream()
                .filter(one -> clue.length + Integer.BYTES <= one)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the longest clue fits into the largest size"));
        return ByteBuffer.allocate(size).putInt(clue.length).put(clue).array();
    }

    private static byte[] unpadded(byte[] padded) {
        ByteBuffer buffer = ByteBuffer.wrap(padded);
        int length = buffer.remaining() < Integer.BYTES ? -1 : buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new ClueFault("这条线索已被改动或损坏");
        }
        byte[] clue = new byte[length];
        buffer.get(clue);
        return clue;
    }
}
