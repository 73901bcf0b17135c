package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;

/** Problems by state, a bar for each place (分组堆叠条): as long as the place has problems. */
public record StackedBars(ChartText text, List<Row> rows) implements Chart {
    public StackedBars {
        Objects.requireNonNull(text, "text");
        rows = List.copyOf(rows);
    }

    /** What stands in the column of labels. */
    public List<String> labels() {
        return rows.stream().map(Row::label).toList();
    }

    /** One place. */
    public record Row(String label, List<StateBar.Segment> segments) {
        public Row {
            segments = List.copyOf(segments);
        }

        public int total() {
            return segments.stream().mapToInt(StateBar.Segment::count).sum();
        }
    }

    private int most() {
        return Math.max(1, rows.stream().mapToInt(Row::total).max().orElse(1));
    }

    /** Where a segment begins. */
    public String start(Row row, StateBar.Segment segment) {
        int before = 0;
        for (StateBar.Segment other : row.segments()) {
            if (other.equals(segment)) {
                break;
            }
            before += other.count();
        }
        return Scale.of(0, most()).at(before);
    }

    public String width(StateBar.Segment segment) {
        return Scale.of(0, most()).at(segment.count());
    }
}
