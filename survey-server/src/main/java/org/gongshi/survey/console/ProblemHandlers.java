package org.gongshi.survey.console;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.DossierReader;
import org.gongshi.evaluation.content.Scope;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.evaluation.stage.Problem;
import org.gongshi.evaluation.stage.ProblemList;
import org.gongshi.evaluation.stage.ProblemStatus;
import org.gongshi.survey.office.Action;
import org.gongshi.templates.office.ProblemsPage;

/** The board of rectification (整改台账): every problem of the round, and what is overdue today, long before anything is published. */
@Article({11, 12})
final class ProblemHandlers {
    private final House house;
    private final Frames frames;

    ProblemHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
    }

    List<Route> routes() {
        return List.of(Route.get("/office/problems", Action.SEE_SITE, this::list));
    }

    private record Found(Place place, Problem problem) {}

    private static List<Found> all(House house) {
        var reader = new ContentReader(new ContentFolder(house.content().root()), new Findings());
        var dossiers = new DossierReader(reader, Scope.everything());
        List<Found> found = new ArrayList<>();
        for (Place place : house.content().places()) {
            dossiers.problems(new Subject(house.round().round(), place.code())).map(ProblemList::problems).stream()
                    .flatMap(List::stream)
                    .forEach(problem -> found.add(new Found(place, problem)));
        }
        return found;
    }

    private static LocalDate today(House house) {
        return LocalDateTime.ofInstant(house.clock().instant(), House.ZONE).toLocalDate();
    }

    /** How many problems of the round are overdue today. */
    static int overdue(House house) {
        LocalDate today = today(house);
        return (int) all(house).stream()
                .filter(one -> one.problem().isOverdue(today))
                .count();
    }

    private Answer list(Visit visit) {
        LocalDate today = today(house);
        List<Found> all = all(house);
        long open = all.stream()
                .filter(one -> one.problem().status() == ProblemStatus.OPEN
                        || one.problem().status() == ProblemStatus.IN_PROGRESS)
                .count();
        long rechecked = all.stream()
                .filter(one -> one.problem().status() == ProblemStatus.RECHECKED)
                .count();
        return Answer.page(new ProblemsPage(
                frames.frame(visit, "problems"),
                today.toString(),
                frames.words().say("problems.sum", all.size(), overdue(house), open, rechecked),
                all.stream().map(one -> line(one, today)).toList(),
                visit.may(Action.CHANGE_CONTENT)));
    }

    private ProblemsPage.Line line(Found found, LocalDate today) {
        Problem problem = found.problem();
        long days = ChronoUnit.DAYS.between(problem.deadline(), today);
        String late = "";
        if (problem.isOverdue(today)) {
            boolean failed =
                    problem.recheck().filter(recheck -> !recheck.passed()).isPresent();
            late = failed
                    ? frames.words().say("problems.failed")
                    : frames.words().say("problems.overdue", days);
        }
        return new ProblemsPage.Line(
                found.place().name(),
                problem.id(),
                problem.title(),
                problem.prominent(),
                problem.measures(),
                problem.deadline().toString(),
                problem.status().label(),
                late,
                problem.result().orElse(""),
                problem.recheck()
                        .map(recheck -> recheck.passed()
                                ? frames.words()
                                        .say("problems.passed", recheck.date().toString())
                                : frames.words().say("problems.failed"))
                        .orElse(""));
    }
}
