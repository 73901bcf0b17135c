package org.gongshi.generator.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gongshi.generator.seal.SealPaths;

/**
 * A site in a ZIP archive; all of it may lie in one folder at the top. Nothing is ever unpacked to the disk, so that no name can
 * lead out of a folder, and nothing is read beyond its listed size, so that no entry can swell.
 */
public final class ZipSource implements SiteSource {
    private static final int MOST_ENTRIES = 1_000_000;

    private final ZipFile zip;
    private final Map<String, ZipEntry> files = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @throws IOException when the file is no readable archive */
    public ZipSource(Path file) throws IOException {
        try {
            zip = new ZipFile(file.toFile());
        } catch (IllegalArgumentException undecodable) {
            throw new ZipException("entry names cannot be decoded");
        }
        TreeMap<String, ZipEntry> entries = new TreeMap<>();
        Set<String> folders = new TreeSet<>();
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements() && entries.size() + folders.size() <= MOST_ENTRIES) {
            take(all.nextElement(), entries, folders);
        }
        if (all.hasMoreElements()) {
            faults.add(new Fault(FaultKind.EXTRA, ".", "压缩包里的条目超过 " + MOST_ENTRIES + " 个，其余未读"));
        }
        String top = top(entries);
        entries.forEach((path, entry) -> files.put(path.substring(top.length()), entry));
        folders.stream()
                .filter(folder -> !holdsAny(entries, folder))
                .forEach(folder -> faults.add(new Fault(FaultKind.EXTRA, folder, "空文件夹")));
    }

    private static boolean holdsAny(TreeMap<String, ZipEntry> entries, String folder) {
        String next = entries.ceilingKey(folder);
        return next != null && next.startsWith(folder);
    }

    private void take(ZipEntry entry, Map<String, ZipEntry> entries, Set<String> folders) {
        String name = entry.getName();
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        if (!SealPaths.isSafe(path)) {
            faults.add(new Fault(FaultKind.EXTRA, name, "压缩包里有不允许的路径"));
        } else if (entry.isDirectory()) {
            folders.add(path + "/");
        } else if (entries.putIfAbsent(path, entry) != null) {
            faults.add(new Fault(FaultKind.EXTRA, name, "压缩包里同一路径出现两次"));
        }
    }

    private static String top(Map<String, ZipEntry> entries) {
        if (entries.isEmpty() || entries.containsKey(SealPaths.MANIFEST)) {
            return "";
        }
        String first = entries.keySet().iterator().next();
        String folder = first.substring(0, first.indexOf('/') + 1);
        return entries.keySet().stream().allMatch(path -> path.startsWith(folder)) ? folder : "";
    }

    @Override
    public Listing listing() {
        return new Listing.Known(new TreeSet<>(files.keySet()), faults);
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        ZipEntry entry = files.get(path);
        return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
