package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.archive.ArchivedReport;
import org.gongshi.evaluation.scoring.Score;

/**
 * What lists say of the archived reports (归档目录): all that stays in memory of a report once its page is written.
 *
 * @param entries by year, then in the order of their ids
 */
public record ArchiveIndex(List<Entry> entries) {
    private static final Comparator<Entry> ORDER = Comparator.comparingInt(Entry::year)
            .reversed()
            .thenComparingInt(entry -> entry.id().length())
            .thenComparing(Entry::id);

    public ArchiveIndex {
        entries = entries.stream().sorted(ORDER).toList();
    }

    /** One report. */
    public record Entry(int year, String id, String title, LocalDate date, Score score) {
        public Entry {
            Require.text(id, "id");
            Require.text(title, "title");
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(score, "score");
        }

        public static Entry of(ArchivedReport report) {
            return new Entry(report.year(), report.id(), report.title(), report.date(), report.score());
        }

        /** The address of its page. */
        public String path() {
            return SitePaths.archived(year, id);
        }
    }

    public static ArchiveIndex of(Collection<Entry> entries) {
        return new ArchiveIndex(List.copyOf(entries));
    }

    /** The reports of each year, newest year first. */
    SortedMap<Integer, List<Entry>> byYear() {
        SortedMap<Integer, List<Entry>> years = new TreeMap<>(Comparator.reverseOrder());
        int from = 0;
        for (int at = 1; at <= entries.size(); at++) {
            if (at == entries.size()
                    || entries.get(at).year() != entries.get(from).year()) {
                years.put(entries.get(from).year(), entries.subList(from, at));
                from = at;
            }
        }
        return years;
    }
}
