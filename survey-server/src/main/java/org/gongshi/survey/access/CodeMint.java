package org.gongshi.survey.access;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongshi.evaluation.Require;

/** Makes access codes out of a cryptographic random source. */
public final class CodeMint {
    private final SecureRandom random;

    public CodeMint(SecureRandom random) {
        this.random = Objects.requireNonNull(random, "random");
    }

    /** So many different codes. */
    public List<AccessCode> mint(int count) {
        Require.that(count >= 1, "at least one code");
        Set<AccessCode> codes = new LinkedHashSet<>();
        while (codes.size() < count) {
            codes.add(next());
        }
        return new ArrayList<>(codes);
    }

    private AccessCode next() {
        byte[] bytes = new byte[AccessCode.BODY];
        random.nextBytes(bytes);
        var body = new StringBuilder(AccessCode.BODY);
        for (byte part : bytes) {
            // 32 divides 256: the five low bits of a random byte are evenly distributed.
            body.append(Crockford.ALPHABET.charAt(part & 31));
        }
        return AccessCode.ofBody(body.toString());
    }
}
