package org.gongshi.survey.clue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gongshi.evaluation.Require;

/**
 * The office's private key (私钥), which never comes to the server: in a PEM file of the standard encrypted form (PKCS#8,
 * PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC, RFC 8018), which {@code openssl pkey} reads too.
 */
public final class OfficeKey {
    /** OWASP's figure for PBKDF2-HMAC-SHA256. */
    private static final int ROUNDS = 600_000;

    private static final int SALT = 16;
    private static final int KEY_BITS = 256;
    private static final int SHORTEST_PASSPHRASE = 12;
    private static final String SCHEME = "PBEWithHmacSHA256AndAES_256";
    private static final String HEAD = "-----BEGIN ENCRYPTED PRIVATE KEY-----";

    private final PrivateKey privateKey;
    private final ClueKey publicKey;

    private OfficeKey(PrivateKey privateKey, ClueKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** A new pair. */
    public static OfficeKey create() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ClueKey.ALGORITHM).generateKeyPair();
            return new OfficeKey(pair.getPrivate(), new ClueKey(pair.getPublic()));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform from 11 on has X25519", absent);
        }
    }

    /** Whether a passphrase may protect a key: at least 12 characters, printable ASCII as keyboards everywhere have it. */
    public static boolean isFit(char[] passphrase) {
        boolean printable = new String(passphrase).chars().allMatch(c -> c >= ' ' && c <= '~');
        return printable && passphrase.length >= SHORTEST_PASSPHRASE;
    }

    /** The private key as an encrypted PEM file. */
    public String pem(char[] passphrase, SecureRandom random) {
        Require.that(isFit(passphrase), "a passphrase of 12 printable characters");
        byte[] salt = new byte[SALT];
        byte[] iv = new byte[SALT];
        random.nextBytes(salt);
        random.nextBytes(iv);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ROUNDS, iv).doFinal(privateKey.getEncoded());
            byte[] encoded = EncryptedKeyDer.of(salt, ROUNDS, iv, sealed);
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
            return HEAD + "\n" + body + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has PBKDF2 and AES/CBC", absent);
        }
    }

    /** The public key as the server needs it. */
    public String publicPem() {
        return publicKey.pem();
    }

    /**
     * Reads a private key.
     *
     * @param publicFile its public key, from which the sealed clues are recognised
     * @throws ClueFault when the passphrase is wrong, or the files are no pair of keys
     */
    public static OfficeKey read(Path file, Path publicFile, char[] passphrase) {
        ClueKey publicKey = ClueKey.read(publicFile);
        try {
            String pem = Files.readString(file, StandardCharsets.US_ASCII);
            if (!pem.contains(HEAD)) {
                throw new ClueFault("私钥文件应为加密的 PKCS#8 PEM 文件：" + file);
            }
            var sealed = new EncryptedPrivateKeyInfo(Base64.getDecoder().decode(ClueKey.body(pem)));
            byte[] plain = unseal(sealed, passphrase);
            PrivateKey key = KeyFactory.getInstance(ClueKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(plain));
            return new OfficeKey(key, publicKey);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException fault) {
            throw new ClueFault("私钥无法打开：口令不对，或文件已损坏：" + file);
        }
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    ClueKey publicKey() {
        return publicKey;
    }

    /** By hand: some platforms read the parameters but know no cipher of that name. */
    private static byte[] unseal(EncryptedPrivateKeyInfo sealed, char[] passphrase) throws GeneralSecurityException {
        AlgorithmParameters parameters = sealed.getAlgParameters();
        if (!SCHEME.equals(parameters.toString())) {
            throw new ClueFault("私钥文件的加密方式应为 PBES2（PBKDF2-HMAC-SHA256、AES-256-CBC）");
        }
        PBEParameterSpec scheme = parameters.getParameterSpec(PBEParameterSpec.class);
        byte[] iv = ((IvParameterSpec) scheme.getParameterSpec()).getIV();
        return cipher(Cipher.DECRYPT_MODE, passphrase, scheme.getSalt(), scheme.getIterationCount(), iv)
                .doFinal(sealed.getEncryptedData());
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, int rounds, byte[] iv)
            throws GeneralSecurityException {
        var spec = new PBEKeySpec(passphrase, salt, rounds, KEY_BITS);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return cipher;
    }
}
