package org.gongshi.generator.render;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;

/**
 * The files of a site: path from its root to bytes, in the order of the paths' bytes. Immutable; a path can never leave the
 * folder into which it is written.
 */
public final class SiteFiles {
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final SortedMap<String, byte[]> files;

    private SiteFiles(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /** @throws IllegalArgumentException when a path is not plain segments of letters, digits, dot, hyphen, underscore */
    public static SiteFiles of(Map<String, byte[]> files) {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, bytes) -> {
            Require.that(isSafe(path), "no path of a site: ", path);
            copy.put(path, bytes.clone());
        });
        return new SiteFiles(copy);
    }

    /** These files and another one.
     * @throws IllegalArgumentException when the path is taken or no path of a site */
    public SiteFiles plus(String path, byte[] bytes) {
        Require.that(!files.containsKey(path), "two files at one path: ", path);
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        Require.that(isSafe(path), "no path of a site: ", path);
        all.put(path, bytes.clone());
        return new SiteFiles(all);
    }

    /** All paths, sorted. */
    public Set<String> paths() {
        return Collections.unmodifiableSet(files.keySet());
    }

    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** A copy of the bytes.
     * @throws IllegalArgumentException when there is no such file */
    public byte[] bytes(String path) {
        byte[] bytes = files.get(path);
        Require.that(bytes != null, "no such file: ", path);
        return bytes.clone();
    }

    public int size(String path) {
        return files.get(path).length;
    }

    /** Sum of the bytes of all files. */
    public long totalBytes() {
        return files.values().stream().mapToLong(bytes -> bytes.length).sum();
    }

    static boolean isSafe(String path) {
        if (path.isEmpty() || path.length() > 500) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
