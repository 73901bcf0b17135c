package org.gongshi.generator.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Textual encoding of keys (RFC 7468). */
final class Pem {
    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static String encode(String label, byte[] bytes) {
        return begin(label) + "\n" + ENCODER.encodeToString(bytes) + "\n" + end(label) + "\n";
    }

    static boolean has(String label, String pem) {
        return pem.contains(begin(label));
    }

    static byte[] decode(String label, String pem) {
        int from = pem.indexOf(begin(label));
        int to = pem.indexOf(end(label));
        if (from < 0 || to < from) {
            throw new SealFault("缺少 " + begin(label));
        }
        String body = pem.substring(from + begin(label).length(), to).replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException fault) {
            throw new SealFault("PEM 内容不是 Base64", fault);
        }
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
