package org.gongshi.survey.access;

import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * What stands on a slip (访问码): 16 random characters of Crockford's base32 (80 bits) and a check character. A code that
 * many people type from a poster or a teacher's sheet is shorter: 12 characters (60 bits) and the check. It is printed in
 * groups and never kept: the store knows only {@link CodeHash}.
 *
 * @param value the 17 or 13 characters without hyphens, upper case
 */
public record AccessCode(String value) {
    /** Random characters: 16 × 5 = 80 bits. */
    static final int BODY = 16;

    /** Random characters of a code for many: 12 × 5 = 60 bits. */
    static final int SHARED_BODY = 12;

    private static final int GROUP = 4;
    private static final int LONGEST_TYPED = 200;

    public AccessCode {
        Require.that(isValid(value), "not an access code");
    }

    static AccessCode ofBody(String body) {
        return new AccessCode(body + Crockford.check(body));
    }

    /**
     * Reads what somebody typed or a QR link carries; forgiving about case, blanks, hyphens, full-width forms, I, L and O.
     *
     * @return empty when it is no code or its check character does not fit
     */
    public static Optional<AccessCode> parse(String typed) {
        if (typed == null || typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        return Optional.of(Crockford.normalise(typed))
                .filter(AccessCode::isValid)
                .map(AccessCode::new);
    }

    /** Whether it is made for many people: a school's code or a teacher's, never a code that is spent. */
    public boolean isShared() {
        return value.length() == SHARED_BODY + 1;
    }

    /** In groups, as on the slip: {@code XXXX-XXXX-XXXX-XXXX-C}. */
    public String printed() {
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(value.charAt(i));
        }
        return text.toString();
    }

    /** Says nothing: a code must not reach a log by accident. */
    @Override
    public String toString() {
        return "AccessCode[…]";
    }

    private static boolean isValid(String value) {
        return value != null
                && (value.length() == BODY + 1 || value.length() == SHARED_BODY + 1)
                && Crockford.isAllOfAlphabet(value)
                && Crockford.check(value.substring(0, value.length() - 1)) == value.charAt(value.length() - 1);
    }
}
