package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongshi.evaluation.stage.Problem;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.ChartText;
import org.gongshi.templates.site.CurveChart;
import org.gongshi.templates.site.ProblemState;
import org.gongshi.templates.site.StackedBars;
import org.gongshi.templates.site.StateBar;

/** The rectification board of a round: what is overdue at the as-of date, and what falls due next? */
final class RectificationComposer {
    /** Days ahead in which a deadline is told as near. */
    private static final int NEAR = 90;

    private final Composition site;
    private final RoundView round;

    RectificationComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    BlocksPage page() {
        List<RoundView.Listed> overdue = listed(ProblemState.OVERDUE);
        long passed = listed(ProblemState.PASSED).size();
        String answer = site.say(
                "rectification.answer",
                site.asOf(),
                round.problems().size(),
                due(),
                passed,
                listed(ProblemState.DONE).size(),
                overdue.size());
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().part(round.key(), "rectification"),
                        site.say("rectification.title", round.title()),
                        answer)
                .in("problems")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        List<BlocksPage.Section> sections = new ArrayList<>();
        sections.add(BlocksPage.Section.lead(new Block.Paragraph(answer, Block.Tone.ANSWER)));
        sections.add(BlocksPage.Section.of(
                "overdue",
                site.say("problems.overdue"),
                overdue.isEmpty()
                        ? new Block.Paragraph(site.say("rectification.none", site.asOf()), Block.Tone.PLAIN)
                        : table("overdue-list", site.say("problems.overdue.caption", site.asOf()), overdue)));
        List<RoundView.Listed> near = near();
        if (!near.isEmpty()) {
            sections.add(BlocksPage.Section.of(
                    "near",
                    site.say("rectification.near", NEAR),
                    table("near-list", site.say("rectification.near.caption", NEAR, site.asOf()), near)));
        }
        sections.add(
                BlocksPage.Section.of("curve", site.say("rectification.curve"), new Block.Drawing(curve()), days()));
        sections.add(BlocksPage.Section.of(
                "places", site.say("rectification.places"), new Block.Drawing(stacked()), counts()));
        return new BlocksPage(draft.column(site.say("meta.type.disclosure")), sections, false);
    }

    private long due() {
        return round.problems().stream()
                .filter(one -> !one.problem().deadline().isAfter(site.asOf()))
                .count();
    }

    private ProblemState state(RoundView.Listed listed) {
        return ProblemStates.of(listed.problem(), site.asOf());
    }

    private List<RoundView.Listed> listed(ProblemState state) {
        return round.problems().stream()
                .filter(one -> state(one) == state)
                .sorted(Comparator.comparing(one -> one.problem().deadline()))
                .toList();
    }

    private List<RoundView.Listed> near() {
        LocalDate until = site.asOf().plusDays(NEAR);
        return round.problems().stream()
                .filter(one -> state(one) == ProblemState.OPEN || state(one) == ProblemState.IN_PROGRESS)
                .filter(one -> !one.problem().deadline().isAfter(until))
                .sorted(Comparator.comparing(one -> one.problem().deadline()))
                .toList();
    }

    private Block table(String id, String caption, List<RoundView.Listed> problems) {
        boolean late = id.equals("overdue-list");
        return new Block.Table(
                id,
                caption,
                List.of(
                        Block.Column.text(site.say("problem.title")),
                        Block.Column.text(site.say("scores.place")),
                        Block.Column.text(site.say("problem.deadline")),
                        Block.Column.number(site.say(late ? "rectification.late" : "rectification.left")),
                        Block.Column.text(site.say("problem.state"))),
                problems.stream()
                        .map(one -> Block.Row.of(
                                Block.Cell.link(new Link(
                                        one.problem().title(),
                                        site.paths()
                                                .problem(
                                                        round.key(),
                                                        one.place(),
                                                        one.problem().id()))),
                                Block.Cell.link(round.placeLink(one.place())),
                                Block.Cell.of(one.problem().deadline()),
                                Block.Cell.of(Math.abs(ChronoUnit.DAYS.between(
                                        site.asOf(), one.problem().deadline()))),
                                Block.Cell.state(state(one))))
                        .toList(),
                true);
    }

    CurveChart curve() {
        List<Problem> problems =
                round.problems().stream().map(RoundView.Listed::problem).toList();
        List<CurveChart.Curve> curves = List.of(
                new CurveChart.Curve(
                        "due", site.say("curve.due"), steps(problems.stream().map(Problem::deadline))),
                new CurveChart.Curve(
                        "done",
                        site.say("curve.done"),
                        steps(problems.stream().flatMap(one -> one.completed().stream()))),
                new CurveChart.Curve(
                        "passed",
                        site.say("curve.passed"),
                        steps(problems.stream()
                                .flatMap(one -> one.recheck().stream())
                                .filter(check -> check.passed())
                                .map(check -> check.date()))));
        List<LocalDate> days = curves.stream()
                .flatMap(curve -> curve.steps().stream().map(CurveChart.Step::day))
                .sorted()
                .toList();
        LocalDate first = days.isEmpty() ? site.asOf() : days.get(0);
        LocalDate last = days.isEmpty() ? site.asOf() : days.get(days.size() - 1);
        String described = String.join(
                "；",
                curves.stream().map(curve -> curve.label() + " " + curve.last()).toList());
        return new CurveChart(
                new ChartText("curve-chart", site.say("rectification.chart"), described, "days"),
                first.minusDays(7),
                last.plusDays(7),
                site.asOf(),
                Math.max(1, problems.size()),
                curves);
    }

    private static List<CurveChart.Step> steps(Stream<LocalDate> days) {
        Map<LocalDate, Integer> byDay = new TreeMap<>();
        days.forEach(day -> byDay.merge(day, 1, Integer::sum));
        List<CurveChart.Step> steps = new ArrayList<>();
        int count = 0;
        for (Map.Entry<LocalDate, Integer> day : byDay.entrySet()) {
            count += day.getValue();
            steps.add(new CurveChart.Step(day.getKey(), count));
        }
        return steps;
    }

    /** The numbers of the curves at the end of each month. */
    private Block days() {
        CurveChart chart = curve();
        List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text(site.say("curve.until"))));
        chart.curves().forEach(curve -> columns.add(Block.Column.number(curve.label())));
        List<Block.Row> rows = new ArrayList<>();
        LocalDate month = chart.from().withDayOfMonth(1);
        while (!month.isAfter(chart.to())) {
            LocalDate end = month.plusMonths(1).minusDays(1);
            List<Block.Cell> cells = new ArrayList<>(List.of(Block.Cell.of(end)));
            for (CurveChart.Curve curve : chart.curves()) {
                boolean ahead = end.isAfter(site.asOf()) && !curve.key().equals("due");
                cells.add(Block.Cell.of(ahead ? "…" : Integer.toString(upTo(curve, end))));
            }
            rows.add(new Block.Row(Optional.empty(), cells));
            month = month.plusMonths(1);
        }
        return new Block.Table("days", site.say("rectification.chart"), columns, rows, false);
    }

    private static int upTo(CurveChart.Curve curve, LocalDate day) {
        return curve.steps().stream()
                .filter(step -> !step.day().isAfter(day))
                .mapToInt(CurveChart.Step::count)
                .max()
                .orElse(0);
    }

    StackedBars stacked() {
        List<StackedBars.Row> rows = round.reports().stream()
                .map(report -> new StackedBars.Row(
                        round.name(report.dossier().place().code()),
                        segments(report.dossier().problems().problems())))
                .toList();
        String described = String.join(
                "；", rows.stream().map(row -> row.label() + " " + row.total()).toList());
        return new StackedBars(
                new ChartText("stacked", site.say("rectification.stacked", site.asOf()), described, "counts"), rows);
    }

    private List<StateBar.Segment> segments(List<Problem> problems) {
        return Arrays.stream(ProblemState.values())
                .map(state -> new StateBar.Segment(state, site.say("state." + state.key()), (int) problems.stream()
                        .filter(one -> ProblemStates.of(one, site.asOf()) == state)
                        .count()))
                .toList();
    }

    private Block counts() {
        List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text(site.say("scores.place"))));
        for (ProblemState state : ProblemState.values()) {
            columns.add(Block.Column.number(site.say("state." + state.key())));
        }
        columns.add(Block.Column.number(site.say("problem.count")));
        List<Block.Row> rows = stacked().rows().stream()
                .map(row -> {
                    List<Block.Cell> cells = new ArrayList<>(List.of(Block.Cell.of(row.label())));
                    row.segments().forEach(segment -> cells.add(Block.Cell.of(segment.count())));
                    cells.add(Block.Cell.of(row.total()));
                    return new Block.Row(Optional.empty(), cells);
                })
                .toList();
        return new Block.Table("counts", site.say("rectification.stacked", site.asOf()), columns, rows, false);
    }
}
