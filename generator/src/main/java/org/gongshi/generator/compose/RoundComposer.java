package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.templates.frame.DocumentBlock;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.ChartText;
import org.gongshi.templates.site.DotPlot;
import org.gongshi.templates.site.HeatTable;
import org.gongshi.templates.site.IntervalChart;
import org.gongshi.templates.site.OutcomesPage;
import org.gongshi.templates.site.ReportsPage;
import org.gongshi.templates.site.ResultRow;
import org.gongshi.templates.site.RoundPage;
import org.gongshi.templates.site.Scale;
import org.gongshi.templates.site.StateBar;
import org.gongshi.templates.site.Tile;

/** A round and its reports become the year's overview, the list of reports and the use of results. */
final class RoundComposer {
    // 第十四条：加权分数≥85分的为优秀；60分≤加权分数＜85分的为合格
    private static final List<BigDecimal> BOUNDS = List.of(BigDecimal.valueOf(60), BigDecimal.valueOf(85));

    private final Composition site;
    private final RoundView round;

    RoundComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    /** @param downloads the round's tables */
    RoundPage round(List<Link> downloads) {
        String answer = answer();
        Frames.Draft draft = site.frames()
                .page(site.paths().round(round.key()), round.title(), answer)
                .in("round")
                .under(site.above(round).toArray(Link[]::new))
                .beside(round.local())
                .withData();
        return new RoundPage(
                frame(draft),
                answer,
                tiles(),
                round.hasReports() ? Optional.of(dots()) : Optional.empty(),
                results(),
                round.hasReports()
                        ? round.published().awaited().stream().map(round::name).toList()
                        : List.of(),
                round.hasReports() ? Optional.of(heat()) : Optional.empty(),
                survey(),
                round.hasReports() ? Optional.of(problems()) : Optional.empty(),
                downloads,
                site.heldBelow(round).stream()
                        .map(held -> new Link(held.title(), held.link().path()))
                        .toList());
    }

    /** One sentence: how many places stand where. */
    String answer() {
        if (!round.hasReports()) {
            return site.say(
                    "round.answer.ahead", round.published().round().places().size(), round.placesLabel());
        }
        Map<Grade, Long> counts = new EnumMap<>(Grade.class);
        round.reports().forEach(report -> counts.merge(report.grade(), 1L, Long::sum));
        return site.say(
                "round.answer",
                round.reports().size(),
                round.placesLabel(),
                counts.getOrDefault(Grade.EXCELLENT, 0L),
                counts.getOrDefault(Grade.QUALIFIED, 0L),
                counts.getOrDefault(Grade.UNQUALIFIED, 0L));
    }

    List<Tile> tiles() {
        return round.published().round().places().stream().map(this::tile).toList();
    }

