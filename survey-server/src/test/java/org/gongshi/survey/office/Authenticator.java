package org.gongshi.survey.office;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a person's phone, written from the RFCs alone: it shares no line with the server. */
public final class Authenticator {
    private final byte[] secret;

    /** @param text the secret as the enrolment page shows it, RFC 4648 base32, blanks ignored */
    public Authenticator(String text) {
        this.secret = base32(text.replace(" ", ""));
    }

    public String code(Instant moment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] digest = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(moment.getEpochSecond() / 30).array());
            int offset = digest[19] & 15;
            long number = (digest[offset] & 127L) << 24
                    | (digest[offset + 1] & 255L) << 16
                    | (digest[offset + 2] & 255L) << 8
                    | digest[offset + 3] & 255L;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] base32(String text) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits & 255);
            }
        }
        return bytes.toByteArray();
    }
}
