package org.gongshi.survey.office;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gongshi.survey.store.StoreFault;

/** Secrets of the second factor: made, shown once as text and QR, and kept encrypted (AES-GCM) under the office's key. */
final class FactorSecrets {
    private static final int BYTES = 20;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecretKeySpec key;
    private final SecureRandom random;

    FactorSecrets(OfficeKey key, SecureRandom random) {
        this.key = new SecretKeySpec(key.derive("second-factor"), "AES");
        this.random = Objects.requireNonNull(random, "random");
    }

    byte[] fresh() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** Bound to the account: a secret copied to another account's row does not open. */
    String encrypt(String account, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, account, nonce, secret);
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return Base64.getEncoder().encodeToString(all);
    }

    byte[] decrypt(String account, String stored) {
        byte[] all = Base64.getDecoder().decode(stored);
        return run(Cipher.DECRYPT_MODE, account, Arrays.copyOf(all, NONCE), Arrays.copyOfRange(all, NONCE, all.length));
    }

    private byte[] run(int mode, String account, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException fault) {
            throw new StoreFault("账号 " + account + " 的两步验证密钥无法解开：办公密钥不属于这些数据", fault);
        }
    }

    /** RFC 4648 without padding, as authenticator apps take it. */
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = buffer << 8 | next & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >> bits & 31));
            }
        }
        return bits > 0 ? text.append(BASE32.charAt(buffer << 5 - bits & 31)).toString() : text.toString();
    }

    /** The address in the QR code. */
    static String address(String issuer, String account, byte[] secret) {
        String label = quote(issuer) + ":" + quote(account);
        return "otpauth://totp/" + label + "?secret=" + base32(secret) + "&issuer=" + quote(issuer);
    }

    private static String quote(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
