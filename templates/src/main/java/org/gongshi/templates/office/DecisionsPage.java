package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Review, approval, order to publish (审定、批准、公布).
 *
 * @param waiting decisions that another person has to confirm
 * @param kinds what can be entered, each with the body that decides
 * @param release what is to be published, and when; empty for nothing
 * @param period the objection period; empty where none is recorded
 */
public record DecisionsPage(
        OfficeFrame frame,
        List<Line> lines,
        List<Waiting> waiting,
        List<Choice> kinds,
        String today,
        Optional<Arrangement> release,
        Optional<Period> period,
        boolean mayRegister,
        boolean mayChange)
        implements OfficePage {
    public DecisionsPage {
        Objects.requireNonNull(frame, "frame");
        lines = List.copyOf(lines);
        waiting = List.copyOf(waiting);
        kinds = List.copyOf(kinds);
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(period, "period");
    }

    /**
     * A place.
     *
     * @param state key under {@code decisions.state}
     * @param digest of the inputs as they lie there now; empty while they are incomplete
     */
    public record Line(
            String code,
            String place,
            String score,
            String grade,
            String digest,
            String state,
            String review,
            String approval,
            String publication) {}

    /** A decision that waits for a second person. */
    public record Waiting(int number, String subject, String person) {}

    /** A kind of decision with its body. */
    public record Choice(String key, String label, String body) {}

    /** What is to be published. */
    public record Arrangement(Set<String> places, String date, String document) {
        public Arrangement {
            places = Set.copyOf(places);
        }
    }

    /**
     * The objection period.
     *
     * @param first the first day on which an approval can be final
     */
    public record Period(String from, String to, int objections, int open, String first) {}

    @Override
    public String title() {
        return words().say("decisions.title");
    }

    @Override
    public String template() {
        return "office/decisions.jte";
    }
}
