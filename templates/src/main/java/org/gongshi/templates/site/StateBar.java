package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;

/** How far the problems have come (整改进度条): counts by state, side by side. */
public record StateBar(ChartText text, int total, List<Segment> segments) implements Chart {
    public StateBar {
        Objects.requireNonNull(text, "text");
        segments = List.copyOf(segments);
        Require.that(segments.stream().mapToInt(Segment::count).sum() == total, "the states add up to the total");
    }

    /** Where a segment begins and how wide it is, in percent of the bar. */
    public String start(Segment segment) {
        int before = 0;
        for (Segment other : segments) {
            if (other.equals(segment)) {
                break;
            }
            before += other.count();
        }
        return Scale.of(0, Math.max(1, total)).at(before);
    }

    public String width(Segment segment) {
        return Scale.of(0, Math.max(1, total)).at(segment.count());
    }

    /** One state. */
    public record Segment(ProblemState state, String label, int count) {}
}
