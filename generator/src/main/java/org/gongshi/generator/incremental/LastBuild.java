package org.gongshi.generator.incremental;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.generator.seal.Published;
import org.gongshi.generator.seal.ReleaseStage;

/**
 * What the last build made of which input (上次生成): when nothing changed, nothing is done. The note lies beside the releases, never
 * in a public folder, and can be deleted at any time.
 *
 * @param input state of all input
 * @param release state of the released files
 * @param expires last day on which the told warnings hold
 * @param lines what was told
 */
public record LastBuild(Digest input, Digest release, LocalDate expires, List<String> lines) {
    private static final String FORMAT = "gongshi-build/2";
    private static final String FILE = ".last-build";
    private static final int HEAD = 4;

    public LastBuild {
        lines = List.copyOf(lines);
    }

    /** The note of a public folder; empty when there is none, or none of this program. */
    public static Optional<LastBuild> read(Path releases) {
        try {
            List<String> all = Files.readAllLines(releases.resolve(FILE));
            return all.size() < HEAD || !all.get(0).equals(FORMAT)
                    ? Optional.empty()
                    : Optional.of(new LastBuild(
                            new Digest(all.get(1)),
                            new Digest(all.get(2)),
                            LocalDate.parse(all.get(3)),
                            all.subList(HEAD, all.size())));
        } catch (IOException | IllegalArgumentException | DateTimeException unusable) {
            // A note that cannot be read is no note: the build does its whole work.
            return Optional.empty();
        }
    }

    /**
     * Keeps the note for the next build.
     *
     * @param stage what was written; published as it is, or dropped since the same was public already
     */
    public static void write(Path releases, Digest input, Published published, ReleaseStage stage, List<String> lines)
            throws IOException {
        Digest release = published.fresh()
                ? ReleaseState.of(stage.written())
                : ReleaseState.of(published.folder().toRealPath());
        var all = new java.util.ArrayList<String>(List.of(
                FORMAT,
                input.hex(),
                release.hex(),
                published.release().expires().toString()));
        all.addAll(lines);
        Path beside = releases.resolve(".staging" + FILE);
        Files.write(beside, all);
        Files.move(beside, releases.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether input and released files are still what they were then, so that a build would change no byte. */
    public boolean stillHolds(Digest state, Path release, LocalDate today) throws IOException {
        return input.equals(state)
                && !today.isAfter(expires)
                && Files.isDirectory(release)
                && ReleaseState.of(release.toRealPath()).equals(this.release);
    }
}
