package org.gongshi.survey.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * The secret behind code hashes and cluster numbers: 32 random bytes in a file outside the data folder, mode 600. It is
 * destroyed when the survey closes; from then on no slip can be matched with anything.
 */
public final class Pepper {
    private static final String NAME = "访问码密钥";
    private static final int MARK = 8;

    private final Path file;
    private final Hmac hmac;

    private Pepper(Path file, byte[] key) {
        this.file = file;
        this.hmac = new Hmac(key);
    }

    /** @throws SecretFault when it is missing or damaged */
    public static Pepper read(Path file) {
        return new Pepper(file, SecretFile.read(file, NAME));
    }

    /** Reads the pepper, or makes it for a survey that begins. */
    public static Pepper readOrCreate(Path file, SecureRandom random) {
        Objects.requireNonNull(random, "random");
        return new Pepper(file, Files.exists(file) ? SecretFile.read(file, NAME) : SecretFile.create(file, random));
    }

    /** What is kept of a code. */
    public CodeHash hash(AccessCode code) {
        return CodeHash.of(hmac.over(bytes("code"), bytes(code.value())));
    }

    /**
     * The random-looking number that stands for a school (群编号), 1 to 2³¹−1: the same label in the same place gives the
     * same number while the pepper lives. The label itself is never stored.
     */
    public int cluster(PlaceCode place, String label) {
        byte[] mac = hmac.over(bytes("cluster"), bytes(place.value()), bytes(sameName(label)));
        int first31 = ByteBuffer.wrap(mac).getInt() >>> 1;
        return Math.max(1, first31);
    }

    /**
     * The same as {@link #read}, for a survey that noted which pepper its codes were made with.
     *
     * @param mark the note; empty when none was taken yet
     * @throws SecretFault when it is missing, damaged or another survey's
     */
    public static Pepper read(Path file, Optional<String> mark) {
        Pepper pepper = read(file);
        if (mark.isPresent() && !mark.get().equals(pepper.mark())) {
            throw new SecretFault(NAME + "不是这一轮调查的，用它认不出任何一个访问码：" + file + "（把这一轮另存的副本拷回此处）");
        }
        return pepper;
    }

    /** By which a wrong pepper is noticed before a single slip is refused: 16 hex digits that tell nothing else about it. */
    public String mark() {
        return HexFormat.of().formatHex(hmac.over(bytes("mark")), 0, MARK);
    }

    /** What stands at the open link of this survey; under a key of its own. */
    public OpenDoor openDoor() {
        return new OpenDoor(hmac.over(bytes("open-door")));
    }

    /** What is the same for two ways to write one school's label: full and half width, blanks around it. */
    public static String sameName(String label) {
        return Normalizer.normalize(Require.text(label, "label"), Normalizer.Form.NFKC)
                .strip();
    }

    /** Overwrites and removes the file. */
    public void destroy() {
        destroy(file);
    }

    /** Overwrites and removes a pepper file; one that is gone already is fine. */
    public static void destroy(Path file) {
        SecretFile.destroy(file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
