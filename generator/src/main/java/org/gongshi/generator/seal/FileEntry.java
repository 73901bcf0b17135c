package org.gongshi.generator.seal;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * One file of a site as the manifest lists it.
 *
 * @param path from the site's root, safe by {@link SealPaths#isSafe}
 * @param size bytes
 */
public record FileEntry(String path, long size, Digest digest) {
    public FileEntry {
        Require.that(SealPaths.isSafe(path), "no path of a site");
        Require.that(size >= 0, "a size is not negative: ", size);
        Objects.requireNonNull(digest, "digest");
    }

    public static FileEntry of(String path, byte[] bytes) {
        return new FileEntry(path, bytes.length, Digest.of(bytes));
    }
}
