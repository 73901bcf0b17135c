package org.gongshi.survey.clue;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.HexFormat;

/**
 * EncryptedPrivateKeyInfo (RFC 5958, section 3) with PBES2, PBKDF2-HMAC-SHA256 and AES-256-CBC (RFC 8018, appendix A) in DER.
 * Written by hand, because the platforms disagree on how they encode the parameters of PBES2; all of them read it.
 */
final class EncryptedKeyDer {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int OBJECT = 0x06;
    private static final int NOTHING = 0x05;

    private static final byte[] PBES2 = object("2a864886f70d01050d");
    private static final byte[] PBKDF2 = object("2a864886f70d01050c");
    private static final byte[] HMAC_SHA256 = object("2a864886f70d0209");
    private static final byte[] AES_256_CBC = object("60864801650304012a");

    private EncryptedKeyDer() {}

    static byte[] of(byte[] salt, int rounds, byte[] iv, byte[] sealed) {
        byte[] hmac = der(SEQUENCE, HMAC_SHA256, der(NOTHING));
        byte[] integer = der(INTEGER, BigInteger.valueOf(rounds).toByteArray());
        byte[] derivation = der(SEQUENCE, PBKDF2, der(SEQUENCE, der(OCTETS, salt), integer, hmac));
        byte[] encryption = der(SEQUENCE, AES_256_CBC, der(OCTETS, iv));
        byte[] scheme = der(SEQUENCE, PBES2, der(SEQUENCE, derivation, encryption));
        return der(SEQUENCE, scheme, der(OCTETS, sealed));
    }

    private static byte[] object(String hex) {
        return der(OBJECT, HexFormat.of().parseHex(hex));
    }

    private static byte[] der(int tag, byte[]... parts) {
        var body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        var all = new ByteArrayOutputStream();
        all.write(tag);
        // A length of 128 bytes and more needs a byte that says in how many bytes it stands (X.690, 8.1.3); two never
        // needed.
        if (body.size() >= 0x80) {
            all.write(0x81);
        }
        all.write(body.size());
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }
}
