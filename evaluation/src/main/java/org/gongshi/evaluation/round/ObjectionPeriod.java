package org.gongshi.evaluation.round;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/**
 * The results of a round lie open for objections (公示) before they are approved.
 *
 * @param from first day
 * @param to last day
 * @param channel how to object (受理方式), with phone and address
 * @param objections what came in, and what became of it; named by their matter, never by a person
 */
@Article(13)
public record ObjectionPeriod(
        LocalDate from, LocalDate to, String channel, String phone, String address, List<Objection> objections) {
    /** 公示期不少于5个工作日 */
    public static final int WORKING_DAYS = 5;

    public ObjectionPeriod {
        Require.that(!to.isBefore(from), "the period ends before it begins");
        Require.text(channel, "channel");
        Require.text(phone, "phone");
        Require.text(address, "address");
        objections = List.copyOf(objections);
    }

    /**
     * One objection (异议).
     *
     * @param about its matter
     * @param handled when it was decided; empty while it is open
     * @param result what was decided
     */
    public record Objection(LocalDate received, String about, Optional<LocalDate> handled, Optional<String> result) {
        public Objection {
            Objects.requireNonNull(received, "received");
            Require.text(about, "about");
            Require.that(handled.isPresent() == result.isPresent(), "a decision has a day and a result");
        }
    }

    /** What is known on a day: objections received by then, decided or still open. */
    public ObjectionPeriod asOf(LocalDate day) {
        List<Objection> known = objections.stream()
                .filter(one -> !one.received().isAfter(day))
                .map(one -> one.handled().filter(day::isBefore).isPresent()
                        ? new Objection(one.received(), one.about(), Optional.empty(), Optional.empty())
                        : one)
                .toList();
        return new ObjectionPeriod(from, to, channel, phone, address, known);
    }

    /** Days from Monday to Friday within the period, first and last included; public holidays are not known here. */
    public long workingDays() {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .count();
    }

    /** The first day on which a decision can be final: after the last day, and not before the last objection was decided. */
    public LocalDate firstFinalDay() {
        LocalDate first = to.plusDays(1);
        for (Objection objection : objections) {
            first = objection.handled().filter(first::isBefore).orElse(first);
        }
        return first;
    }
}
