package org.gongshi.survey.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ReportHead;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.evaluation.scoring.GradeRule;
import org.gongshi.evaluation.scoring.Standards;
import org.gongshi.evaluation.stage.ProblemList;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.AccountsPage;
import org.gongshi.templates.office.ReportHeadPage;
import org.gongshi.templates.office.ReportsPage;

/** Reports (评价报告): what every place still lacks, and the items of its report, with score and band beside the grade. */
final class ReportHandlers {
    private static final int LONGEST = 500;

    private final House house;
    private final Frames frames;
    private final ChangeDesk desk;

    ReportHandlers(House house, Frames frames, ChangeDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/reports", Action.SEE_SITE, this::list),
                Route.get("/office/reports/{place}", Action.SEE_SITE, this::show),
                Route.post("/office/reports/{place}", Action.CHANGE_CONTENT, this::set));
    }

    private Answer list(Visit visit) {
        List<ReportsPage.Line> lines = new Materials(house)
                .all().stream()
                        .map(one -> new ReportsPage.Line(
                                one.place().code().value(),
                                one.place().name(),
                                one.score(),
                                one.band(),
                                one.stages(),
                                one.problems().isPresent(),
                                one.report(),
                                values(one.place()).getOrDefault("grade", "")))
                        .toList();
        return Answer.page(new ReportsPage(frames.frame(visit, "reports"), lines));
    }

    private Subject subject(Place place) {
        return new Subject(house.round().round(), place.code());
    }

    private Map<String, String> values(Place place) {
        return ReportHead.read(new ContentFolder(house.content().root()), subject(place));
    }

    private Optional<Place> place(Visit visit) {
        String code = visit.request().parts().get("place");
        return house.content().places().stream()
                .filter(place -> place.code().value().equals(code))
                .findFirst();
    }

    private Answer show(Visit visit) {
        return place(visit)
                .map(place -> page(200, visit, place, values(place), List.of()))
                .orElseGet(() -> frames.message(404, visit, "not-found", List.of()));
    }

    private Answer page(int status, Visit visit, Place place, Map<String, String> values, List<String> faults) {
        Materials.Of found = new Materials(house).of(place);
        String file = ContentPaths.report(subject(place));
        return Answer.page(
                status,
                new ReportHeadPage(
                        frames.frame(visit, "reports"),
                        place.code().value(),
                        place.name(),
                        new ReportHeadPage.Basis(
                                found.score(),
                                found.band(),
                                found.problems().map(ProblemList::hasProminent).orElse(false),
                                found.blocked()),
                        Files.exists(house.content().root().resolve(file)) ? file : "",
                        ReportHead.FIELDS.stream()
                                .map(field -> new ReportHeadPage.Field(
                                        field.key(),
                                        field.form().name(),
                                        field.needed(),
                                        values.getOrDefault(field.key(), "")))
                                .toList(),
                        Arrays.stream(Grade.values()).map(Grade::label).toList(),
                        Arrays.stream(Standards.values())
                                .map(one -> new AccountsPage.Choice(one.key(), one.label()))
                                .toList(),
                        FindingLines.of(
                                found.faults(),
                                (name, line) -> ContentFiles.find(
                                                house.content().root(), name)
                                        .map(known -> FileHandlers.address(name, line, ""))
                                        .orElse("")),
                        faults,
                        visit.may(Action.CHANGE_CONTENT)));
    }

    private Answer set(Visit visit) {
        Place place =
                place(visit).orElseThrow(() -> new RoundFault(frames.words().say("message.not-found.title")));
        Map<String, String> values = new LinkedHashMap<>();
        for (ReportHead.Field field : ReportHead.FIELDS) {
            Optional<String> value = field.form() == ReportHead.Form.DATE
                    ? FormText.date(visit, field.key(), frames).map(Object::toString)
                    : FormText.line(visit, field.key(), LONGEST, frames);
            value.ifPresent(text -> values.put(field.key(), text));
        }
        List<String> faults = faults(place, values);
        if (!faults.isEmpty()) {
            return page(422, visit, place, values, faults).about(place.code() + " 的报告要素有错误");
        }
        ChangeJob job = desk.begin(
                ChangeKind.HEAD,
                frames.words().say("reports.change", place.name()),
                visit.person(),
                (own, content, told) -> {
                    Path file = content.resolve(ContentPaths.report(subject(place)));
                    byte[] bytes = ReportHead.bytes(new ContentFolder(content), subject(place), values);
                    Files.createDirectories(file.getParent());
                    Files.write(file, bytes);
                    return true;
                });
        return Answer.go("/office/changes/" + job.number())
                .about("报告要素 " + place.code().value());
    }

    /** What is missing, or contradicts the score; told on the form, so that nothing typed is lost. */
    private List<String> faults(Place place, Map<String, String> values) {
        List<String> faults = new ArrayList<>();
        for (ReportHead.Field field : ReportHead.FIELDS) {
            if (field.needed() && !values.containsKey(field.key())) {
                faults.add(frames.words().say("reports.missing", frames.words().say("reports.field." + field.key())));
            }
        }
        Optional<Grade> grade = Grade.ofLabel(values.getOrDefault("grade", ""));
        Optional<Standards> standards = Standards.ofKey(values.getOrDefault("standards", ""));
        Materials.Of found = new Materials(house).of(place);
        if (faults.isEmpty() && (grade.isEmpty() || standards.isEmpty())) {
            faults.add(frames.words().say("reports.choose"));
        }
        if (faults.isEmpty() && found.sheet().isPresent()) {
            var stated = new GradeRule.Statement(
                    grade.get(),
                    standards.get(),
                    found.problems().map(ProblemList::hasProminent).orElse(false),
                    found.blocked(),
                    Optional.ofNullable(values.get("gradeReason")));
            GradeRule.check(found.sheet().get().weightedScore(), stated)
                    .forEach(one -> faults.add(one.message() + "（"
                            + one.hint().replace("report.md 的 gradeReason 中", "“" + reason() + "”一栏") + "）"));
        }
        return faults;
    }

    private String reason() {
        return frames.words().say("reports.field.gradeReason");
    }
}
