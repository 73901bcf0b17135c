package org.gongshi.generator.seal;

import java.util.Comparator;
import java.util.Set;

/** Paths within a site: which are allowed, in which order they are listed, and which belong to the seal. */
public final class SealPaths {
    public static final String MANIFEST = "manifest.json";
    public static final String CHECKSUMS = "SHA256SUMS";
    public static final String SIGNATURE = "SHA256SUMS.ed25519";
    public static final String KEY = "key.pem";
    public static final String CHAIN = "chain.txt";

    /** What the seal adds to the files of a site; the key is listed among these. */
    static final Set<String> MADE_BY_SEAL = Set.of(MANIFEST, CHECKSUMS, SIGNATURE, CHAIN);

    /** As {@code LC_ALL=C sort} does, by the bytes of UTF-8: the characters of a safe path are one byte each. */
    public static final Comparator<String> ORDER = Comparator.naturalOrder();

    private static final int LONGEST = 500;
    private static final int LONGEST_SEGMENT = 100;

    private SealPaths() {}

    /**
     * Whether a path is relative, made of plain segments (letters, digits, dot, hyphen, underscore) and never leads out of its
     * folder, on any system.
     */
    public static boolean isSafe(String path) {
        if (path.isEmpty() || path.length() > LONGEST) {
            return false;
        }
        int from = 0;
        for (int at = 0; at <= path.length(); at++) {
            if (at == path.length() || path.charAt(at) == '/') {
                if (!isSegment(path, from, at)) {
                    return false;
                }
                from = at + 1;
            } else if (!isPlain(path.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSegment(String path, int from, int to) {
        int length = to - from;
        boolean dots = path.startsWith(".", from) && (length == 1 || length == 2 && path.startsWith("..", from));
        return length > 0 && length <= LONGEST_SEGMENT && !dots;
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
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
