package org.gongshi.generator.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** Where the files of a site come from: a folder, an archive, an address. Not trusted in anything. */
public sealed interface SiteSource extends AutoCloseable permits FolderSource, ZipSource, UrlSource {

    /** What is there. */
    Listing listing();

    /**
     * Opens a file by its path from the site's root.
     *
     * @return empty when there is no such file
     * @throws IOException when it is there, or may be, but cannot be read
     */
    Optional<InputStream> open(String path) throws IOException;

    /** How many files may be read at once. */
    default int parallelism() {
        return 2;
    }

    @Override
    void close() throws IOException;

    /** What a source says it holds. */
    sealed interface Listing {
        /**
         * All that is there.
         *
         * @param paths plain files with safe paths
         * @param faults what else is there: links, unsafe names, doubles
         */
        record Known(SortedSet<String> paths, List<Fault> faults) implements Listing {
            public Known {
                paths = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(paths));
                faults = List.copyOf(faults);
            }
        }

        /** The source tells nobody what it holds, so that extra files cannot be seen. */
        record Unknown(String why) implements Listing {
            public Unknown {
                Objects.requireNonNull(why, "why");
            }
        }
    }
}
