package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * The result notice of one place (结果通知单), made to be printed.
 *
 * @param organ to whom it goes: the place's government
 * @param digest what was approved, as the public site tells it
 */
public record NoticePage(
        OfficeFrame frame,
        String organ,
        String round,
        Result result,
        List<Decision> decisions,
        List<Area> areas,
        List<Problem> problems,
        List<Outcome> outcomes,
        String published,
        String digest)
        implements OfficePage {
    public NoticePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(organ, "organ");
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(result, "result");
        decisions = List.copyOf(decisions);
        areas = List.copyOf(areas);
        problems = List.copyOf(problems);
        outcomes = List.copyOf(outcomes);
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(digest, "digest");
    }

    /** Score and grade with their grounds, as published; {@code reason} where the grade departs from the score. */
    public record Result(String score, String grade, String standards, String basis, String reason, String document) {}

    /** {@code kind} is a key under {@code notice.decision}. */
    public record Decision(String kind, String body, String document, String date) {}

    /** Points of a content area. */
    public record Area(String name, String weight, String points, String rate) {}

    /** A problem with what was undertaken. */
    public record Problem(String number, String title, String text, String measures, String deadline, String status) {}

    /** What follows from the result. */
    public record Outcome(String date, String kind, String text, String document) {}

    @Override
    public String title() {
        return words().say("notice.title");
    }

    @Override
    public String template() {
        return "office/notice.jte";
    }
}
