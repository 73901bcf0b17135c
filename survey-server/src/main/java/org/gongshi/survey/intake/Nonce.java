package org.gongshi.survey.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * The 128 random bits of a form (表单随机数). Two digests come out of it that nobody can bring together without it: the
 * mark on the code and the id of the answer. It is never stored.
 */
record Nonce(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    Nonce {
        Require.that(hex != null && HEX.matcher(hex).matches(), "a nonce has 32 hex digits");
    }

    static Optional<Nonce> parse(String text) {
        return HEX.matcher(text).matches() ? Optional.of(new Nonce(text)) : Optional.empty();
    }

    /** What a code is marked with when this form spends it. */
    Digest spendMark() {
        return digest("spend");
    }

    /** The id of the answer sheet, and its receipt. */
    Digest responseId() {
        return digest("resp");
    }

    private Digest digest(String purpose) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(purpose.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        return Digest.of(bytes.toByteArray());
    }

    /** Says nothing: a nonce must not reach a log by accident. */
    @Override
    public String toString() {
        return "Nonce[…]";
    }
}
