package org.gongshi.generator.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** How a release takes the place of the one before. */
enum FolderSwap {
    /** By a new symbolic link renamed over the old one: one step. Falls back to {@link #RENAME} where there are no links. */
    LINK {
        @Override
        void put(Path release, Path output, Path link, Optional<Path> aside) throws IOException {
            try {
                Files.createSymbolicLink(link, output.getParent().relativize(release));
            } catch (UnsupportedOperationException | IOException noLinks) {
                Durable.delete(link);
                RENAME.put(release, output, link, aside);
                return;
            }
            clear(output, aside);
            Files.move(link, output, StandardCopyOption.ATOMIC_MOVE);
        }
    },

    /** By renaming the old folder aside and the new one into its place: two steps. */
    RENAME {
        @Override
        void put(Path release, Path output, Path link, Optional<Path> aside) throws IOException {
            if (Files.isSymbolicLink(output)) {
                Files.delete(output);
            }
            clear(output, aside);
            Files.move(release, output, StandardCopyOption.ATOMIC_MOVE);
        }
    };

    /**
     * Makes {@code output} show {@code release}.
     *
     * @param link a free name for a link, on the same file system
     * @param aside where a former release goes that stands at {@code output} as a folder
     */
    abstract void put(Path release, Path output, Path link, Optional<Path> aside) throws IOException;

    /** A link can be renamed over a link, but over no folder. An empty one goes; a former release of ours steps aside. */
    private static void clear(Path output, Optional<Path> aside) throws IOException {
        if (!Files.isDirectory(output, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.exists(output.resolve(SealPaths.MANIFEST)) && aside.isPresent()) {
            Files.move(output, aside.get(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.delete(output);
        }
    }
}
