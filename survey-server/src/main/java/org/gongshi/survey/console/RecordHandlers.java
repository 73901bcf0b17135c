package org.gongshi.survey.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.AccountsPage;
import org.gongshi.templates.office.RecordPage;
import org.gongshi.templates.office.RecordsPage;

/**
 * What a clerk would else write as YAML by hand (登记表): the site's and the round's items, objections and their handling, outcomes,
 * corrections. A fault stands beside its field, what was typed stays, and what is sound goes the way of every change.
 */
final class RecordHandlers {
    private static final String NEW = "new";

    private final House house;
    private final Frames frames;
    private final ChangeDesk desk;

    RecordHandlers(House house, Frames frames, ChangeDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/records", Action.SEE_SITE, this::list),
                Route.get("/office/records/{form}", Action.SEE_SITE, this::show),
                Route.post("/office/records/{form}", Action.CHANGE_CONTENT, this::head),
                Route.post("/office/records/{form}/{entry}", Action.CHANGE_CONTENT, this::entry),
                Route.post("/office/records/{form}/{entry}/remove", Action.CHANGE_CONTENT, this::remove));
    }

    /** What was sent: the head or an entry, with its faults. */
    private record Sent(String entry, Map<String, String> values, Map<String, String> faults, RecordPage.State state) {
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

    private RecordRules rules() {
        return new RecordRules(frames.words(), today(), house.content().site().demonstration());
    }

    private Answer list(Visit visit) {
        List<RecordsPage.Line> lines = new ArrayList<>();
        for (RecordForm form : RecordForm.values()) {
            RecordForm.Values values = form.read(content(), round());
            lines.add(new RecordsPage.Line(
                    form.key(), "/office/records/" + form.key(), state(form, values), isOpen(form, values)));
        }
        int notices = NoticeForm.names(content()).size();
        lines.add(2, new RecordsPage.Line("notices", "/office/announcements", said("count", notices), notices == 0));
        return Answer.page(new RecordsPage(frames.frame(visit, "records"), lines));
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

    private Optional<RecordForm> form(Visit visit) {
        return RecordForm.ofKey(visit.request().parts().get("form"));
    }

    private Answer show(Visit visit) {
        return form(visit)
                .map(form -> Answer.page(page(visit, form, Sent.NOTHING)))
                .orElseGet(() -> frames.message(404, visit, "not-found", List.of()));
    }

    private RecordPage page(Visit visit, RecordForm form, Sent sent) {
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

    private String digest(RecordForm form) {
        Path file = house.content().root().resolve(form.path(round()));
        return Files.exists(file)
                ? Digest.of(ContentFiles.text(file).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : "";
    }

    private RecordForm required(Visit visit) {
        return form(visit).orElseThrow(() -> new RoundFault(frames.words().say("message.not-found.title")));
    }

    private Answer head(Visit visit) {
        RecordForm form = required(visit);
        if (form.head().isEmpty()) {
            throw new RoundFault(frames.words().say("message.not-found.title"));
        }
        Map<String, String> values = typed(visit, form.head());
        Sent sent = new Sent("head", values, Map.of(), Sent.NOTHING.state());
        return change(visit, form, sent, form.head(), "", folder -> form.withHead(folder, round(), values));
    }

    private Answer entry(Visit visit) {
        RecordForm form = required(visit);
        String number = visit.request().parts().get("entry");
        Optional<Integer> at = number.equals(NEW) && !form.entry().isEmpty() ? Optional.empty() : at(form, number);
        Map<String, String> values = typed(visit, form.entry());
        int index = at.orElse(form.read(content(), round()).entries().size());
        Sent sent = new Sent(number, values, Map.of(), Sent.NOTHING.state());
        String prefix = form.key() + "[" + index + "].";
        return change(visit, form, sent, form.entry(), prefix, folder -> form.withEntry(folder, round(), at, values));
    }

    /** An entry that is there, from 0. */
    private Optional<Integer> at(RecordForm form, String number) {
        int at = number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) - 1 : -1;
        if (at < 0 || at >= form.read(content(), round()).entries().size()) {
            throw new RoundFault(frames.words().say("records.gone"));
        }
        return Optional.of(at);
    }

    private Map<String, String> typed(Visit visit, List<RecordForm.Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordForm.Field field : fields) {
            FormText.line(visit, field.key(), Integer.MAX_VALUE, frames)
                    .ifPresent(text -> values.put(field.key(), text));
        }
        return values;
    }

    /** Makes the bytes of the changed file. */
    private interface Maker {
        Optional<byte[]> make(ContentFolder folder);
    }

    private Answer change(
            Visit visit, RecordForm form, Sent sent, List<RecordForm.Field> fields, String prefix, Maker maker) {
        String about = frames.words().say("records.form." + form.key());
        if (!digest(form).equals(visit.text("digest"))) {
            var stale = new RecordPage.State(List.of(), true, true);
            return Answer.page(409, page(visit, form, new Sent(sent.entry(), sent.values(), Map.of(), stale)))
                    .about(about + " 已被别人改动");
        }
        Map<String, String> faults = rules().faults(form, fields, sent.values());
        List<String> others = new ArrayList<>();
        Optional<byte[]> bytes = faults.isEmpty() ? maker.make(content()) : Optional.empty();
        if (faults.isEmpty() && bytes.isEmpty()) {
            others.add(frames.words().say("records.unusual", form.path(round())));
        }
        bytes.ifPresent(
                made -> others.addAll(rules().told(form.check(content(), round(), made), prefix, fields, faults)));
        if (!faults.isEmpty() || !others.isEmpty()) {
            var state = new RecordPage.State(others, false, true);
            return Answer.page(422, page(visit, form, new Sent(sent.entry(), sent.values(), faults, state)))
                    .about(about + " 填写有误");
        }
        return begin(visit, form, maker);
    }

    private Answer begin(Visit visit, RecordForm form, Maker maker) {
        String about = frames.words().say("records.form." + form.key());
        ChangeJob job = desk.begin(ChangeKind.RECORD, about, visit.person(), (own, copy, told) -> {
            Path file = copy.resolve(form.path(round()));
            Optional<byte[]> bytes = maker.make(new ContentFolder(copy));
            if (bytes.isEmpty()) {
                told.say(frames.words().say("records.unusual", form.path(round())));
                return false;
            }
            Files.createDirectories(file.getParent());
            Files.write(file, bytes.get());
            return true;
        });
        return Answer.go("/office/changes/" + job.number()).about(about);
    }

    private Answer remove(Visit visit) {
        RecordForm form = required(visit);
        if (!digest(form).equals(visit.text("digest"))) {
            throw new RoundFault(frames.words().say("records.stale"));
        }
        int at = at(form, visit.request().parts().get("entry")).orElseThrow();
        return begin(visit, form, folder -> form.withoutEntry(folder, round(), at));
    }
}
