package org.gongshi.generator.diff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.generator.seal.Checksums;
import org.gongshi.generator.seal.SealFault;
import org.gongshi.generator.seal.SealPaths;
import org.gongshi.generator.verify.SiteSource;

/** Compares two sites, wherever they lie; neither is trusted in anything. */
public final class SiteComparison {
    private static final int LARGEST = 64_000_000;
    private static final Pattern AS_OF = Pattern.compile("\"asOf\"\\s*:\\s*\"(\\d{4}-\\d{2}-\\d{2})\"");

    private final SiteSource old;
    private final SiteSource now;

    private SiteComparison(SiteSource old, SiteSource now) {
        this.old = old;
        this.now = now;
    }

    /**
     * Everything that differs for a reader.
     *
     * @throws IOException when one of them cannot be read
     * @throws SealFault when a list of checksums is none
     */
    public static SiteDiff of(SiteSource old, SiteSource now) throws IOException {
        return new SiteComparison(old, now).run();
    }

    /** The published figures alone: no page is read. */
    public static SiteDiff figures(SiteSource old, SiteSource now) throws IOException {
        SiteComparison comparison = new SiteComparison(old, now);
        return comparison.run(tables(old), tables(now));
    }

    /** Whether {@link #figures} looks at a file. */
    public static boolean holdsFigures(String path) {
        return TableDiff.holdsFigures(path);
    }

    private SiteDiff run() throws IOException {
        return run(digests(old), digests(now));
    }

    private SiteDiff run(SortedMap<String, Digest> before, SortedMap<String, Digest> after) throws IOException {
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> dated = new ArrayList<>();
        Optional<String> dayBefore = asOf(old);
        Optional<String> dayAfter = asOf(now);
        List<CellChange> cells = new ArrayList<>();
        long newRows = 0;
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            boolean same = before.containsKey(path) && before.get(path).equals(after.get(path));
            boolean both = before.containsKey(path) && after.containsKey(path);
            if (!same && both && path.endsWith(".html") && differsInDateAlone(path, dayBefore, dayAfter)) {
                dated.add(path);
            } else if (!same && path.endsWith(".html")) {
                (!before.containsKey(path) ? added : !after.containsKey(path) ? removed : changed).add(path);
            } else if (!same && TableDiff.holdsFigures(path) && before.containsKey(path)) {
                TableDiff diff = TableDiff.of(
                        path,
                        bytes(old, path),
                        after.containsKey(path) ? bytes(now, path) : firstLine(bytes(old, path)));
                cells.addAll(diff.changes());
                newRows += diff.newRows();
            }
        }
        cells.sort(Comparator.comparing(CellChange::table)
                .thenComparing(CellChange::row)
                .thenComparing(CellChange::column));
        return new SiteDiff(added, removed, changed, dated, cells, newRows);
    }

    /** The day that a site speaks of; empty where it does not say. */
    private static Optional<String> asOf(SiteSource source) throws IOException {
        Optional<InputStream> manifest = source.open(SealPaths.MANIFEST);
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = manifest.get()) {
            Matcher found = AS_OF.matcher(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }
    }

    /** Whether both say the same once each one's own as-of date is taken out; another date on the page still counts. */
    private boolean differsInDateAlone(String path, Optional<String> before, Optional<String> after)
            throws IOException {
        return before.isPresent()
                && after.isPresent()
                && !before.equals(after)
                && neutral(bytes(old, path), before.get()).equals(neutral(bytes(now, path), after.get()));
    }

    private static String neutral(byte[] page, String day) {
        String[] parts = day.split("-");
        String spoken =
                Integer.parseInt(parts[0]) + "年" + Integer.parseInt(parts[1]) + "月" + Integer.parseInt(parts[2]) + "日";
        return new String(page, StandardCharsets.UTF_8).replace(day, "※").replace(spoken, "※");
    }

    private static SortedMap<String, Digest> digests(SiteSource source) throws IOException {
        Optional<InputStream> sums = source.open(SealPaths.CHECKSUMS);
        if (sums.isPresent()) {
            try (InputStream in = sums.get()) {
                return Checksums.parse(in.readNBytes(LARGEST)).digests();
            }
        }
        if (!(source.listing() instanceof SiteSource.Listing.Known known)) {
            throw new IOException("没有 SHA256SUMS");
        }
        return digests(source, known, path -> true);
    }

    private static SortedMap<String, Digest> tables(SiteSource source) throws IOException {
        return source.listing() instanceof SiteSource.Listing.Known known
                ? digests(source, known, TableDiff::holdsFigures)
                : new TreeMap<>();
    }

    private static SortedMap<String, Digest> digests(
            SiteSource source, SiteSource.Listing.Known known, Predicate<String> wanted) throws IOException {
        SortedMap<String, Digest> digests = new TreeMap<>();
        for (String path : known.paths()) {
            if (wanted.test(path)) {
                digests.put(path, Digest.of(bytes(source, path)));
            }
        }
        return digests;
    }

    private static byte[] bytes(SiteSource source, String path) throws IOException {
        try (InputStream in = source.open(path).orElseThrow(() -> new IOException("缺少 " + path))) {
            return in.readNBytes(LARGEST);
        }
    }

    /** A table that is gone has lost all its rows: its head alone is left. */
    private static byte[] firstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return java.util.Arrays.copyOf(bytes, Math.min(bytes.length, end + 1));
    }
}
