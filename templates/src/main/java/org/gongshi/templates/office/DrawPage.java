package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The inspection draw (抽取检查组).
 *
 * @param program whether the generator is there
 * @param may whether this person commits and draws
 * @param drawn whether the record is there
 * @param promise what was promised before; empty when nothing was, or not here
 * @param sent what was just sent and cannot be promised
 */
public record DrawPage(
        OfficeFrame frame,
        boolean program,
        boolean may,
        boolean drawn,
        Optional<Promise> promise,
        List<Team> teams,
        Sent sent)
        implements OfficePage {
    public DrawPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(promise, "promise");
        teams = List.copyOf(teams);
        Objects.requireNonNull(sent, "sent");
    }

    /**
     * What was typed, and what is wrong with the roster.
     *
     * @param findings by cell
     * @param said all of it in words; empty when nothing is wrong
     */
    public record Sent(String teams, String size, List<SiteJobPage.FindingLine> findings, String said) {
        public Sent {
            findings = List.copyOf(findings);
        }
    }

    /** Commitment and digest of the roster, both to be published before the draw. */
    public record Promise(String commitment, String roster, int teams, int size, String person, String moment) {}

    /** A team with the names of its places and members. */
    public record Team(int number, String places, String members) {}

    @Override
    public String title() {
        return words().say("draw.title");
    }

    @Override
    public String template() {
        return "office/draw.jte";
    }
}
