package org.gongshi.survey.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.StagesForm;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.PlaceStagesPage;
import org.gongshi.templates.office.StagesPage;

/** The steps of each place (各地环节): self-evaluation received, monitoring, inspection, feedback, rectification, re-check. */
final class StageHandlers {
    private static final int LONGEST = 500;

    private final House house;
    private final Frames frames;
    private final ChangeDesk desk;

    StageHandlers(House house, Frames frames, ChangeDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/stages", Action.SEE_SITE, this::list),
                Route.get("/office/stages/{place}", Action.SEE_SITE, this::show),
                Route.post("/office/stages/{place}", Action.CHANGE_CONTENT, this::set));
    }

    /** How many places have a group filled in. */
    static long complete(House house, StagesForm.Group group) {
        return house.content().places().stream()
                .filter(place -> group.isComplete(values(house, place.code())))
                .count();
    }

    static Map<String, String> values(House house, PlaceCode place) {
        return StagesForm.read(
                new ContentFolder(house.content().root()),
                new Subject(house.round().round(), place));
    }

    private Answer list(Visit visit) {
        List<StagesPage.Line> lines = house.content().places().stream()
                .map(place -> {
                    Map<String, String> values = values(house, place.code());
                    return new StagesPage.Line(
                            place.code().value(),
                            place.name(),
                            StagesForm.GROUPS.stream()
                                    .map(group -> group.isComplete(values) ? day(group, values) : "")
                                    .toList());
                })
                .toList();
        return Answer.page(new StagesPage(
                frames.frame(visit, "stages"),
                StagesForm.GROUPS.stream().map(StagesForm.Group::key).toList(),
                lines,
                visit.may(Action.CHANGE_CONTENT)));
    }

    /** The last date of a group. */
    private static String day(StagesForm.Group group, Map<String, String> values) {
        return group.fields().stream()
                .filter(field -> field.form() == StagesForm.Form.DATE)
                .map(field -> values.getOrDefault(group.key() + "." + field.key(), ""))
                .filter(value -> !value.isEmpty())
                .reduce((first, last) -> last)
                .orElse("");
    }

    private Optional<Place> place(Visit visit) {
        String code = visit.request().parts().get("place");
        return house.content().places().stream()
                .filter(place -> place.code().value().equals(code))
                .findFirst();
    }

    private Answer show(Visit visit) {
        Optional<Place> found = place(visit);
        if (found.isEmpty()) {
            return frames.message(404, visit, "not-found", List.of());
        }
        Map<String, String> values = values(house, found.get().code());
        return Answer.page(new PlaceStagesPage(
                frames.frame(visit, "stages"),
                found.get().code().value(),
                found.get().name(),
                StagesForm.GROUPS.stream().map(group -> group(group, values)).toList(),
                visit.may(Action.CHANGE_CONTENT)));
    }

    private static PlaceStagesPage.Group group(StagesForm.Group group, Map<String, String> values) {
        return new PlaceStagesPage.Group(
                group.key(),
                group.article(),
                group.isComplete(values),
                group.fields().stream()
                        .map(field -> {
                            String name = group.key() + "." + field.key();
                            return new PlaceStagesPage.Field(
                                    name, field.form().name(), field.needed(), values.getOrDefault(name, ""));
                        })
                        .toList());
    }

    private Answer set(Visit visit) {
        Place place =
                place(visit).orElseThrow(() -> new RoundFault(frames.words().say("message.not-found.title")));
        Map<String, String> values = new LinkedHashMap<>();
        for (StagesForm.Group group : StagesForm.GROUPS) {
            for (StagesForm.Field field : group.fields()) {
                String name = group.key() + "." + field.key();
                if (field.form() == StagesForm.Form.DATE) {
                    FormText.date(visit, name, frames).ifPresent(day -> values.put(name, day.toString()));
                } else {
                    FormText.line(visit, name, LONGEST, frames).ifPresent(text -> values.put(name, text));
                }
            }
        }
        var subject = new Subject(house.round().round(), place.code());
        ChangeJob job = desk.begin(
                ChangeKind.STAGES,
                frames.words().say("stages.change", place.name()),
                visit.person(),
                (own, content, told) -> {
                    Path file = content.resolve(ContentPaths.stages(subject));
                    byte[] bytes = StagesForm.bytes(new ContentFolder(content), subject, values);
                    Files.createDirectories(file.getParent());
                    Files.write(file, bytes);
                    return true;
                });
        return Answer.go("/office/changes/" + job.number())
                .about("各环节 " + place.code().value());
    }
}
