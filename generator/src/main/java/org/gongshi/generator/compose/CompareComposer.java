package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.SystemComparison;
import org.gongshi.evaluation.stage.Problem;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.ChartText;
import org.gongshi.templates.site.Dumbbell;
import org.gongshi.templates.site.Scale;
import org.gongshi.templates.site.SlopeChart;

/** Two years of an organizer beside each other: who changed most? Years that cannot be compared are refused, with the reason. */
final class CompareComposer {
    private final Composition site;
    private final YearPair pair;
    private final String years;
    private final CompareSurvey survey;

    CompareComposer(Composition site, YearPair pair) {
        this.site = site;
        this.pair = pair;
        this.years = pair.before().key().year() + "–" + pair.after().key().year();
        this.survey = new CompareSurvey(site, pair, years);
    }

    BlocksPage page() {
        String answer = pair.systems().isComparable() ? answer() : site.say("compare.refused.short", years);
        Frames.Draft draft = site.frames()
                .page(path(), site.say("compare.title", years), answer)
                .in("compare")
                .under(site.home(), list(site, pair.after()))
                .withData();
        List<BlocksPage.Section> sections = new ArrayList<>();
        sections.add(BlocksPage.Section.lead(
                new Block.Paragraph(answer, Block.Tone.ANSWER), new Block.Paragraph(note(), tone())));
        if (pair.systems().isComparable()) {
            sections.add(BlocksPage.Section.of(
                    "scores",
                    site.say("compare.scores"),
                    new Block.Drawing(slope()),
                    scores(),
                    note("compare.scores.note")));
            sections.add(
                    BlocksPage.Section.of("areas", site.say("compare.areas"), areas(), note("compare.areas.note")));
        }
        survey.section().ifPresent(sections::add);
        repeated().ifPresent(sections::add);
        systems().ifPresent(sections::add);
        return new BlocksPage(draft.column(site.say("meta.type.data")), sections, true);
    }

    /** A chart for each audience that was asked in both years. */
    List<Dumbbell> dumbbells() {
        return survey.dumbbells();
    }

    Link link() {
        return new Link(site.say("compare.title", years), path());
    }

    /** The list of all comparisons of a round's organizer. */
    static Link list(Composition site, RoundView round) {
        return new Link(
                site.say("page.compare"), site.paths().comparisons(round.key().organizer()));
    }

    private String path() {
        return site.paths().comparison(pair.before().key(), pair.after().key());
    }

    private String answer() {
        List<YearPair.Both> places = pair.places();
        long up = places.stream().filter(one -> one.change().signum() > 0).count();
        long down = places.stream().filter(one -> one.change().signum() < 0).count();
        Optional<YearPair.Both> most =
                places.stream().max(Comparator.comparing(one -> one.change().abs()));
        return site.say("compare.answer", years, places.size(), pair.after().placesLabel(), up, down)
                + most.map(one -> site.say("compare.most", pair.after().name(one.place()), changed(one)))
                        .orElse("");
    }

    private String note() {
        SystemComparison systems = pair.systems();
        if (systems.isIdentical()) {
            return site.say("compare.identical");
        }
        if (!systems.sameAreas()) {
            return site.say("compare.refused.areas");
        }
        return site.say(
                systems.isComparable() ? "compare.comparable" : "compare.refused",
                Numbers.exact(systems.shared()),
                SystemComparison.ENOUGH,
                systems.changes().size());
    }

    private Block.Tone tone() {
        return pair.systems().isIdentical() ? Block.Tone.NOTE : Block.Tone.WARNING;
    }

    private Block note(String key) {
        return new Block.Paragraph(site.say(key), Block.Tone.NOTE);
    }

    private static String changed(YearPair.Both one) {
        return Numbers.change(
                one.before().weightedScore().value(),
                one.after().weightedScore().value(),
                2);
    }

    SlopeChart slope() {
        List<SlopeChart.Line> lines = pair.places().stream()
                .map(one -> new SlopeChart.Line(
                        ChartText.fit(pair.after().name(one.place())),
                        one.before().weightedScore().value(),
                        one.after().weightedScore().value(),
                        one.before().weightedScore().shown(),
                        one.after().weightedScore().shown()))
                .toList();
        String described = String.join(
                "；",
                lines.stream()
                        .map(line -> line.label() + " " + line.fromShown() + " → " + line.toShown())
                        .toList());
        List<BigDecimal> values = lines.stream()
                .flatMap(line -> Stream.of(line.from(), line.to()))
                .sorted()
                .toList();
        return new SlopeChart(
                new ChartText(
                        "slope", site.say("compare.chart", years), described.isEmpty() ? years : described, "changes"),
                values.isEmpty()
                        ? Scale.of(0, 100)
                        : Scale.of(Numbers.fives(values.get(0)), Numbers.fives(values.get(values.size() - 1)) + 5),
                pair.before().key().year().toString(),
                pair.after().key().year().toString(),
                lines);
    }

