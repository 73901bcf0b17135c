package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.scoring.IndicatorCode;
import org.gongshi.evaluation.stage.Problem;
import org.gongshi.evaluation.stage.Stages;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Fact;
import org.gongshi.templates.site.ProblemPage;
import org.gongshi.templates.site.ProblemRow;
import org.gongshi.templates.site.ProblemState;
import org.gongshi.templates.site.ProblemsPage;

/** The problem lists of a round become one table and a page for each problem. */
final class ProblemComposer {
    private final Composition site;
    private final RoundView round;

    ProblemComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    ProblemsPage problems() {
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().part(round.key(), "problems"),
                        site.say("problems.title", round.title()),
                        site.say("problems.description", round.title()))
                .in("problems")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        List<ProblemRow> rows = round.problems().stream()
                .map(listed -> row(listed.place(), listed.problem()))
                .toList();
        List<ProblemRow> overdue = rows.stream()
                .filter(row -> row.state() == ProblemState.OVERDUE)
                .sorted(Comparator.comparing(ProblemRow::deadline))
                .toList();
        return new ProblemsPage(
                draft.article(site.document(
                        round,
                        round.reports().stream()
                                .map(report -> report.dossier().report().drawnUp())
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        round.firstPublication().orElseThrow(),
                        round.published().round().bodies().office())),
                ProblemStates.bar(
                        site.say("problems.states", site.asOf()),
                        round.problems().stream().map(RoundView.Listed::problem).toList(),
                        site.asOf(),
                        state -> site.say("state." + state.key())),
                overdue,
                rows);
    }

    ProblemPage problem(ApprovedReport report, Problem problem) {
        PlaceCode place = report.dossier().place().code();
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().problem(round.key(), place, problem.id()),
                        problem.title(),
                        site.say("problem.description", round.name(place), problem.id(), problem.title()))
                .in("problems")
                .under(site.trail(round, round.part("problems")))
                .beside(round.local())
                .withData();
        return new ProblemPage(
                draft.article(site.document(
                        round,
                        report.dossier().report().index(),
                        report.dossier().report().document(),
                        report.dossier().report().drawnUp(),
                        report.publishedOn(),
                        round.published().round().bodies().office())),
                row(place, problem),
                problem.text(),
                problem.measures(),
                course(report.dossier().stages(), problem),
                facts(problem),
                problem.result(),
                problem.recheck()
                        .map(check -> site.say(
                                check.passed() ? "problem.recheck.passed" : "problem.recheck.failed",
                                check.date(),
                                check.note())));
    }

    List<ProblemRow> rows(PlaceCode place, List<Problem> problems) {
        return problems.stream().map(problem -> row(place, problem)).toList();
    }

    Link indicator(IndicatorCode code) {
        String name = round.system()
                .find(code)
                .map(one -> one.code() + " " + one.name())
                .orElse(code.value());
        return new Link(name, site.paths().indicator(round.key(), code));
    }

    private ProblemRow row(PlaceCode place, Problem problem) {
        return new ProblemRow(
                new Link(problem.title(), site.paths().problem(round.key(), place, problem.id())),
                problem.id(),
                round.placeLink(place),
                indicator(problem.indicator()),
                problem.prominent(),
                problem.deadline().toString(),
                ProblemStates.of(problem, site.asOf()));
    }

    /** From the opinion to the re-check, by date. */
    private List<ProblemPage.Step> course(Stages stages, Problem problem) {
        List<ProblemPage.Step> steps = new ArrayList<>();
        steps.add(step(
                "problem.feedback",
                stages.feedback().date(),
                Optional.of(stages.feedback().document())));
        steps.add(step("problem.plan", stages.rectification().plan(), Optional.empty()));
        steps.add(step("problem.deadline", problem.deadline(), Optional.empty()));
        problem.completed().ifPresent(day -> steps.add(step("problem.done", day, Optional.empty())));
        problem.recheck()
                .ifPresent(check -> steps.add(step(
                        "problem.recheck",
                        check.date(),
                        Optional.of(site.say(check.passed() ? "problem.passed" : "problem.failed")))));
        steps.sort(Comparator.comparing(ProblemPage.Step::date));
        return steps;
    }

    private ProblemPage.Step step(String key, LocalDate day, Optional<String> note) {
        return new ProblemPage.Step(site.say(key), day, day.isAfter(site.asOf()), note);
    }

    private List<Fact> facts(Problem problem) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(site.say("problem.evidence"), problem.evidence()));
        facts.add(new Fact(site.say("problem.status"), problem.status().label()));
        facts.add(new Fact(site.say("problem.asOf"), site.asOf().toString()));
        return facts;
    }
}
