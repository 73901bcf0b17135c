package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.outcome.Outcome;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.report.AnnualReport;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.templates.frame.DocumentBlock;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.AreaBars;
import org.gongshi.templates.site.IntervalChart;
import org.gongshi.templates.site.OutcomesPage;
import org.gongshi.templates.site.PlacePage;
import org.gongshi.templates.site.ProblemState;
import org.gongshi.templates.site.ReportPage;

/** An approved report becomes the page of its place and the page of its full text. */
final class PlaceComposer {
    private final Composition site;
    private final RoundView round;
    private final ApprovedReport report;
    private final PlaceCode place;

    PlaceComposer(Composition site, RoundView round, ApprovedReport report) {
        this.site = site;
        this.round = round;
        this.report = report;
        this.place = report.dossier().place().code();
    }

    PlacePage place() {
        AreaBars areas = new PlaceAreas(site, round, report).bars();
        String answer = answer(areas);
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().place(round.key(), place),
                        site.say("place.title", round.name(place), round.title()),
                        answer)
                .in("round")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        AnnualReport text = report.dossier().report();
        return new PlacePage(
                draft.article(document()),
                round.name(place),
                report.grade(),
                report.band(),
                report.weightedScore().shown(),
                answer,
                new PlacePage.Standards(text.standards().label(), text.standardsBasis()),
                text.gradeReason(),
                areas,
                survey(),
                site.paths().placeSurvey(round.key(), place),
                practices(),
                new ProblemComposer(site, round)
                        .rows(place, report.dossier().problems().problems()),
                new PlaceStages(site, round, report).facts(),
                Approvals.steps(site, report),
                report.dossier().outcomes().stream()
                        .map(outcome -> outcome(outcome, round.placeLink(place)))
                        .toList(),
                site.paths().report(round.key(), place),
                print(),
                more(),
                counties(),
                site.corrections(site.paths().place(round.key(), place)).stream()
                        .map(one -> TextComposer.correction(site, one))
                        .toList(),
                new TraceComposer(site.paths(), round).trace(report),
                checks());
    }

    ReportPage report() {
        AnnualReport text = report.dossier().report();
        String path = site.paths().report(round.key(), place);
        Frames.Draft draft = site.frames()
                .page(path, text.title(), site.say("report.description", round.name(place), round.title()))
                .in("round")
                .under(site.trail(round, round.placeLink(place)))
                .beside(round.local())
                .withData();
        MarkdownHtml.Converted body = MarkdownHtml.convert(
                text.body(),
                path,
                site.edition(),
                new Citations(site.paths(), round, report),
                new ReportPictures(text.pictures(), path));
        return new ReportPage(
                draft.article(document()),
                body.html(),
                body.headings(),
                Approvals.steps(site, report),
                new Link(
                        site.say("report.place", round.name(place)),
                        site.paths().place(round.key(), place)),
                print());
    }

    /** The pictures that the page of its text shows, by their paths on the site. */
    Map<String, Picture> pictures(ReportPage page) {
        return new ReportPictures(
                        report.dossier().report().pictures(), page.frame().path())
                .shown(page.body());
    }

    private Optional<String> print() {
        return site.hasDocuments() ? Optional.of(PrintComposer.path(site.paths(), round, report)) : Optional.empty();
    }

    /** The place's own round over its counties (第十六条). */
    private Optional<PlacePage.Counties> counties() {
        return new CountiesComposer(site, round)
                .held(place)
                .map(held -> new PlacePage.Counties(
                        new Link(
                                site.say("place.counties", held.placesLabel()),
                                site.paths().counties(round.key(), place)),
                        new RoundComposer(site, held).answer(),
                        new RoundComposer(site, held).tiles()));
    }

    /** What an auditor needs beside the trace. */
    private List<Link> checks() {
        List<Link> checks = new ArrayList<>();
        checks.add(new Link(site.say("trace.scores"), site.paths().data(round.key(), "scores.csv")));
        checks.add(new Link(site.say("trace.indicators"), site.paths().data(round.key(), "indicators.csv")));
        checks.add(new Link(site.say("trace.rules"), site.paths().part(round.key(), "indicators")));
        for (String text : List.of("methodology", "verify")) {
            if (site.hasText(text)) {
                checks.add(new Link(site.say("trace." + text), SitePaths.text(text)));
            }
        }
        return checks;
    }

    private List<Link> more() {
        List<Link> more = new ArrayList<>();
        more.add(new Link(
                site.say("history.title", round.name(place)), site.paths().history(place)));
        more.add(new Link(
                site.say("selfEvaluation.place.title", round.name(place), round.title()),
                site.paths().selfEvaluation(round.key(), place)));
        new CountiesComposer(site, round)
                .held(place)
                .ifPresent(counties -> more.add(new Link(
                        site.say(
                                "counties.title",
                                round.name(place),
                                counties.placesLabel(),
                                round.key().year()),
                        site.paths().counties(round.key(), place))));
        return more;
    }

    static OutcomesPage.Row outcome(Outcome outcome, Link place) {
        return new OutcomesPage.Row(
                outcome.date().toString(),
                place,
                outcome.kind().label(),
                outcome.text(),
                outcome.document(),
                outcome.body());
    }

    private DocumentBlock document() {
        AnnualReport text = report.dossier().report();
        return site.document(
                round,
                text.index(),
                text.document(),
                text.drawnUp(),
                report.publishedOn(),
                round.published().round().bodies().office());
    }

    /** One sentence: score, grade, strongest and weakest area, problems. */
    private String answer(AreaBars areas) {
        Comparator<AreaBars.Bar> byRate = Comparator.comparing(AreaBars.Bar::rate);
        AreaBars.Bar best = areas.bars().stream()
                .reduce((a, b) -> byRate.compare(b, a) > 0 ? b : a)
                .orElseThrow();
        AreaBars.Bar worst = areas.bars().stream()
                .reduce((a, b) -> byRate.compare(b, a) < 0 ? b : a)
                .orElseThrow();
        var problems = report.dossier().problems().problems();
        long prominent =
                problems.stream().filter(problem -> problem.prominent()).count();
        long overdue = problems.stream()
                .filter(problem -> ProblemStates.of(problem, site.asOf()) == ProblemState.OVERDUE)
                .count();
        return site.say(
                "place.answer",
                round.name(place),
                report.weightedScore().shown(),
                report.grade().label(),
                best.name(),
                best.rateShown(),
                worst.name(),
                worst.rateShown(),
                problems.size(),
                prominent,
                overdue);
    }

    private Optional<IntervalChart> survey() {
        return round.published().results().map(results -> {
            List<IntervalChart.Row> rows = new ArrayList<>();
            for (Audience audience : Audience.values()) {
                results.find(place, audience)
                        .ifPresent(result -> rows.add(
                                new IntervalChart.Row(audience.label(), SurveyFigures.of(result.index(), ""))));
            }
            return SatisfactionComposer.chart(
                    site, "survey-index", site.say("survey.chart.place", round.name(place)), rows);
        });
    }

    private List<PlacePage.Commended> practices() {
        return report.dossier().problems().practices().stream()
                .map(practice -> new PlacePage.Commended(
                        practice.title(),
                        practice.text(),
                        new ProblemComposer(site, round).indicator(practice.indicator())))
                .toList();
    }
}
