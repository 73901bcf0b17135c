package org.gongshi.survey.clue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.gongshi.evaluation.digest.Digest;

/** The office's public key (公钥, X25519, RFC 7748): all that the server has of it. */
public final class ClueKey {
    static final String ALGORITHM = "X25519";
    static final int RAW = 32;
    static final int ID = 8;

    /** What precedes the 32 bytes of every X25519 key in SPKI (RFC 8410). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b656e032100");

    private final PublicKey key;

    ClueKey(PublicKey key) {
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Reads the PEM file that {@code survey clues keys} or {@code openssl pkey -pubout} writes.
     *
     * @throws ClueFault when it holds no X25519 public key
     */
    public static ClueKey read(Path file) {
        try {
            return of(Base64.getDecoder().decode(body(Files.readString(file, StandardCharsets.US_ASCII))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException fault) {
            throw new ClueFault("线索箱公钥无法读取（应为 X25519 公钥的 PEM 文件）：" + file);
        }
    }

    /**
     * Takes the text of such a file, as a browser that made the pair sends it.
     *
     * @throws ClueFault when it is anything but one X25519 public key
     */
    public static ClueKey parse(String pem) {
        try {
            byte[] spki = Base64.getDecoder().decode(body(pem));
            ClueKey key = of(spki);
            if (Arrays.equals(spki, key.key.getEncoded())) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException fault) {
            throw new ClueFault("收到的不是 X25519 公钥");
        }
        throw new ClueFault("收到的不是 X25519 公钥");
    }

    /** SHA-256 of the SPKI bytes, to be compared by eye. */
    public String fingerprint() {
        return Digest.of(key.getEncoded()).hex();
    }

    /** The key as its file holds it. */
    public String pem() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    PublicKey key() {
        return key;
    }

    byte[] raw() {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length);
    }

    /** Names the key in a sealed clue, so that after a change of keys each is opened with its own. */
    byte[] id() {
        return HexFormat.of().parseHex(fingerprint().substring(0, 2 * ID));
    }

    static PublicKey ofRaw(byte[] raw) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + RAW);
        System.arraycopy(raw, 0, encoded, SPKI.length, RAW);
        return of(encoded).key;
    }

    private static ClueKey of(byte[] spki) throws GeneralSecurityException {
        return new ClueKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(spki)));
    }

    static String body(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    }
}
