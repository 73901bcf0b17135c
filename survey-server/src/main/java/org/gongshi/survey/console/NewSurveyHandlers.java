package org.gongshi.survey.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.NewSurvey;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.AccountsPage;
import org.gongshi.templates.office.NewSurveyPage;

/** A survey for a round that has none (设立满意度调查): plan and questionnaires of another round, together, by the way of every change. */
final class NewSurveyHandlers {
    private final House house;
    private final Frames frames;
    private final ChangeDesk desk;

    NewSurveyHandlers(House house, Frames frames, ChangeDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/survey", Action.SEE_ROUND, this::show),
                Route.post("/office/survey", Action.CHANGE_CONTENT, this::begin));
    }

    private List<Rounds.Line> sources() {
        return house.rounds().all().stream().filter(Rounds.Line::surveyed).toList();
    }

    private Answer show(Visit visit) {
        return Answer.page(new NewSurveyPage(
                frames.frame(visit, "home"),
                house.content().isSurveyed(),
                frames.isSurveyed(),
                sources().stream()
                        .map(line ->
                                new AccountsPage.Choice(line.key().toString(), line.title() + "（" + line.key() + "）"))
                        .toList(),
                visit.may(Action.CHANGE_CONTENT)));
    }

    private Answer begin(Visit visit) {
        if (house.content().isSurveyed()) {
            throw new RoundFault(frames.words().say("survey.new.present"));
        }
        RoundKey from = sources().stream()
                .map(Rounds.Line::key)
                .filter(key -> key.toString().equals(visit.text("from")))
                .findFirst()
                .orElseThrow(() -> new RoundFault(frames.words().say("survey.new.from.missing")));
        ChangeJob job = desk.begin(
                ChangeKind.TEXT,
                frames.words().say("survey.new.change", from),
                visit.person(),
                (own, content, told) -> {
                    var findings = new Findings();
                    Map<String, byte[]> files = new NewSurvey(
                                    new ContentFolder(content), house.round().round())
                            .files(from, findings);
                    findings.sorted().stream().map(Finding::toLine).forEach(told::say);
                    for (Map.Entry<String, byte[]> file : files.entrySet()) {
                        Path target = content.resolve(file.getKey());
                        Files.createDirectories(target.getParent());
                        Files.write(target, file.getValue());
                    }
                    return !findings.hasErrors();
                });
        return Answer.go("/office/changes/" + job.number()).about("设立满意度调查，沿用 " + from);
    }
}
