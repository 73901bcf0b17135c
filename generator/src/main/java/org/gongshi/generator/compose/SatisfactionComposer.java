package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.templates.frame.DocumentBlock;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.ChartText;
import org.gongshi.templates.site.Fact;
import org.gongshi.templates.site.IntervalChart;
import org.gongshi.templates.site.SatisfactionPage;
import org.gongshi.templates.site.SurveyFigure;

/** Released results become the survey page of a round; withheld figures stay withheld, with their reason. */
final class SatisfactionComposer {
    private final Composition site;
    private final RoundView round;
    private final ReleasedResults results;

    SatisfactionComposer(Composition site, RoundView round, ReleasedResults results) {
        this.site = site;
        this.round = round;
        this.results = results;
    }

    SatisfactionPage survey() {
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().part(round.key(), "survey"),
                        site.say("survey.title", round.title()),
                        site.say("survey.answer"))
                .in("survey")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        return new SatisfactionPage(
                draft.article(document(site, round, results)),
                answer(),
                facts(),
                Arrays.stream(Audience.values())
                        .flatMap(audience -> section(audience).stream())
                        .toList(),
                new AnalysisComposer(site, round, results).tables(),
                round.part(MethodComposer.PART),
                round.reports().stream()
                        .map(report -> report.dossier().place().code())
                        .filter(this::hasPage)
                        .map(code -> new Link(round.name(code), site.paths().placeSurvey(round.key(), code)))
                        .toList());
    }

    /** The indices of the whole area in a sentence; what the survey is, where none of them is shown. */
    private String answer() {
        List<String> indices = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            results.find(round.key().organizer(), audience)
                    .map(result -> SurveyFigures.of(result.index(), ""))
                    .filter(figure -> figure.reason().isEmpty())
                    .ifPresent(figure -> indices.add(audience.label() + " " + figure.shown()));
        }
        return indices.isEmpty() ? site.say("survey.answer") : site.say("survey.indices", String.join("，", indices));
    }

    /** The survey's document: published with the round's first report, from the commissioned agency. */
    static DocumentBlock document(Composition site, RoundView round, ReleasedResults results) {
        LocalDate published = round.firstPublication().orElseThrow();
        LocalDate drawnUp = results.released().isAfter(published) ? published : results.released();
        return site.document(
                round, drawnUp, published, round.published().round().agency());
    }

    /** Estimates as a chart, told in words from the very rows that are drawn. */
    static IntervalChart chart(Composition site, String id, String title, List<IntervalChart.Row> rows) {
        String described = rows.isEmpty()
                ? site.say("list.none")
                : String.join("；", rows.stream().map(SatisfactionComposer::told).toList());
        return new IntervalChart(
                new ChartText(id, title, described, id + "-table"),
                SurveyFigures.scale(rows.stream().map(IntervalChart.Row::figure).toList()),
                rows);
    }

    private static String told(IntervalChart.Row row) {
        SurveyFigure figure = row.figure();
        return row.label() + " "
                + figure.reason()
                        .orElse(figure.shown()
                                + figure.interval()
                                        .map(text -> "（" + text + "）")
                                        .orElse(""));
    }

    private boolean hasPage(PlaceCode code) {
        return results.results().stream().anyMatch(result -> result.place().equals(code));
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(site.say("survey.window"), results.opened() + " — " + results.closed()));
        facts.add(new Fact(site.say("survey.released"), results.released().toString()));
        facts.add(new Fact(site.say("survey.releasedBy"), String.join("、", results.releasedBy())));
        facts.add(new Fact(site.say("survey.agency"), round.published().round().agency()));
        facts.add(new Fact(site.say("survey.mode"), AudienceResult.Mode.PROBABILITY.label()));
        facts.add(new Fact(site.say("survey.method"), results.method()));
        facts.add(new Fact(site.say("survey.plan"), results.plan().toString()));
        facts.addAll(new DeviationComposer(site, round, results).facts());
        results.collected().receipts().ifPresent(receipts -> {
            facts.add(new Fact(site.say("survey.receipts"), Long.toString(receipts.count())));
            facts.add(new Fact(site.say("survey.receiptsRoot"), receipts.root().toString()));
        });
        return facts;
    }

    private Optional<SatisfactionPage.Section> section(Audience audience) {
        List<SatisfactionPage.Row> rows = new ArrayList<>();
        List<IntervalChart.Row> drawn = new ArrayList<>();
        results.find(round.key().organizer(), audience).ifPresent(result -> add(rows, drawn, whole(), result));
        for (var report : round.reports()) {
            PlaceCode code = report.dossier().place().code();
            Link link = new Link(round.name(code), site.paths().placeSurvey(round.key(), code));
            results.find(code, audience).ifPresent(result -> add(rows, drawn, link, result));
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        IntervalChart chart =
                chart(site, "index-" + audience.key(), site.say("survey.chart.audience", audience.label()), drawn);
        return Optional.of(new SatisfactionPage.Section(audience.key(), audience.label(), chart, rows));
    }

    private Link whole() {
        return new Link(site.say("survey.whole"), site.paths().part(round.key(), "survey"));
    }

    private static void add(
            List<SatisfactionPage.Row> rows, List<IntervalChart.Row> drawn, Link place, AudienceResult result) {
        SurveyFigure index = SurveyFigures.of(result.index(), "");
        drawn.add(new IntervalChart.Row(place.text(), index));
        rows.add(new SatisfactionPage.Row(
                place,
                Long.toString(result.invited()),
                responded(result),
                rate(result),
                index,
                SurveyFigures.of(result.satisfied(), "%")));
    }

    static String responded(AudienceResult result) {
        return result.responded().map(n -> Long.toString(n)).orElse(SurveyFigures.WITHHELD);
    }

    /** Response rate; no such thing for volunteers. */
    static String rate(AudienceResult result) {
        if (!result.mode().infers()) {
            return TraceComposer.NOT_APPLICABLE;
        }
        return result.responseRate().map(rate -> rate.toPlainString() + "%").orElse(SurveyFigures.WITHHELD);
    }
}
