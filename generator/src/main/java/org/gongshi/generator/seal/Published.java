package org.gongshi.generator.seal;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a publication.
 *
 * @param release what stands before the public now
 * @param previous the release before it; empty for the first, and when nothing changed
 * @param fresh whether it is a new release; otherwise the same bytes stand there as before
 * @param files number of files including those of the seal
 * @param bytes their size together
 * @param folder the public folder
 */
public record Published(
        Manifest release, Optional<Manifest> previous, boolean fresh, long files, long bytes, Path folder) {
    public Published {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(folder, "folder");
    }

    /** What a second build of the same content comes to. */
    public Published unchanged() {
        return new Published(release, Optional.empty(), false, files, bytes, folder);
    }
}
