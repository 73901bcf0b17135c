package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * How many answered (回收进度), never what: counts are rounded and small ones are not told, so that nobody can watch a single
 * answer come in.
 *
 * @param moment when it was counted
 * @param minimum response rate in percent below which an index may not enter a score
 * @param ways the ways in which answers come, in the order of each line
 * @param groups the whole first, then place by place; for a coordinator the own place alone
 */
public record ProgressPage(OfficeFrame frame, String moment, int minimum, List<Column> ways, List<Group> groups)
        implements OfficePage {
    public ProgressPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(moment, "moment");
        Require.that(minimum >= 0 && minimum <= 100, "minimum in percent");
        ways = List.copyOf(ways);
        groups = List.copyOf(groups);
    }

    /** A way in, with what is known about who answers. */
    public record Column(String way, String assurance) {}

    /**
     * A place, or the whole.
     *
     * @param doubts what of its volunteers' sheets should be looked at, a sentence each
     */
    public record Group(String name, List<Line> lines, List<String> doubts) {
        public Group {
            lines = List.copyOf(lines);
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * One audience of a place, all texts ready to be shown.
     *
     * @param population people behind it
     * @param invited codes given out, void ones left out; {@code 0} for none
     * @param planned codes that were to be given out
     * @param answered answer sheets of the probability sample
     * @param percent answered among invited, 0 to 100, for the bar; -1 where it is not told
     * @param byWay answer sheets of each way
     */
    public record Line(
            String audience,
            String population,
            String planned,
            String invited,
            String answered,
            int percent,
            List<String> byWay) {
        public Line {
            byWay = List.copyOf(byWay);
            Require.that(percent >= -1 && percent <= 100, "percent of the invited");
        }
    }

    @Override
    public String title() {
        return words().say("progress.title");
    }

    @Override
    public String template() {
        return "office/progress.jte";
    }
}
