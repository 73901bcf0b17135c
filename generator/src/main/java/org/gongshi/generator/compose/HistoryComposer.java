package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.YearChange;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.SystemComparison;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.ChartText;
import org.gongshi.templates.site.Scale;
import org.gongshi.templates.site.TrendChart;

/** One place over the years: better or worse? The line breaks where two years cannot be compared. */
final class HistoryComposer {
    private static final List<BigDecimal> BOUNDS = List.of(BigDecimal.valueOf(60), BigDecimal.valueOf(85));

    private final Composition site;
    private final PlaceCode place;
    /** Oldest first. */
    private final List<RoundView> rounds;

    /** @param rounds of one organizer, oldest first; those without a report of the place are passed over */
    HistoryComposer(Composition site, PlaceCode place, List<RoundView> rounds) {
        this.site = site;
        this.place = place;
        this.rounds =
                rounds.stream().filter(round -> round.report(place).isPresent()).toList();
    }

    PlaceCode place() {
        return place;
    }

    /** The rounds in which the place has a report, oldest first. */
    List<RoundView> rounds() {
        return rounds;
    }

    Link link() {
        return new Link(name(), site.paths().history(place));
    }

    BlocksPage page() {
        String answer = answer();
        Frames.Draft draft = site.frames()
                .page(site.paths().history(place), site.say("history.title", name()), answer)
                .in("compare")
                .under(site.home(), new Link(site.say("page.regions"), SitePaths.REGIONS))
                .withData();
        List<BlocksPage.Section> sections = new ArrayList<>();
        sections.add(BlocksPage.Section.lead(
                new Block.Paragraph(answer, Block.Tone.ANSWER), new Block.Drawing(trend()), years()));
        sections.add(BlocksPage.Section.of("areas", site.say("history.areas"), areas()));
        survey().ifPresent(sections::add);
        repeated().ifPresent(sections::add);
        return new BlocksPage(draft.column(site.say("meta.type.data")), sections, true);
    }

    private String name() {
        return last().name(place);
    }

    private RoundView last() {
        return rounds.get(rounds.size() - 1);
    }

    private ApprovedReport report(RoundView round) {
        return round.report(place).orElseThrow();
    }

    private String answer() {
        ApprovedReport now = report(last());
        String said = site.say(
                "history.answer",
                name(),
                rounds.size(),
                last().key().year(),
                now.weightedScore().shown(),
                now.grade().label());
        if (rounds.size() == 1) {
            return said;
        }
        RoundView before = rounds.get(rounds.size() - 2);
        boolean comparable =
                SystemComparison.of(before.system(), last().system()).isComparable();
        return said
                + (comparable
                        ? site.say(
                                "history.change",
                                before.key().year(),
                                Numbers.change(
                                        report(before).weightedScore().value(),
                                        now.weightedScore().value(),
                                        2))
                        : site.say("history.incomparable", before.key().year()));
    }

