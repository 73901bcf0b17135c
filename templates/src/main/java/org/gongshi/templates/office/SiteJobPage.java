package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * One candidate of the site (候选网站): steps, findings with file and line, differences.
 *
 * @param state key under {@code site.state}
 * @param running whether a step is under way, so that the page should be looked at again
 * @param percent of the steps that are done
 * @param diff what would change for a reader, as the generator tells it
 * @param publish whether this person can publish it now
 * @param waiting why this person cannot publish the candidate, and whose turn it is; empty when it can, or there is nothing to publish
 * @param again whether it was published and can be published once more
 * @param look whether the candidate's pages are there to be looked at
 */
public record SiteJobPage(
        OfficeFrame frame,
        int number,
        String state,
        boolean running,
        int percent,
        String prepared,
        String published,
        List<Step> steps,
        List<FindingLine> findings,
        String diff,
        boolean publish,
        String waiting,
        boolean discard,
        boolean again,
        boolean look)
        implements OfficePage {
    public SiteJobPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(prepared, "prepared");
        Objects.requireNonNull(published, "published");
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        Objects.requireNonNull(diff, "diff");
        Objects.requireNonNull(waiting, "waiting");
    }

    /** A step and its last words; {@code state} is a key under {@code site.step-state}. */
    public record Step(String key, String state, String log) {}

    /** A finding with its place; {@code href} leads to the line where it can be looked at, and is empty elsewhere. */
    public record FindingLine(String file, String line, boolean error, String message, String href) {}

    @Override
    public String title() {
        return words().say("site.job");
    }

    @Override
    public String template() {
        return "office/siteJob.jte";
    }
}
