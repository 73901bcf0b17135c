package org.gongshi.generator.incremental;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.generator.seal.FileEntry;

/**
 * Which page gave which PDF (PDF 缓存): pressing one takes as long as hundreds of pages, so one is taken over from the release before
 * when its page, the program and the file itself are unchanged. Lies beside the releases and can be deleted at any time. Thread-safe.
 */
final class PrintStore {
    private static final String FORMAT = "gongshi-prints/1 ";
    private static final String FILE = ".prints";
    private static final String NOTHING = "-";
    private static final int CELLS = 6;

    private final Map<String, Kept> before;
    private final Map<String, Kept> now = new ConcurrentSkipListMap<>();
    private final String head;
    private final Optional<Path> release;

    private PrintStore(Map<String, Kept> before, String head, Optional<Path> release) {
        this.before = before;
        this.head = head;
        this.release = release;
    }

    /**
     * A PDF that was made.
     *
     * @param page digest of the page from which it was pressed
     * @param modified nanoseconds of the last change of its file
     * @param missing characters for which the font had no glyph
     */
    record Kept(Digest page, FileEntry file, long modified, String missing) {}

    /**
     * @param program what presses: another program takes nothing over
     * @param release the folder that is public now; without it nothing can be taken over
     */
    static PrintStore open(Path releases, String program, Optional<Path> release) {
        String head =
                FORMAT + Digest.of(program.getBytes(StandardCharsets.UTF_8)).hex();
        return new PrintStore(release.isPresent() ? read(releases, head) : Map.of(), head, release);
    }

    /** The PDF of a path, when its page is this one and its file untouched. */
    Optional<Kept> find(String path, Digest page) {
        return Optional.ofNullable(before.get(path))
                .filter(kept -> kept.page().equals(page))
                .filter(this::isUntouched);
    }

    /** Where the file of a PDF lies that can be taken over. */
    Path source(Kept kept) {
        return release.orElseThrow().resolve(kept.file().path());
    }

    void keep(Kept kept) {
        now.put(kept.file().path(), kept);
    }

    /** What this build printed with characters that the font does not have, by path. */
    Map<String, String> missing() {
        Map<String, String> missing = new TreeMap<>();
        now.forEach((path, kept) -> {
            if (!kept.missing().isEmpty()) {
                missing.put(path, kept.missing());
            }
        });
        return missing;
    }

    /** Keeps the prints of this build for the next. */
    void write(Path releases) throws IOException {
        StringBuilder text = new StringBuilder(head).append('\n');
        now.forEach((path, kept) -> text.append(String.join(
                        "\t",
                        path,
                        kept.page().hex(),
                        Long.toString(kept.file().size()),
                        kept.file().digest().hex(),
                        Long.toString(kept.modified()),
                        kept.missing().isEmpty() ? NOTHING : kept.missing()))
                .append('\n'));
        Path beside = releases.resolve(".staging" + FILE);
        Files.writeString(beside, text);
        Files.move(beside, releases.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isUntouched(Kept kept) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(source(kept), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    && attributes.size() == kept.file().size()
                    && ReleaseState.modified(attributes) == kept.modified();
        } catch (IOException gone) {
            return false;
        }
    }

    private static Map<String, Kept> read(Path releases, String head) {
        Map<String, Kept> prints = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(releases.resolve(FILE));
            if (lines.isEmpty() || !lines.get(0).equals(head)) {
                return Map.of();
            }
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t", CELLS);
                var file = new FileEntry(cells[0], Long.parseLong(cells[2]), new Digest(cells[3]));
                String missing = cells[5].equals(NOTHING) ? "" : cells[5];
                prints.put(cells[0], new Kept(new Digest(cells[1]), file, Long.parseLong(cells[4]), missing));
            }
            return prints;
        } catch (IOException | RuntimeException unusable) {
            // A store that cannot be read is an empty one: everything is pressed anew.
            return Map.of();
        }
    }
}
