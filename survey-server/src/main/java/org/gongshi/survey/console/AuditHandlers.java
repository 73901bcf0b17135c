package org.gongshi.survey.console;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.AuditEntry;
import org.gongshi.survey.office.AuditLog;
import org.gongshi.survey.office.Role;
import org.gongshi.templates.office.AuditPage;

/** The log, newest first (审计日志). */
final class AuditHandlers {
    private static final int LINES = 50;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(House.ZONE);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final House house;
    private final Frames frames;

    AuditHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
    }

    List<Route> routes() {
        return List.of(Route.get("/office/audit", Action.SEE_AUDIT, this::show));
    }

    private Answer show(Visit visit) {
        AuditLog log = house.office().log();
        Optional<String> known = Optional.of(visit.request().asked("head").strip())
                .filter(head -> HASH.matcher(head).matches());
        AuditLog.Check check = log.check(known);
        long last = Math.min(check.lines(), number(visit.request().asked("to")).orElse(check.lines()));
        long after = Math.max(0, last - LINES);
        List<AuditEntry> entries = new ArrayList<>(log.entries(after, (int) (last - after)));
        Collections.reverse(entries);
        return Answer.page(new AuditPage(
                frames.frame(visit, "audit"),
                entries.stream().map(this::line).toList(),
                check.lines(),
                check.head(),
                known.orElse(""),
                check.faults(),
                after > 0 ? Optional.of("/office/audit?to=" + after) : Optional.empty(),
                last < check.lines()
                        ? Optional.of("/office/audit?to=" + Math.min(check.lines(), last + LINES))
                        : Optional.empty()));
    }

    private static Optional<Long> number(String text) {
        return text.matches("[1-9]\\d{0,14}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private AuditPage.Line line(AuditEntry entry) {
        return new AuditPage.Line(
                entry.number(),
                SECOND.format(entry.moment()),
                entry.account().equals("-") ? frames.words().say("audit.machine") : entry.account(),
                Role.ofKey(entry.role()).map(Role::label).orElse(""),
                Action.ofKey(entry.what()).map(Action::label).orElseGet(() -> what(entry.what())),
                entry.object(),
                entry.outcome().key());
    }

    private String what(String key) {
        String known = "audit.what." + key;
        return frames.words().keys().contains(known) ? frames.words().say(known) : key;
    }
}