    ReportsPage reports() {
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().part(round.key(), "report"),
                        site.say("reports.title", round.title()),
                        site.say("reports.lead"))
                .in("round")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        List<ReportsPage.Row> rows = round.reports().stream()
                .map(report -> new ReportsPage.Row(
                        new Link(report.dossier().report().title(), site.paths().report(round.key(), code(report))),
                        round.placeLink(code(report)),
                        report.dossier().report().document(),
                        Approvals.steps(site, report)))
                .toList();
        return new ReportsPage(draft.article(document()), rows);
    }

    OutcomesPage outcomes() {
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().part(round.key(), "outcomes"),
                        site.say("outcomes.title", round.title()),
                        site.say("outcomes.lead"))
                .in("round")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        List<OutcomesPage.Row> rows = round.published().outcomes().stream()
                .map(outcome -> PlaceComposer.outcome(outcome, round.placeLink(outcome.place())))
                .toList();
        return new OutcomesPage(draft.article(document()), rows);
    }

    /** The round's own document block: its first publication. */
    private DocumentBlock document() {
        LocalDate drawnUp = round.reports().stream()
                .map(report -> report.dossier().report().drawnUp())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return site.document(
                round,
                drawnUp,
                round.firstPublication().orElseThrow(),
                round.published().round().bodies().office());
    }

    private Frame frame(Frames.Draft draft) {
        return round.hasReports() ? draft.article(document()) : draft.column(site.say("meta.type.disclosure"));
    }

    private Tile tile(PlaceCode code) {
        Optional<ApprovedReport> report =
                round.reports().stream().filter(one -> code(one).equals(code)).findFirst();
        return new Tile(
                round.name(code),
                report.map(ApprovedReport::grade),
                report.map(one -> one.weightedScore().shown()),
                report.filter(one -> one.band().isAbove(one.grade()))
                        .map(one -> site.say("tiles.below", one.band().label())),
                report.isPresent() || site.withdrawn(round, code).isPresent()
                        ? Optional.of(site.paths().place(round.key(), code))
                        : Optional.empty());
    }

    private List<ResultRow> results() {
        return round.reports().stream()
                .map(report -> new ResultRow(
                        round.placeLink(code(report)),
                        code(report).value(),
                        report.weightedScore().shown(),
                        report.weightedScore().exact(),
                        report.band(),
                        report.grade(),
                        report.dossier().report().gradeReason(),
                        report.publishedOn().toString()))
                .toList();
    }

    private DotPlot dots() {
        List<DotPlot.Dot> dots = round.reports().stream()
                .map(report -> new DotPlot.Dot(
                        round.name(code(report)),
                        report.weightedScore().value(),
                        report.weightedScore().shown(),
                        Optional.of(report.grade())))
                .toList();
        String described = String.join(
                "；",
                dots.stream()
                        .map(dot -> dot.label() + " " + dot.shown()
                                + dot.grade()
                                        .map(grade -> "（" + grade.label() + "）")
                                        .orElse(""))
                        .toList());
        ChartText text = new ChartText("dots", site.say("dots.title"), described, "scores");
        return new DotPlot(text, scale(dots), BOUNDS, dots);
    }

    /** From the ten below the lowest score, and below the bound of 60 at least, up to 100. */
    private static Scale scale(List<DotPlot.Dot> dots) {
        long low =
                dots.stream().mapToLong(dot -> Numbers.tens(dot.value())).min().orElse(50);
        return Scale.of(Math.min(50, low), 100);
    }

    private HeatTable heat() {
        List<String> columns =
                round.system().areas().stream().map(area -> area.name()).toList();
        List<HeatTable.Row> rows = round.reports().stream()
                .map(report -> new HeatTable.Row(
                        round.placeLink(code(report)),
                        round.system().areas().stream()
                                .map(area -> RoundView.rate(report, area))
                                .map(rate -> new HeatTable.Cell(Numbers.percentShown(rate), level(rate)))
                                .toList()))
                .toList();
        return new HeatTable(columns, rows);
    }

    private static int level(BigDecimal rate) {
        return Math.max(1, Math.min(5, (int) (Numbers.tens(rate) / 10) - 4));
    }

    private Optional<IntervalChart> survey() {
        return round.published().results().map(results -> {
            List<IntervalChart.Row> rows = new ArrayList<>();
            for (Audience audience : Audience.values()) {
                results.find(round.key().organizer(), audience)
                        .ifPresent(result -> rows.add(
                                new IntervalChart.Row(audience.label(), SurveyFigures.of(result.index(), ""))));
            }
            return SatisfactionComposer.chart(site, "survey-index", site.say("survey.chart.all"), rows);
        });
    }

    private StateBar problems() {
        return ProblemStates.bar(
                site.say("problems.states", site.asOf()),
                round.problems().stream().map(RoundView.Listed::problem).toList(),
                site.asOf(),
                state -> site.say("state." + state.key()));
    }

    private static PlaceCode code(ApprovedReport report) {
        return report.dossier().place().code();
    }
}
