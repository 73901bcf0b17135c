package org.gongshi.survey.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Signs a document with the site's Ed25519 key (文件签名, RFC 8032), so that anyone who has the published key can check it
 * with {@code openssl pkeyutl -verify -rawin}.
 */
public final class DocumentSignature {
    private static final String ALGORITHM = "Ed25519";

    private DocumentSignature() {}

    /**
     * The raw signature, 64 bytes.
     *
     * @param keyFile PKCS#8, PEM, as {@code keys new} and {@code openssl genpkey -algorithm ed25519} write it
     * @throws SecretFault when the file holds no such key
     */
    public static byte[] sign(Path keyFile, byte[] document) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(read(keyFile));
            signature.update(document);
            return signature.sign();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException fault) {
            throw new SecretFault("签名私钥无法读取（应为 Ed25519 的 PKCS#8 PEM 文件）：" + keyFile);
        }
    }

    private static PrivateKey read(Path keyFile) throws IOException, GeneralSecurityException {
        String body = Files.readString(keyFile, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }
}
