package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Results after the close exactly as they would be published (结果预览), and the release by two people.
 *
 * @param state key under {@code results.state}
 * @param digest of the results, without who released them; empty while there are none
 * @param date the day of the release that is proposed, ISO
 * @param faults why nothing can be released, one a line
 * @param proposal the proposal that waits
 * @param offers what this person can do now
 */
public record ResultsPage(
        OfficeFrame frame,
        String state,
        String digest,
        String date,
        List<String> faults,
        List<Group> groups,
        Optional<Proposal> proposal,
        Offers offers)
        implements OfficePage {
    public ResultsPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(date, "date");
        faults = List.copyOf(faults);
        groups = List.copyOf(groups);
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(offers, "offers");
    }

    /** One audience and sample. */
    public record Group(String name, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A place, or the whole.
     *
     * @param index as published, or why it is withheld
     * @param bar the interval as a drawing, where there is one
     */
    public record Line(
            String place, String responded, String rate, String index, Optional<Bar> bar, String satisfied) {}

    /** An interval on a line of 100 units, as numbers of a drawing. */
    public record Bar(String from, String width, String at) {}

    /** A proposal that waits for its second person. */
    public record Proposal(String person, String moment, String digest, String date, boolean own) {}

    /** What this person can do now. */
    public record Offers(
            boolean propose, boolean confirm, boolean withdraw, boolean download, boolean handOver, boolean takeOver) {}

    @Override
    public String title() {
        return words().say("results.title");
    }

    @Override
    public String template() {
        return "office/results.jte";
    }
}
