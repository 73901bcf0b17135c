package org.gongshi.generator.incremental;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.scoring.Score;
import org.gongshi.generator.compose.ArchiveIndex;
import org.gongshi.generator.seal.FileEntry;

/**
 * Which archived line gave which page (页面缓存): a page is taken over from the release before when its line, everything else it
 * depends on, and the file itself are unchanged. Lies beside the releases and can be deleted at any time. Thread-safe.
 */
final class PageStore {
    private static final String FORMAT = "gongshi-pages/1 ";
    private static final String FILE = ".pages";
    private static final int CELLS = 9;

    private final Map<Digest, Kept> before;
    private final Map<Digest, Kept> now = new ConcurrentHashMap<>();
    private final Digest context;
    private final Optional<Path> release;

    private PageStore(Map<Digest, Kept> before, Digest context, Optional<Path> release) {
        this.before = before;
        this.context = context;
        this.release = release;
    }

    /**
     * A page that was made.
     *
     * @param modified nanoseconds of the last change of its file
     */
    record Kept(ArchiveIndex.Entry entry, FileEntry file, long modified) {}

    /** @param release the folder that is public now; without it nothing can be taken over */
    static PageStore open(Path releases, Digest context, Optional<Path> release) {
        return new PageStore(release.isPresent() ? read(releases, context) : Map.of(), context, release);
    }

    /** The page of a line, when it can be taken over as it stands. */
    Optional<Kept> find(Digest line) {
        return Optional.ofNullable(before.get(line)).filter(this::isUntouched);
    }

    /** Where the file of a page lies that can be taken over. */
    Path source(Kept page) {
        return release.orElseThrow().resolve(page.file().path());
    }

    void keep(Digest line, ArchiveIndex.Entry entry, FileEntry file, long modified) {
        // One line a page: a title that would break it is made anew each time.
        if (entry.title().chars().noneMatch(Character::isISOControl)) {
            now.put(line, new Kept(entry, file, modified));
        }
    }

    void keep(Digest line, Kept page) {
        now.put(line, page);
    }

    /** Keeps the pages of this build for the next. */
    void write(Path releases) throws IOException {
        Path beside = releases.resolve(".staging" + FILE);
        try (BufferedWriter out = Files.newBufferedWriter(beside)) {
            out.write(FORMAT + context.hex() + "\n");
            for (Map.Entry<Digest, Kept> one : now.entrySet()) {
                ArchiveIndex.Entry entry = one.getValue().entry();
                out.write(String.join(
                        "\t",
                        one.getKey().hex(),
                        Integer.toString(entry.year()),
                        entry.id(),
                        entry.date().toString(),
                        entry.score().exact(),
                        Long.toString(one.getValue().file().size()),
                        one.getValue().file().digest().hex(),
                        Long.toString(one.getValue().modified()),
                        entry.title()));
                out.write('\n');
            }
        }
        Files.move(beside, releases.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isUntouched(Kept page) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(
                    source(page), BasicFileAttributes.class, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    && attributes.size() == page.file().size()
                    && ReleaseState.modified(attributes) == page.modified();
        } catch (IOException gone) {
            return false;
        }
    }

    private static Map<Digest, Kept> read(Path releases, Digest context) {
        Map<Digest, Kept> pages = new HashMap<>();
        try (BufferedReader in = Files.newBufferedReader(releases.resolve(FILE))) {
            if (!(FORMAT + context.hex()).equals(in.readLine())) {
                return Map.of();
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split("\t", CELLS);
                var entry = new ArchiveIndex.Entry(
                        Integer.parseInt(cells[1]),
                        cells[2],
                        cells[8],
                        LocalDate.parse(cells[3]),
                        new Score(new BigDecimal(cells[4])));
                var file = new FileEntry(entry.path(), Long.parseLong(cells[5]), new Digest(cells[6]));
                pages.put(new Digest(cells[0]), new Kept(entry, file, Long.parseLong(cells[7])));
            }
            return pages;
        } catch (IOException | RuntimeException unusable) {
            // A store that cannot be read is an empty one: everything is made anew.
            return Map.of();
        }
    }
}