    TrendChart trend() {
        List<TrendChart.Point> points = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            ApprovedReport report = report(rounds.get(i));
            points.add(new TrendChart.Point(
                    rounds.get(i).key().year().toString(),
                    report.weightedScore().value(),
                    report.weightedScore().shown(),
                    report.grade(),
                    joint(i)));
        }
        String described = String.join(
                "；",
                points.stream()
                        .map(point -> point.year() + " " + point.shown() + "（"
                                + point.grade().label() + "）")
                        .toList());
        long low = points.stream()
                .mapToLong(point -> Numbers.tens(point.value()))
                .min()
                .orElse(50);
        return new TrendChart(
                new ChartText("trend", site.say("history.chart", name()), described, "years"),
                Scale.of(Math.min(50, low), 100),
                BOUNDS,
                points);
    }

    private TrendChart.Joint joint(int i) {
        if (i == 0) {
            return TrendChart.Joint.NONE;
        }
        SystemComparison systems =
                SystemComparison.of(rounds.get(i - 1).system(), rounds.get(i).system());
        if (systems.isIdentical()) {
            return TrendChart.Joint.SAME;
        }
        return systems.isComparable() ? TrendChart.Joint.CHANGED : TrendChart.Joint.NONE;
    }

    private Block years() {
        List<Block.Row> rows = new ArrayList<>();
        for (int i = rounds.size() - 1; i >= 0; i--) {
            RoundView round = rounds.get(i);
            ApprovedReport report = report(round);
            rows.add(Block.Row.of(
                    Block.Cell.link(
                            new Link(round.key().year().toString(), site.paths().place(round.key(), place))),
                    Block.Cell.number(
                            report.weightedScore().shown(),
                            report.weightedScore().exact()),
                    Block.Cell.of(report.band().label()),
                    Block.Cell.grade(report.grade()),
                    Block.Cell.of(report.dossier().problems().problems().size()),
                    Block.Cell.of(site.say("joint." + (i == 0 ? "first" : joint(i).key())))));
        }
        return new Block.Table(
                "years",
                site.say("history.caption", name()),
                List.of(
                        Block.Column.text(site.say("history.year")),
                        Block.Column.number(site.say("scores.score")),
                        Block.Column.text(site.say("scores.band")),
                        Block.Column.text(site.say("scores.grade")),
                        Block.Column.number(site.say("history.problems")),
                        Block.Column.text(site.say("history.joint"))),
                rows,
                true);
    }

    /** Areas by their name: a year without the area has no figure. */
    private Block areas() {
        Map<String, Map<RoundView, String>> rates = new LinkedHashMap<>();
        for (RoundView round : rounds) {
            for (ContentArea area : round.system().areas()) {
                rates.computeIfAbsent(area.name(), name -> new LinkedHashMap<>())
                        .put(round, Numbers.percentShown(RoundView.rate(report(round), area)));
            }
        }
        List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text(site.say("areas.area"))));
        rounds.forEach(
                round -> columns.add(Block.Column.number(round.key().year().toString())));
        List<Block.Row> rows = new ArrayList<>();
        rates.forEach((name, byRound) -> {
            List<Block.Cell> cells = new ArrayList<>(List.of(Block.Cell.of(name)));
            rounds.forEach(
                    round -> cells.add(Block.Cell.of(byRound.getOrDefault(round, TraceComposer.NOT_APPLICABLE))));
            rows.add(new Block.Row(Optional.empty(), cells));
        });
        return new Block.Table("area-rates", site.say("history.areas.caption"), columns, rows, false);
    }

    private Optional<BlocksPage.Section> survey() {
        List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text(site.say("survey.audience"))));
        rounds.forEach(
                round -> columns.add(Block.Column.number(round.key().year().toString())));
        List<SurveyChanges> changes = changes();
        changes.forEach(change -> columns.add(Block.Column.number(site.say(
                "history.survey.change",
                change.after().key().year(),
                change.before().key().year()))));
        List<Block.Row> rows = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            List<Block.Cell> cells = new ArrayList<>(List.of(Block.Cell.of(audience.label())));
            rounds.forEach(round -> cells.add(Block.Cell.of(round.published()
                    .results()
                    .flatMap(results -> results.find(place, audience))
                    .map(result -> SurveyFigures.told(SurveyFigures.of(result.index(), "")))
                    .orElse(TraceComposer.NOT_APPLICABLE))));
            changes.forEach(change -> cells.add(Block.Cell.of(
                    change.change(place, audience).map(this::told).orElse(TraceComposer.NOT_APPLICABLE))));
            rows.add(new Block.Row(Optional.empty(), cells));
        }
        boolean asked =
                rounds.stream().anyMatch(round -> round.published().results().isPresent());
        return asked
                ? Optional.of(BlocksPage.Section.of(
                        "survey",
                        site.say("place.survey"),
                        new Block.Table("indices", site.say("history.survey.caption"), columns, rows, true),
                        new Block.Paragraph(site.say("compare.survey.note"), Block.Tone.NOTE)))
                : Optional.empty();
    }

    /** From each year to the next, where the place has a change that may be told. */
    private List<SurveyChanges> changes() {
        List<SurveyChanges> changes = new ArrayList<>();
        for (int i = 1; i < rounds.size(); i++) {
            var change = new SurveyChanges(rounds.get(i - 1), rounds.get(i));
            if (Arrays.stream(Audience.values())
                    .anyMatch(audience -> change.change(place, audience).isPresent())) {
                changes.add(change);
            }
        }
        return changes;
    }

    private String told(YearChange change) {
        return CompareSurvey.signed(change.difference()) + "（"
                + site.say(
                        "compare.survey.ends",
                        CompareSurvey.signed(change.interval().low()),
                        CompareSurvey.signed(change.interval().high()))
                + "）";
    }

    private Optional<BlocksPage.Section> repeated() {
        List<Block> blocks = new ArrayList<>();
        for (int i = rounds.size() - 1; i > 0; i--) {
            YearPair pair = YearPair.of(rounds.get(i - 1), rounds.get(i));
            List<YearPair.Repeated> mine = pair.repeated().stream()
                    .filter(one -> one.place().equals(place))
                    .toList();
            if (!mine.isEmpty()) {
                blocks.add(CompareComposer.repeated(site, pair, mine));
            }
        }
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        blocks.add(0, new Block.Paragraph(site.say("repeated.note"), Block.Tone.NOTE));
        return Optional.of(new BlocksPage.Section("repeated", Optional.of(site.say("repeated.heading")), blocks));
    }
}
