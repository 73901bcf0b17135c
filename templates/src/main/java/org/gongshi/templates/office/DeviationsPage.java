package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Strata that the locked plan cannot weight, and what is done about them by two people (偏离方案).
 *
 * @param state {@code early} before the close, {@code open} until the release, {@code over} afterwards
 * @param seen day on which results or answer sheets were first looked at; empty while nobody has
 * @param recorded what is on file, in the order of its recording
 * @param open what is not dealt with yet
 */
public record DeviationsPage(
        OfficeFrame frame, String state, Optional<String> seen, List<Recorded> recorded, List<Open> open)
        implements OfficePage {
    public DeviationsPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(seen, "seen");
        recorded = List.copyOf(recorded);
        open = List.copyOf(open);
    }

    /** A deviation on file. @param text what was done; {@code seen} whether results had been looked at */
    public record Recorded(String text, String reason, String day, String people, boolean seen) {}

    /** A way past the obstacle, for a choice. */
    public record Way(String value, String label) {}

    /** What one person proposed. @param text what is to be done */
    public record Proposal(String person, String moment, String text, String reason, boolean own) {}

    /**
     * A stratum that waits.
     *
     * @param name in words
     * @param why nobody or a single unit answered
     */
    public record Open(
            String place,
            String audience,
            String stage,
            String name,
            String why,
            List<Way> ways,
            Optional<Proposal> proposal,
            boolean mayPropose,
            boolean mayConfirm,
            boolean mayWithdraw) {
        public Open {
            ways = List.copyOf(ways);
            Objects.requireNonNull(proposal, "proposal");
        }

        /** For the ids of its fields. */
        public String id() {
            return place + "-" + audience + "-" + stage;
        }
    }

    @Override
    public String title() {
        return words().say("deviations.title");
    }

    @Override
    public String template() {
        return "office/deviations.jte";
    }
}
