package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorScore;
import org.gongshi.evaluation.scoring.Score;
import org.gongshi.evaluation.scoring.SelfAssessment;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.ChartText;
import org.gongshi.templates.site.Dumbbell;
import org.gongshi.templates.site.Scale;
import org.gongshi.templates.site.SurveyFigure;

/** Claimed against confirmed points of a place (自评得分与核定得分), area by area as a drawing, indicator by indicator as a table. */
final class ClaimsComposer {
    private final Composition site;
    private final RoundView round;
    private final ApprovedReport report;
    private final SelfAssessment claims;

    ClaimsComposer(Composition site, RoundView round, ApprovedReport report, SelfAssessment claims) {
        this.site = site;
        this.round = round;
        this.report = report;
        this.claims = claims;
    }

    List<BlocksPage.Section> sections() {
        return List.of(
                BlocksPage.Section.of(
                        "claims",
                        site.say("claims.title"),
                        new Block.Paragraph(sentence(), Block.Tone.PLAIN),
                        new Block.Drawing(chart()),
                        areas(),
                        new Block.Paragraph(site.say("claims.note"), Block.Tone.NOTE)),
                BlocksPage.Section.of("claims-indicators", site.say("claims.indicators"), indicators()));
    }

    /** How much was claimed, how much confirmed, out of how much. */
    String sentence() {
        return site.say(
                "claims.sentence",
                new Score(claims.claimed()).shown(),
                new Score(claims.confirmed()).shown(),
                Numbers.exact(claims.weight()),
                claims.indicators().size());
    }

    private Dumbbell chart() {
        List<Dumbbell.Row> rows = byArea().map(one -> new Dumbbell.Row(
                        one.name(),
                        figure(one.claims().claimed(), one.claims().weight()),
                        figure(one.claims().confirmed(), one.claims().weight())))
                .toList();
        String described = rows.stream()
                .map(row -> row.label() + " " + row.before().shown() + " → "
                        + row.after().shown())
                .collect(Collectors.joining("；"));
        return new Dumbbell(
                new ChartText("claims-chart", site.say("claims.chart", round.name(place())), described, "claims-areas"),
                scale(rows),
                site.say("claims.claimed"),
                site.say("claims.confirmed"),
                site.say("claims.key"),
                rows);
    }

    /** From a whole ten below the lowest mark to 100. */
    private static Scale scale(List<Dumbbell.Row> rows) {
        BigDecimal lowest = rows.stream()
                .flatMap(row -> Stream.of(row.before(), row.after()))
                .flatMap(figure -> figure.value().stream())
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        return Scale.of(Math.min(90, Numbers.tens(lowest)), 100);
    }

    private static SurveyFigure figure(BigDecimal points, BigDecimal weight) {
        BigDecimal percent = Numbers.percent(points, weight);
        return new SurveyFigure(
                Numbers.percentShown(percent),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(percent),
                Optional.empty(),
                Optional.empty());
    }

    private record Part(String name, SelfAssessment claims) {}

    private Stream<Part> byArea() {
        return round.system().areas().stream()
                .flatMap(area -> claims.in(area).map(part -> new Part(area.name(), part)).stream());
    }

    private Block areas() {
        List<Block.Row> rows = new ArrayList<>(
                byArea().map(part -> row(part.name(), part.claims())).toList());
        rows.add(row(site.say("claims.sum"), claims));
        return new Block.Table(
                "claims-areas",
                site.say("claims.areas.caption"),
                List.of(
                        Block.Column.text(site.say("areas.area")),
                        Block.Column.number(site.say("trace.weight")),
                        Block.Column.number(site.say("claims.claimed")),
                        Block.Column.number(site.say("claims.confirmed")),
                        Block.Column.number(site.say("claims.gap"))),
                rows,
                true);
    }

    private static Block.Row row(String name, SelfAssessment part) {
        return Block.Row.of(
                Block.Cell.of(name),
                Block.Cell.of(Numbers.exact(part.weight())),
                points(part.claimed()),
                points(part.confirmed()),
                gap(part));
    }

    /** Points with two decimals, cut; the exact ones behind them. */
    static Block.Cell points(BigDecimal points) {
        Score score = new Score(points);
        return Block.Cell.number(score.shown(), score.exact());
    }

    /** What was claimed beyond what was confirmed: the difference of the exact points, with two decimals, cut towards zero. */
    static Block.Cell gap(SelfAssessment part) {
        return difference(part.claimed().subtract(part.confirmed()));
    }

    private static Block.Cell difference(BigDecimal gap) {
        BigDecimal size = gap.abs();
        String sign = gap.signum() > 0 ? "+" : gap.signum() < 0 ? "−" : "";
        return Block.Cell.number(sign + new Score(size).shown(), Numbers.exact(gap));
    }

    private Block indicators() {
        return new Block.Table(
                "claims-table",
                site.say("claims.caption"),
                List.of(
                        Block.Column.text(site.say("trace.indicator")),
                        Block.Column.number(site.say("trace.weight")),
                        Block.Column.number(site.say("claims.claimed")),
                        Block.Column.number(site.say("claims.confirmed")),
                        Block.Column.number(site.say("claims.gap"))),
                claims.indicators().stream().map(this::row).toList(),
                true);
    }

    private Block.Row row(Indicator indicator) {
        IndicatorScore score = claims.sheet().score(indicator.code());
        BigDecimal claimed = score.claimed().orElseThrow().value();
        return Block.Row.of(
                Block.Cell.link(new ProblemComposer(site, round).indicator(indicator.code())),
                Block.Cell.of(Numbers.exact(indicator.weight())),
                Block.Cell.of(Numbers.exact(claimed)),
                new Block.Cell(
                        score.points().exact(),
                        Optional.of(site.paths()
                                .trace(round.key(), place(), indicator.code().value())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                difference(claimed.subtract(score.points().value())));
    }

    private PlaceCode place() {
        return report.dossier().place().code();
    }
}
