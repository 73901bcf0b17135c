package org.gongshi.generator.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Paths within a site: which are allowed, in which order they are listed, and which belong to the seal. */
public final class SealPaths {
    public static final String MANIFEST = "manifest.json";
    public static final String CHECKSUMS = "SHA256SUMS";
    public static final String SIGNATURE = "SHA256SUMS.ed25519";
    public static final String KEY = "key.pem";
    public static final String CHAIN = "chain.txt";

    /** By the bytes of UTF-8, as {@code LC_ALL=C sort} does. */
    public static final Comparator<String> ORDER =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int LONGEST = 500;

    private SealPaths() {}

    /**
     * Whether a path is relative, made of plain segments (letters, digits, dot, hyphen, underscore) and never leads out of its
     * folder, on any system.
     */
    public static boolean isSafe(String path) {
        if (path.isEmpty() || path.length() > LONGEST) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code SHA256SUMS} lists the file: every file but itself, its signature and the chain. */
    public static boolean isListed(String path) {
        return !path.equals(CHECKSUMS) && !path.equals(SIGNATURE) && !path.equals(CHAIN);
    }

    /** Whether the seal makes the file, so that no page may stand at its path. */
    public static boolean belongsToSeal(String path) {
        return !isListed(path) || path.equals(MANIFEST) || path.equals(KEY);
    }
}
