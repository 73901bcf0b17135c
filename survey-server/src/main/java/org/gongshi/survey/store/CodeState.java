package org.gongshi.survey.store;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.gongshi.evaluation.digest.Digest;

/**
 * What has become of a code: unused, void, or spent by the form whose spend mark it bears.
 *
 * @param hex 64 hex digits: all 0 unused, all f void, else the spend mark. Always 32 bytes, so that a row is overwritten
 *     where it lies: a row that moved would tell when its code was used
 */
public record CodeState(String hex) {
    private static final int BYTES = 32;

    /** Not used yet. */
    public static final CodeState UNUSED = filled(0x00);

    /** Withdrawn with its batch. */
    public static final CodeState VOID = filled(0xff);

    public CodeState {
        Objects.requireNonNull(hex, "hex");
    }

    /** Spent by the form with that mark. */
    public static CodeState spent(Digest mark) {
        return new CodeState(mark.hex());
    }

    static CodeState of(byte[] bytes) {
        return new CodeState(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    public boolean isSpent() {
        return !equals(UNUSED) && !equals(VOID);
    }

    /** Says nothing: a spend mark must not reach a log by accident. */
    @Override
    public String toString() {
        return "CodeState[…]";
    }

    private static CodeState filled(int value) {
        byte[] bytes = new byte[BYTES];
        Arrays.fill(bytes, (byte) value);
        return of(bytes);
    }
}
