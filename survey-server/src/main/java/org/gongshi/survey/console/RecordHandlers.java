package org.gongshi.survey.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.RecordForm;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.RecordPage;

/**
 * What a clerk would else write as YAML by hand (登记表): the site's and the round's items, objections and their handling, outcomes,
 * corrections. A fault stands beside its field, what was typed stays, and what is sound goes the way of every change.
 */
final class RecordHandlers {
    private final House house;
    private final Frames frames;
    private final ChangeDesk desk;
    private final RecordViews views;

    RecordHandlers(House house, Frames frames, ChangeDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
        this.views = new RecordViews(house, frames);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/records", Action.SEE_SITE, this::list),
                Route.get("/office/records/{form}", Action.SEE_SITE, this::show),
                Route.post("/office/records/{form}", Action.CHANGE_CONTENT, this::head),
                Route.post("/office/records/{form}/{entry}", Action.CHANGE_CONTENT, this::entry),
                Route.post("/office/records/{form}/{entry}/remove", Action.CHANGE_CONTENT, this::remove));
    }

    private RoundKey round() {
        return house.round().round();
    }

    private ContentFolder content() {
        return new ContentFolder(house.content().root());
    }

    private Answer list(Visit visit) {
        return Answer.page(views.list(visit));
    }

    private Optional<RecordForm> form(Visit visit) {
        return RecordForm.ofKey(visit.request().parts().get("form"));
    }

    private Answer show(Visit visit) {
        return form(visit)
                .map(form -> Answer.page(views.page(visit, form, RecordViews.Sent.NOTHING)))
                .orElseGet(() -> frames.message(404, visit, "not-found", List.of()));
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
        RecordViews.Sent sent = new RecordViews.Sent("head", values, Map.of(), RecordViews.Sent.NOTHING.state());
        return change(visit, form, sent, form.head(), "", folder -> form.withHead(folder, round(), values));
    }

    private Answer entry(Visit visit) {
        RecordForm form = required(visit);
        String number = visit.request().parts().get("entry");
        Optional<Integer> at =
                number.equals(RecordViews.NEW) && !form.entry().isEmpty() ? Optional.empty() : at(form, number);
        Map<String, String> values = typed(visit, form.entry());
        int index = at.orElse(form.read(content(), round()).entries().size());
        RecordViews.Sent sent = new RecordViews.Sent(number, values, Map.of(), RecordViews.Sent.NOTHING.state());
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
            Visit visit,
            RecordForm form,
            RecordViews.Sent sent,
            List<RecordForm.Field> fields,
            String prefix,
            Maker maker) {
        String about = frames.words().say("records.form." + form.key());
        if (!views.digest(form).equals(visit.text("digest"))) {
            var stale = new RecordPage.State(List.of(), true, true);
            return Answer.page(
                            409,
                            views.page(visit, form, new RecordViews.Sent(sent.entry(), sent.values(), Map.of(), stale)))
                    .about(about + " 已被别人改动");
        }
        Map<String, String> faults = views.rules().faults(form, fields, sent.values());
        List<String> others = new ArrayList<>();
        Optional<byte[]> bytes = faults.isEmpty() ? maker.make(content()) : Optional.empty();
        if (faults.isEmpty() && bytes.isEmpty()) {
            others.add(frames.words().say("records.unusual", form.path(round())));
        }
        bytes.ifPresent(made ->
                others.addAll(views.rules().told(form.check(content(), round(), made), prefix, fields, faults)));
        if (!faults.isEmpty() || !others.isEmpty()) {
            var state = new RecordPage.State(others, false, true);
            return Answer.page(
                            422,
                            views.page(visit, form, new RecordViews.Sent(sent.entry(), sent.values(), faults, state)))
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
        if (!views.digest(form).equals(visit.text("digest"))) {
            throw new RoundFault(frames.words().say("records.stale"));
        }
        int at = at(form, visit.request().parts().get("entry")).orElseThrow();
        return begin(visit, form, folder -> form.withoutEntry(folder, round(), at));
    }
}
