package org.gongshi.survey.access;

import java.util.HexFormat;
import org.gongshi.evaluation.Require;

/**
 * What the store keeps of an access code: HMAC-SHA256 under the {@link Pepper}. Without the pepper nobody can tell
 * whether a slip belongs to it.
 *
 * @param hex 64 lower-case hex digits
 */
public record CodeHash(String hex) {
    private static final int BYTES = 32;

    public CodeHash {
        Require.that(hex != null && hex.length() == 2 * BYTES, "a code hash has 64 hex digits");
    }

    static CodeHash of(byte[] bytes) {
        return new CodeHash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Says nothing: a hash must not reach a log by accident. */
    @Override
    public String toString() {
        return "CodeHash[…]";
    }
}
