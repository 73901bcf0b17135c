package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the round stands (概况).
 *
 * @param state key of the round's state, its words under {@code state}
 * @param steps the way of the round, in order
 * @param facts what is locked and when
 * @param faults why plan or questionnaires cannot be read, one a line; empty when all is well
 */
public record HomePage(
        OfficeFrame frame, String state, List<Step> steps, List<Fact> facts, List<String> faults, Tools tools)
        implements OfficePage {
    public HomePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(state, "state");
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
        faults = List.copyOf(faults);
        Objects.requireNonNull(tools, "tools");
    }

    /**
     * A step of the round.
     *
     * @param key its words stand under {@code step.KEY}
     * @param progress key under {@code progress}: done, now, later
     * @param note a day or a number; may be empty
     */
    public record Step(String key, String progress, String note) {}

    /** A fact with its words under {@code fact.KEY}. */
    public record Fact(String key, String value, boolean code) {}

    /**
     * What this person can do here now; the digest is what a locking or opening is bound to.
     *
     * @param lock whether the plan can be locked now
     * @param schedule key of the schedule's state under {@code schedule}; empty when this person may not see it
     */
    public record Tools(boolean lock, boolean open, boolean close, Optional<String> schedule, String digest) {
        public static final Tools NONE = new Tools(false, false, false, Optional.empty(), "");
    }

    @Override
    public String title() {
        return words().say("home.title");
    }

    @Override
    public String template() {
        return "office/home.jte";
    }
}
