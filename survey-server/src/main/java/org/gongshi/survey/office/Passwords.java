package org.gongshi.survey.office;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Password hashes by Argon2id (RFC 9106) in PHC string form, under a share of the office's key: the file alone, stolen, allows
 * no guessing. Thread-safe; two hashes at once at most, the others wait, so that sign-ins cannot eat the memory.
 */
final class Passwords {
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int AT_ONCE = 2;

    private final Cost cost;
    private final byte[] pepper;
    private final SecureRandom random;
    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final String nobody;

    /**
     * What one hash costs.
     *
     * @param kibibytes memory
     * @param passes over the memory
     */
    record Cost(int kibibytes, int passes) {
        /** OWASP's second choice, 19 MiB and two passes: 0.15 s on a small machine. */
        static final Cost USUAL = new Cost(19_456, 2);
    }

    Passwords(Cost cost, OfficeKey key, SecureRandom random) {
        this.cost = Objects.requireNonNull(cost, "cost");
        this.pepper = key.derive("password");
        this.random = Objects.requireNonNull(random, "random");
        this.nobody = hash("nobody has this password");
    }

    String hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return form(cost, salt, argon2id(cost, salt, password));
    }

    /** Whether the password is the one; a hash of another form never fits. */
    boolean fits(String password, String stored) {
        Matcher form = FORM.matcher(stored);
        if (!form.matches()) {
            return false;
        }
        var then = new Cost(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        byte[] salt = Base64.getDecoder().decode(form.group(3));
        byte[] hash = Base64.getDecoder().decode(form.group(4));
        return MessageDigest.isEqual(hash, argon2id(then, salt, password));
    }

    /** Takes as long as a wrong password of an account: for names that do not exist. */
    boolean fitsNobody(String password) {
        fits(password, nobody);
        return false;
    }

    private byte[] argon2id(Cost with, byte[] salt, String password) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(with.kibibytes())
                .withIterations(with.passes())
                .withParallelism(1)
                .withSalt(salt)
                .withSecret(pepper)
                .build());
        byte[] hash = new byte[HASH];
        room.acquireUninterruptibly();
        try {
            generator.generateBytes(normal(password).getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            room.release();
        }
        return hash;
    }

    /** The same password from another keyboard is the same (NIST SP 800-63B, 5.1.1.2). */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static String form(Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.kibibytes() + ",t=" + cost.passes() + ",p=1$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }
}
