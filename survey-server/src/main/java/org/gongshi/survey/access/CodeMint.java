package org.gongshi.survey.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
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
            codes.add(next(AccessCode.BODY));
        }
        return new ArrayList<>(codes);
    }

    /** A code for many people: of a whole school, or of a computer room's teacher. */
    public AccessCode mintShared() {
        return next(AccessCode.SHARED_BODY);
    }

    /**
     * The code of a numbered seat (机位码): it follows from the teacher's code, so that the server need not keep it and the
     * teacher can open the room again.
     *
     * @param seat from 1
     */
    public static AccessCode seat(AccessCode teacher, int seat) {
        Require.that(teacher.isShared() && seat >= 1, "a seat belongs to a teacher's code and counts from 1");
        byte[] key = teacher.value().getBytes(StandardCharsets.US_ASCII);
        byte[] mac = Hmac.of(key, "seat".getBytes(StandardCharsets.US_ASCII), new byte[] {(byte) seat});
        return ofBytes(Arrays.copyOf(mac, AccessCode.BODY));
    }

    /**
     * The number by which pupils find a room that their teacher has opened (机房号): it follows from the code, so that the
     * room has the same one when it is opened again.
     *
     * @param attempt another number, should another room have the first one already; from 0
     * @return eight digits
     */
    public static String roomNumber(AccessCode teacher, int attempt) {
        byte[] key = teacher.value().getBytes(StandardCharsets.US_ASCII);
        byte[] mac = Hmac.of(key, "room".getBytes(StandardCharsets.US_ASCII), new byte[] {(byte) attempt});
        long number = Long.remainderUnsigned(ByteBuffer.wrap(mac).getLong(), 100_000_000L);
        return String.format("%08d", number);
    }

    private AccessCode next(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return ofBytes(bytes);
    }

    private static AccessCode ofBytes(byte[] bytes) {
        var body = new StringBuilder(bytes.length);
        for (byte part : bytes) {
            // 32 divides 256: the five low bits of a random byte are evenly distributed.
            body.append(Crockford.ALPHABET.charAt(part & 31));
        }
        return AccessCode.ofBody(body.toString());
    }
}
