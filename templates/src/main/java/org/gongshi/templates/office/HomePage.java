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
 * @param tasks what waits for this person
 * @param year the year's steps
 * @param surveyed whether the round has a survey; without one there is nothing of state, steps, facts and faults
 * @param faults why plan or questionnaires cannot be read, one a line; empty when all is well
 */
public record HomePage(
        OfficeFrame frame,
        boolean surveyed,
        String state,
        List<Step> steps,
        List<Fact> facts,
        List<String> faults,
        Tools tools,
        List<Task> tasks,
        List<YearStep> year)
        implements OfficePage {
    public HomePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(state, "state");
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
        faults = List.copyOf(faults);
        Objects.requireNonNull(tools, "tools");
        tasks = List.copyOf(tasks);
        year = List.copyOf(year);
    }

    /** Of a round without a survey. */
    public static HomePage withoutSurvey(OfficeFrame frame, boolean reload, List<Task> tasks, List<YearStep> year) {
        var tools = new Tools(false, false, false, false, reload, Optional.empty(), "", List.of());
        return new HomePage(frame, false, "", List.of(), List.of(), List.of(), tools, tasks, year);
    }

    /** Something that waits for this person. */
    public record Task(String text, String href) {}

    /**
     * A step of the year.
     *
     * @param state key under {@code year.state}: done, mine (this person can do it now), now (somebody else can), later
     * @param who the roles that do it
     * @param href where it is done; empty for those who do not
     * @param count how many places; may be empty
     * @param waits what it waits for; may be empty
     * @param due the planned day; may be empty
     */
    public record YearStep(
            String name, String state, String who, String href, String count, String waits, String due) {}

    /** The first steps that this person can do now. */
    public List<YearStep> mine() {
        return year.stream()
                .filter(step -> step.state().equals("mine"))
                .limit(3)
                .toList();
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
     * @param unpopulated whether it could be locked, were the populations there
     * @param reload whether the pages are older than the content
     * @param thin strata with fewer than ten answers, for whoever closes
     * @param schedule key of the schedule's state under {@code schedule}; empty when this person may not see it
     */
    public record Tools(
            boolean lock,
            boolean unpopulated,
            boolean open,
            boolean close,
            boolean reload,
            Optional<String> schedule,
            String digest,
            List<String> thin) {
        public static final Tools NONE = new Tools(false, false, false, false, false, Optional.empty(), "", List.of());
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
