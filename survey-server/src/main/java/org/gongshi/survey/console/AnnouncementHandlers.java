package org.gongshi.survey.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.NoticeForm;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.AnnouncementPage;
import org.gongshi.templates.office.AnnouncementsPage;

/** The notices of the site (公告): written in a form, faults beside the field, changed as everything else is. */
final class AnnouncementHandlers {
    private static final String NEW = "new";
    private static final int LONGEST = 200;
    private static final int LONGEST_BODY = 200_000;

    private final House house;
    private final Frames frames;
    private final ChangeDesk desk;

    AnnouncementHandlers(House house, Frames frames, ChangeDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/announcements", Action.SEE_SITE, this::list),
                Route.get("/office/announcements/{name}", Action.SEE_SITE, this::show),
                Route.upload("/office/announcements/{name}", Action.CHANGE_CONTENT, this::set));
    }

    private ContentFolder content() {
        return new ContentFolder(house.content().root());
    }

    private Answer list(Visit visit) {
        List<AnnouncementsPage.Line> lines = NoticeForm.names(content()).stream()
                .map(name -> {
                    Map<String, String> values = NoticeForm.read(content(), name);
                    return new AnnouncementsPage.Line(
                            name, values.getOrDefault("title", name), values.getOrDefault("date", ""));
                })
                .sorted(Comparator.comparing(AnnouncementsPage.Line::date).reversed())
                .toList();
        return Answer.page(
                new AnnouncementsPage(frames.frame(visit, "records"), lines, visit.may(Action.CHANGE_CONTENT)));
    }

    /** The name in the address where there is such a notice; nothing for a new one. */
    private Optional<String> name(Visit visit) {
        String name = visit.request().parts().get("name");
        boolean known = name.equals(NEW) || NoticeForm.names(content()).contains(name);
        return known ? Optional.of(name.equals(NEW) ? "" : name) : Optional.empty();
    }

    private Answer show(Visit visit) {
        return name(visit)
                .map(name -> Answer.page(page(visit, name, values(name), Map.of())))
                .orElseGet(() -> frames.message(404, visit, "not-found", List.of()));
    }

    private Map<String, String> values(String name) {
        String today = LocalDate.ofInstant(house.clock().instant(), House.ZONE).toString();
        return name.isEmpty() ? Map.of("date", today) : NoticeForm.read(content(), name);
    }

    private AnnouncementPage page(Visit visit, String name, Map<String, String> values, Map<String, String> faults) {
        return new AnnouncementPage(
                frames.frame(visit, "records"), name, digest(name), values, faults, visit.may(Action.CHANGE_CONTENT));
    }

    private String digest(String name) {
        Path file = house.content().root().resolve(NoticeForm.path(name.isEmpty() ? NEW : name));
        return name.isEmpty()
                ? ""
                : Digest.of(ContentFiles.text(file).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    private Answer set(Visit visit) {
        String name =
                name(visit).orElseThrow(() -> new RoundFault(frames.words().say("message.not-found.title")));
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : List.of("name", "title", "date")) {
            FormText.line(visit, field, Integer.MAX_VALUE, frames).ifPresent(text -> values.put(field, text));
        }
        values.put("body", visit.text("body").replace("\r\n", "\n").replace('\r', '\n'));
        Map<String, String> faults = new LinkedHashMap<>();
        if (!digest(name).equals(visit.text("digest"))) {
            faults.put("", frames.words().say("records.stale"));
            return Answer.page(409, page(visit, name, values, faults)).about(name + " 已被别人改动");
        }
        String target = name.isEmpty() ? values.getOrDefault("date", "") + "-" + values.getOrDefault("name", "") : name;
        check(name, target, values, faults);
        Optional<byte[]> bytes = faults.isEmpty() ? NoticeForm.bytes(content(), target, values) : Optional.empty();
        if (faults.isEmpty() && bytes.isEmpty()) {
            faults.put("", frames.words().say("records.unusual", NoticeForm.path(target)));
        }
        bytes.ifPresent(made -> NoticeForm.check(target, made)
                .forEach(one -> faults.putIfAbsent(
                        values.containsKey(one.at().field()) ? one.at().field() : "", one.message())));
        if (!faults.isEmpty()) {
            return Answer.page(422, page(visit, name, values, faults)).about("公告填写有误");
        }
        return begin(visit, target, values.get("title"), bytes.get());
    }

    private void check(String name, String target, Map<String, String> values, Map<String, String> faults) {
        for (String field : List.of("title", "date", "body")) {
            String value = values.getOrDefault(field, "");
            if (value.isBlank()) {
                faults.put(field, frames.words().say("records.fault.missing"));
            } else if (value.length() > (field.equals("body") ? LONGEST_BODY : LONGEST)) {
                faults.put(field, frames.words().say("form.text.long", field.equals("body") ? LONGEST_BODY : LONGEST));
            }
        }
        if (!faults.containsKey("date") && RecordRules.day(values.get("date")).isEmpty()) {
            faults.put("date", frames.words().say("form.date.wrong", values.get("date")));
        }
        if (!name.isEmpty() || faults.containsKey("date")) {
            return;
        }
        if (!values.containsKey("name") || !NoticeForm.NAME.matcher(target).matches()) {
            faults.put("name", frames.words().say("announcement.name.wrong"));
        } else if (content().has(NoticeForm.path(target))) {
            faults.put("name", frames.words().say("announcement.name.taken"));
        }
    }

    private Answer begin(Visit visit, String name, String title, byte[] bytes) {
        ChangeJob job = desk.begin(ChangeKind.NOTICE, title, visit.person(), (own, copy, told) -> {
            Path file = copy.resolve(NoticeForm.path(name));
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return true;
        });
        return Answer.go("/office/changes/" + job.number()).about("公告 " + name);
    }
}
