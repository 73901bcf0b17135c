package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One change of the content (一次改动): findings with their places, what would change line by line, and for a decision what it is bound
 * to.
 *
 * @param kind key under {@code changes.kind}
 * @param subject name of the file that came, or what was filled in
 * @param by who made it, and when
 * @param said all that was said of it, when it was refused
 */
public record ChangePage(
        OfficeFrame frame,
        int number,
        String kind,
        String subject,
        String by,
        String state,
        boolean running,
        List<SiteJobPage.FindingLine> findings,
        String said,
        List<Bound> bound,
        List<Change> changes,
        Offers offers)
        implements OfficePage {
    public ChangePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(state, "state");
        findings = List.copyOf(findings);
        Objects.requireNonNull(said, "said");
        bound = List.copyOf(bound);
        changes = List.copyOf(changes);
        Objects.requireNonNull(offers, "offers");
    }

    /**
     * A file of the content.
     *
     * @param fresh whether it is new
     * @param gone whether it goes
     * @param picture the picture that comes; empty for every other file
     * @param lines begin with − or +, then the number of the line
     * @param more how many lines are not shown; may be empty
     */
    public record Change(
            String file, boolean fresh, boolean gone, Optional<Picture> picture, List<String> lines, String more) {
        public Change {
            Objects.requireNonNull(picture, "picture");
            lines = List.copyOf(lines);
        }
    }

    /** A picture, and where it is shown before anybody accepts it. */
    public record Picture(String path, int width, int height) {}

    /** A place that a decision is about, with the digest that it is bound to. */
    public record Bound(String place, String score, String grade, String digest) {}

    /** What this person can do now: accept a change, confirm another person's decision, discard. */
    public record Offers(boolean accept, boolean confirm, boolean discard) {}

    /** The page on which such changes are made. */
    public String back() {
        return switch (kind) {
            case "decision", "release" -> "/office/decisions";
            case "calendar", "round" -> "/office/calendar";
            case "stages" -> "/office/stages";
            case "head" -> "/office/reports";
            case "record" -> "/office/records";
            case "notice" -> "/office/announcements";
            case "text" -> "/office/files";
            default -> "/office/workbooks";
        };
    }

    @Override
    public String title() {
        return words().say("changes.title." + kind);
    }

    @Override
    public String template() {
        return "office/change.jte";
    }
}
