package org.gongshi.generator.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Objects;

/**
 * The office's signing key (签名私钥): signs {@code SHA256SUMS} with the JDK's own Ed25519. Written as PKCS#8 PEM (RFC 8410), so
 * that a key made by {@code openssl genpkey -algorithm ed25519} serves as well. The same bytes get the same signature.
 */
public final class ManifestSeal {
    private static final String LABEL = "PRIVATE KEY";

    private final PrivateKey key;
    private final PublicSealKey publicKey;

    private ManifestSeal(PrivateKey key, PublicSealKey publicKey) {
        this.key = Objects.requireNonNull(key, "key");
        this.publicKey = publicKey;
    }

    /** A new key from the platform's strong random source. */
    public static ManifestSeal generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(PublicSealKey.ALGORITHM).generateKeyPair();
            return new ManifestSeal(pair.getPrivate(), new PublicSealKey(pair.getPublic()));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", absent);
        }
    }

    /** @throws SealFault when the text is no Ed25519 private key in PEM */
    public static ManifestSeal parse(String pem) {
        try {
            PrivateKey key = KeyFactory.getInstance(PublicSealKey.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.decode(LABEL, pem)));
            return new ManifestSeal(key, publicKeyOf((EdECPrivateKey) key));
        } catch (GeneralSecurityException fault) {
            throw new SealFault("不是 Ed25519 私钥", fault);
        }
    }

    /** Whether the text holds a private key rather than a public one. */
    public static boolean isIn(String pem) {
        return Pem.has(LABEL, pem);
    }

    /** The public key of a text that holds either of the two.
     * @throws SealFault when it holds neither */
    public static PublicSealKey publicKeyIn(String pem) {
        return PublicSealKey.isIn(pem) ? PublicSealKey.parse(pem) : parse(pem).publicKey();
    }

    public String toPem() {
        return Pem.encode(LABEL, key.getEncoded());
    }

    public PublicSealKey publicKey() {
        return publicKey;
    }

    /** The raw signature, 64 bytes. */
    public byte[] sign(byte[] bytes) {
        try {
            Signature signer = Signature.getInstance(PublicSealKey.ALGORITHM);
            signer.initSign(key);
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("an Ed25519 key signs any bytes", fault);
        }
    }

    /**
     * The JDK derives the public key only while it generates a pair, and there it takes the private key's 32 bytes straight from
     * the random source (RFC 8032, 5.1.5): so the source hands it the bytes that we have. That it did so is checked.
     */
    private static PublicSealKey publicKeyOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new SealFault("私钥不可读取"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance(PublicSealKey.ALGORITHM);
        generator.initialize(255, new Known(seed));
        KeyPair pair = generator.generateKeyPair();
        var publicKey = new PublicSealKey(pair.getPublic());
        var derived = new ManifestSeal(key, publicKey);
        if (!publicKey.verifies(seed, derived.sign(seed))) {
            throw new IllegalStateException("this Java platform does not derive Ed25519 keys as RFC 8032 says");
        }
        return publicKey;
    }

    /** A source that gives known bytes. */
    private static final class Known extends SecureRandom {
        private final transient byte[] bytes;

        Known(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
