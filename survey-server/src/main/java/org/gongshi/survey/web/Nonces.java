package org.gongshi.survey.web;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The 128 random bits of a form (表单随机数), as 32 lower-case hex digits. */
final class Nonces {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int BYTES = 16;

    private Nonces() {}

    static String fresh(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Reads hex digits, a UUID, or 22 characters of base64url. */
    static Optional<String> read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (HEX.matcher(lower).matches()) {
            return Optional.of(lower);
        }
        if (UUID.matcher(lower).matches()) {
            return Optional.of(lower.replace("-", ""));
        }
        if (BASE64URL.matcher(text).matches()) {
            return Optional.of(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(text)));
        }
        return Optional.empty();
    }
}
