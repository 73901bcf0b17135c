package org.gongshi.survey.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.NoticeForm;
import org.gongshi.evaluation.content.RecordForm;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.outcome.OutcomeKind;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.office.Action;
import org.gongshi.templates.office.AccountsPage;
import org.gongshi.templates.office.RecordPage;
import org.gongshi.templates.office.RecordsPage;

/** Records as the console shows them (登记表的页面): the forms with what is on file, what was typed, and what is to be said of each field. */
final class RecordViews {
    /** The entry that is not there yet. */
    static final String NEW = "new";

    private final House house;
    private final Frames frames;

    RecordViews(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
    }

    /** What was sent: the head or an entry, with its faults. */
    record Sent(String entry, Map<String, String> values, Map<String, String> faults, RecordPage.State state) {
        static final Sent NOTHING = new Sent("", Map.of(), Map.of(), new RecordPage.State(List.of(), false, false));
    }

    private RoundKey round() {
        return house.round().round();
    }

    private ContentFolder content() {
        return new ContentFolder(house.content().root());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(house.clock().instant(), House.ZONE);
    }

    /** What holds for the fields today. */
    RecordRules rules() {
        return new RecordRules(frames.words(), today(), house.content().site().demonstration());
    }

    /** All forms, each with its state. */
    RecordsPage list(Visit visit) {
        List<RecordsPage.Line> lines = new ArrayList<>();
        for (RecordForm form : RecordForm.values()) {
            RecordForm.Values values = form.read(content(), round());
            lines.add(new RecordsPage.Line(
                    form.key(), "/office/records/" + form.key(), state(form, values), isOpen(form, values)));
        }
        int notices = NoticeForm.names(content()).size();
        lines.add(2, new RecordsPage.Line("notices", "/office/announcements", said("count", notices), notices == 0));
        return new RecordsPage(frames.frame(visit, "records"), lines);
    }

    private String said(String key, Object... values) {
        return frames.words().say("records.state." + key, values);
    }

    private long notes(RecordForm form, RecordForm.Values values) {
        return form.head().stream()
                .filter(field -> !rules().note(form, field, values.head().getOrDefault(field.key(), ""))
                        .isEmpty())
                .count();
    }

    private boolean isOpen(RecordForm form, RecordForm.Values values) {
        return !values.readable() || notes(form, values) > 0 || open(values) > 0;
    }

    private static long open(RecordForm.Values values) {
        return values.entries().stream()
                .filter(one -> one.containsKey("about") && !one.containsKey("handled"))
                .count();
    }

    private String state(RecordForm form, RecordForm.Values values) {
        if (!values.readable()) {
            return said("unreadable");
        }
        return switch (form) {
            case SITE, ROUND -> notes(form, values) == 0 ? said("whole") : said("open", notes(form, values));
            case OBJECTIONS ->
                values.head().isEmpty()
                        ? said("no-period")
                        : frames.words()
                                .say(
                                        "decisions.period.text",
                                        values.head().getOrDefault("from", ""),
                                        values.head().getOrDefault("to", ""),
                                        values.entries().size(),
                                        open(values));
            case OUTCOMES, CORRECTIONS -> said("count", values.entries().size());
        };
    }

    RecordPage page(Visit visit, RecordForm form, Sent sent) {
        RecordForm.Values values = form.read(content(), round());
        boolean may = visit.may(Action.CHANGE_CONTENT);
        List<RecordPage.Entry> entries = new ArrayList<>();
        for (int at = 0; at < values.entries().size(); at++) {
            entries.add(entry(form, Integer.toString(at + 1), values.entries().get(at), sent));
        }
        return new RecordPage(
                frames.frame(visit, "records"),
                form.key(),
                form.path(round()),
                digest(form),
                fields(form, form.head(), "head", values.head(), sent),
                entries,
                form.entry().isEmpty() ? Optional.empty() : Optional.of(entry(form, NEW, Map.of(), sent)),
                sent.state(),
                values.readable(),
                may);
    }

    private RecordPage.Entry entry(RecordForm form, String number, Map<String, String> values, Sent sent) {
        boolean open = sent.entry().equals(number);
        String badge = form != RecordForm.OBJECTIONS || number.equals(NEW)
                ? ""
                : values.containsKey("handled") ? "handled" : "open";
        return new RecordPage.Entry(
                number, summary(form, values), badge, fields(form, form.entry(), number, values, sent), open);
    }

    private String summary(RecordForm form, Map<String, String> values) {
        return switch (form) {
            case OBJECTIONS -> values.getOrDefault("received", "") + "　" + values.getOrDefault("about", "");
            case OUTCOMES ->
                values.getOrDefault("date", "")
                        + "　"
                        + name(values.getOrDefault("place", ""))
                        + "　"
                        + OutcomeKind.ofKey(values.getOrDefault("kind", ""))
                                .map(OutcomeKind::label)
                                .orElse("");
            case CORRECTIONS ->
                values.getOrDefault("date", "") + "　" + values.getOrDefault("page", "") + "　"
                        + values.getOrDefault("old", "") + " → " + values.getOrDefault("new", "");
            case SITE, ROUND -> "";
        };
    }

    private String name(String code) {
        return house.content().places().stream()
                .filter(place -> place.code().value().equals(code))
                .map(place -> place.name())
                .findFirst()
                .orElse(code);
    }

    private List<RecordPage.Field> fields(
            RecordForm form, List<RecordForm.Field> fields, String entry, Map<String, String> values, Sent sent) {
        boolean own = sent.entry().equals(entry);
        return fields.stream()
                .map(field -> {
                    String value = (own ? sent.values() : values).getOrDefault(field.key(), "");
                    return new RecordPage.Field(
                            entry + "-" + field.key().replace('.', '-'),
                            field.key(),
                            field.kind().name(),
                            field.needed(),
                            value,
                            own ? sent.faults().getOrDefault(field.key(), "") : "",
                            rules().note(form, field, value),
                            choices(field));
                })
                .toList();
    }

    private List<AccountsPage.Choice> choices(RecordForm.Field field) {
        return switch (field.kind()) {
            case PLACE ->
                house.content().places().stream()
                        .map(place -> new AccountsPage.Choice(
                                place.code().value(), place.code().value() + " " + place.name()))
                        .toList();
            case OUTCOME ->
                List.of(OutcomeKind.values()).stream()
                        .map(kind -> new AccountsPage.Choice(kind.key(), kind.label()))
                        .toList();
            case PAGE ->
                house.content().places().stream()
                        .map(place ->
                                new AccountsPage.Choice("/" + round().year() + "/" + place.slug() + "/", place.name()))
                        .toList();
            case TEXT, DATE -> List.of();
        };
    }

    /** Of the file behind a form; empty where there is none. */
    String digest(RecordForm form) {
        Path file = house.content().root().resolve(form.path(round()));
        return Files.exists(file)
                ? Digest.of(ContentFiles.text(file).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : "";
    }
}
