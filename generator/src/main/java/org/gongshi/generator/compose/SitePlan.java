package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.templates.frame.Edition;
import org.gongshi.templates.site.ReportPrint;
import org.gongshi.templates.site.SitePage;

/**
 * Every address of the site and what stands there, in the order of the paths.
 *
 * @param entries by path from the site's root, such as {@code 2025/index.html}
 */
public record SitePlan(SortedMap<String, Entry> entries) {
    public SitePlan {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        entries.forEach((path, entry) -> {
            if (entry instanceof Page page) {
                Require.that(page.page().frame().address().equals(path), "a page stands at its own path: ", path);
            }
        });
    }

    /** What stands at an address. */
    public sealed interface Entry {}

    /** A page, still to be rendered. */
    public record Page(SitePage page) implements Entry {}

    /** A report to be printed, with the day of its publication and the pictures that it shows, by name. */
    public record Print(ReportPrint page, LocalDate published, Map<String, Picture> pictures) implements Entry {
        public Print {
            pictures = Map.copyOf(pictures);
        }
    }

    /** Tables to be put into a workbook. */
    public record Book(DataBook book) implements Entry {}

    /** A file whose bytes are known: data, feed, style sheet. */
    public record File(byte[] bytes) implements Entry {
        public File {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** Collects entries; an address can be given away once only. */
    static final class Builder {
        private final SortedMap<String, Entry> entries = new TreeMap<>();
        private final Edition edition;

        /** @param edition other languages than Chinese have pages alone: data and printed reports exist once */
        Builder(Edition edition) {
            this.edition = edition;
        }

        Builder page(SitePage page) {
            return add(page.frame().address(), new Page(page));
        }

        Builder print(ReportPrint page, LocalDate published, Collection<Picture> pictures) {
            return edition.isTranslation()
                    ? this
                    : add(
                            page.path(),
                            new Print(
                                    page,
                                    published,
                                    pictures.stream()
                                            .collect(Collectors.toMap(
                                                    Picture::name, picture -> picture, (one, same) -> one))));
        }

        Builder book(String path, DataBook book) {
            return edition.isTranslation() ? this : add(path, new Book(book));
        }

        Builder file(String path, byte[] bytes) {
            return edition.isTranslation() ? this : add(path, new File(bytes));
        }

        /** Files that each language has of its own. */
        Builder own(Map<String, byte[]> files) {
            files.forEach((path, bytes) -> add(edition.place(path), new File(bytes)));
            return this;
        }

        Builder files(Map<String, byte[]> files) {
            files.forEach(this::file);
            return this;
        }

        SitePlan build() {
            return new SitePlan(entries);
        }

        private Builder add(String path, Entry entry) {
            Require.that(entries.putIfAbsent(path, entry) == null, "two things at one address: ", path);
            return this;
        }
    }
}
