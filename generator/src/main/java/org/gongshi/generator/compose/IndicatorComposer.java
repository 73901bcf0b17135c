package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.Step;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorScore;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.ChartText;
import org.gongshi.templates.site.DotPlot;
import org.gongshi.templates.site.Fact;
import org.gongshi.templates.site.IndicatorPage;
import org.gongshi.templates.site.IndicatorsPage;
import org.gongshi.templates.site.Scale;

/** The indicator system of a round becomes one page, and a page for each indicator. */
final class IndicatorComposer {
    private final Composition site;
    private final RoundView round;

    IndicatorComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    IndicatorsPage indicators() {
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().part(round.key(), "indicators"),
                        site.say("indicators.title", round.title()),
                        site.say("indicators.description", round.title()))
                .in("indicators")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        return new IndicatorsPage(
                frame(draft),
                round.system().document(),
                round.system().areas().stream().map(this::area).toList(),
                round.system().indicators().size(),
                "100");
    }

    IndicatorPage indicator(ContentArea area, Indicator indicator) {
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().indicator(round.key(), indicator.code()),
                        indicator.code() + " " + indicator.name(),
                        indicator.definition())
                .in("indicators")
                .under(site.trail(round, round.part("indicators")))
                .beside(round.local())
                .withData();
        return new IndicatorPage(frame(draft), facts(area, indicator), dots(indicator), rows(indicator));
    }

    /** A document once the notice was issued; before that a page of the column. */
    private Frame frame(Frames.Draft draft) {
        Optional<LocalDate> issued = round.published()
                .round()
                .milestone(Step.NOTICE)
                .flatMap(Milestone::actual)
                .filter(day -> !day.isAfter(site.asOf()));
        return issued.map(day -> draft.article(site.document(
                        round,
                        site.say("document.none"),
                        round.system().document(),
                        day,
                        day,
                        round.published().round().bodies().office())))
                .orElseGet(() -> draft.column(site.say("meta.type.disclosure")));
    }

    private IndicatorsPage.Area area(ContentArea area) {
        return new IndicatorsPage.Area(
                area.id(),
                area.name(),
                area.topics(),
                Numbers.exact(area.weight()),
                area.indicators().stream()
                        .map(one -> new IndicatorsPage.Row(
                                new Link(one.name(), site.paths().indicator(round.key(), one.code())),
                                one.code().value(),
                                Numbers.exact(one.weight()),
                                one.key(),
                                one.rule().wording(),
                                one.source()))
                        .toList());
    }

    private List<Fact> facts(ContentArea area, Indicator indicator) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(site.say("indicator.definition"), indicator.definition()));
        facts.add(new Fact(site.say("indicator.area"), area.name()));
        facts.add(new Fact(site.say("trace.weight"), Numbers.exact(indicator.weight())));
        facts.add(new Fact(site.say("indicators.rule"), indicator.rule().wording()));
        facts.add(new Fact(site.say("indicators.source"), indicator.source()));
        if (indicator.key()) {
            facts.add(new Fact(site.say("indicators.key"), site.say("indicator.key.meaning")));
        }
        return facts;
    }

    private Optional<DotPlot> dots(Indicator indicator) {
        if (!round.hasReports()) {
            return Optional.empty();
        }
        List<DotPlot.Dot> dots =
                round.reports().stream().map(report -> dot(report, indicator)).toList();
        String described = String.join(
                "；", dots.stream().map(dot -> dot.label() + " " + dot.shown()).toList());
        ChartText text = new ChartText("points", site.say("indicator.chart", indicator.name()), described, "values");
        return Optional.of(new DotPlot(text, Scale.of(0, 100), List.of(), dots));
    }

    private DotPlot.Dot dot(ApprovedReport report, Indicator indicator) {
        IndicatorScore score = report.dossier().sheet().score(indicator.code());
        return new DotPlot.Dot(
                report.dossier().place().name(),
                score.points().value(),
                score.points().exact(),
                Optional.empty());
    }

    private List<IndicatorPage.Row> rows(Indicator indicator) {
        return round.reports().stream()
                .map(report -> {
                    IndicatorScore score = report.dossier().sheet().score(indicator.code());
                    PlaceCode place = report.dossier().place().code();
                    String trace = indicator.code().value();
                    return new IndicatorPage.Row(
                            new Link(round.name(place), site.paths().trace(round.key(), place, trace)),
                            TraceComposer.raw(score, indicator),
                            score.points().exact(),
                            Numbers.exact(report.dossier().sheet().contribution(indicator)),
                            score.evidence().isBlank() ? TraceComposer.NOT_APPLICABLE : score.evidence());
                })
                .toList();
    }
}
