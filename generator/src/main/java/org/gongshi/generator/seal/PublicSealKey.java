package org.gongshi.generator.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Objects;
import org.gongshi.evaluation.digest.Digest;

/** The public key with which anyone checks a site's signature: Ed25519 (RFC 8032), written as SPKI PEM (RFC 8410). */
public final class PublicSealKey {
    static final String ALGORITHM = "Ed25519";
    private static final int SIGNATURE_BYTES = 64;
    private static final String LABEL = "PUBLIC KEY";

    private final PublicKey key;

    PublicSealKey(PublicKey key) {
        this.key = Objects.requireNonNull(key, "key");
    }

    /** @throws SealFault when the text is no Ed25519 public key in PEM */
    public static PublicSealKey parse(String pem) {
        try {
            return new PublicSealKey(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(Pem.decode(LABEL, pem))));
        } catch (GeneralSecurityException fault) {
            throw new SealFault("不是 Ed25519 公钥", fault);
        }
    }

    static boolean isIn(String pem) {
        return Pem.has(LABEL, pem);
    }

    public String toPem() {
        return Pem.encode(LABEL, key.getEncoded());
    }

    /** SHA-256 of the SPKI bytes: what the office prints elsewhere, so that a citizen can compare. */
    public Digest fingerprint() {
        return Digest.of(key.getEncoded());
    }

    /** Whether the bytes bear this key's signature. A signature of the wrong form is no signature. */
    public boolean verifies(byte[] bytes, byte[] signature) {
        // The JDK also takes 65 bytes that end in a zero; two files with one meaning are one too many.
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