    private Block scores() {
        List<Block.Row> rows = pair.places().stream()
                .map(one -> Block.Row.of(
                        place(one),
                        Block.Cell.number(
                                one.before().weightedScore().shown(),
                                one.before().weightedScore().exact()),
                        Block.Cell.number(
                                one.after().weightedScore().shown(),
                                one.after().weightedScore().exact()),
                        Block.Cell.number(changed(one), Numbers.exact(one.change())),
                        Block.Cell.grade(one.before().grade()),
                        Block.Cell.grade(one.after().grade())))
                .toList();
        return new Block.Table(
                "changes",
                site.say("compare.scores.caption", years),
                List.of(
                        Block.Column.text(site.say("scores.place")),
                        Block.Column.number(year(pair.before(), "scores.score")),
                        Block.Column.number(year(pair.after(), "scores.score")),
                        Block.Column.number(site.say("compare.change")),
                        Block.Column.text(year(pair.before(), "scores.grade")),
                        Block.Column.text(year(pair.after(), "scores.grade"))),
                rows,
                true);
    }

    private Block.Cell place(YearPair.Both one) {
        return Block.Cell.link(
                new Link(pair.after().name(one.place()), site.paths().history(one.place())));
    }

    private String year(RoundView round, String key) {
        return round.key().year() + " " + site.say(key);
    }

    private Block areas() {
        List<ContentArea> areas = pair.after().system().areas();
        List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text(site.say("scores.place"))));
        areas.forEach(area -> columns.add(Block.Column.number(area.name())));
        List<Block.Row> rows = pair.places().stream()
                .map(one -> {
                    List<Block.Cell> cells = new ArrayList<>(List.of(place(one)));
                    areas.forEach(area -> cells.add(Block.Cell.of(areaChange(one, area))));
                    return new Block.Row(Optional.empty(), cells);
                })
                .toList();
        return new Block.Table("area-changes", site.say("compare.areas.caption", years), columns, rows, false);
    }

    private String areaChange(YearPair.Both one, ContentArea area) {
        BigDecimal then =
                pair.earlier(area).map(old -> RoundView.rate(one.before(), old)).orElseThrow();
        return Numbers.change(then, RoundView.rate(one.after(), area), 1);
    }

    private Optional<BlocksPage.Section> repeated() {
        List<YearPair.Repeated> repeated = pair.repeated();
        return repeated.isEmpty()
                ? Optional.empty()
                : Optional.of(BlocksPage.Section.of(
                        "repeated",
                        site.say("repeated.heading"),
                        new Block.Paragraph(site.say("repeated.note"), Block.Tone.NOTE),
                        repeated(site, pair, repeated)));
    }

    /** Problems that came back, the earlier beside the later. */
    static Block repeated(Composition site, YearPair pair, List<YearPair.Repeated> repeated) {
        return new Block.Table(
                "repeated-" + pair.after().key().year(),
                site.say(
                        "repeated.caption",
                        pair.before().key().year(),
                        pair.after().key().year()),
                List.of(
                        Block.Column.text(site.say("scores.place")),
                        Block.Column.text(site.say("problem.indicator")),
                        Block.Column.text(pair.before().key().year().toString()),
                        Block.Column.text(pair.after().key().year().toString()),
                        Block.Column.text(site.say("problem.state"))),
                repeated.stream()
                        .map(one -> Block.Row.of(
                                Block.Cell.of(pair.after().name(one.place())),
                                Block.Cell.link(new ProblemComposer(site, pair.after())
                                        .indicator(one.now().indicator())),
                                Block.Cell.link(problem(site, pair.before(), one.place(), one.then())),
                                Block.Cell.link(problem(site, pair.after(), one.place(), one.now())),
                                Block.Cell.state(ProblemStates.of(one.now(), site.asOf()))))
                        .toList(),
                true);
    }

    private static Link problem(Composition site, RoundView round, PlaceCode place, Problem problem) {
        return new Link(problem.title(), site.paths().problem(round.key(), place, problem.id()));
    }

    private Optional<BlocksPage.Section> systems() {
        return pair.systems().changes().isEmpty()
                ? Optional.empty()
                : Optional.of(BlocksPage.Section.of(
                        "systems", site.say("compare.systems"), new SystemChanges(site, pair).table()));
    }
}
