package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.Fact;

/**
 * How the figures of this round's survey were made (本轮满意度调查的方法), with the round's own numbers: everything on the page is taken from the
 * release, the locked plan and the table of populations.
 */
final class MethodComposer {
    /** The part of a round under which the page stands. */
    static final String PART = "survey-method";

    private final Composition site;
    private final RoundView round;
    private final ReleasedResults results;
    private final List<AudienceResult> rows;

    MethodComposer(Composition site, RoundView round, ReleasedResults results) {
        this.site = site;
        this.round = round;
        this.results = results;
        Set<PlaceCode> published = round.reports().stream()
                .map(report -> report.dossier().place().code())
                .collect(Collectors.toSet());
        // The whole area, and places whose report is published: nothing of a place that is still awaited.
        this.rows = results.results().stream()
                .filter(row -> row.place().equals(round.key().organizer()) || published.contains(row.place()))
                .toList();
    }

    BlocksPage page() {
        ReleaseCensus census =
                new ReleaseCensus(rows.stream().filter(MethodComposer::isSample).toList());
        String answer = site.say("method.answer", round.title(), census.figures(), census.shown());
        Frames.Draft draft = site.frames()
                .page(site.paths().part(round.key(), PART), site.say("method.title", round.title()), answer)
                .in("survey")
                .under(site.trail(round, round.part("survey")))
                .beside(round.local())
                .withData();
        List<BlocksPage.Section> sections = new ArrayList<>();
        sections.add(BlocksPage.Section.lead(
                new Block.Paragraph(answer, Block.Tone.ANSWER), new Block.Facts(facts()), new Block.Links(links())));
        sections.add(sample());
        sections.add(new MethodWeights(site, round, results, rows).section());
        new DeviationComposer(site, round, results).section().ifPresent(sections::add);
        sections.add(example());
        sections.add(quality(census));
        sections.add(withheld(census));
        sections.add(open());
        return new BlocksPage(draft.article(SatisfactionComposer.document(site, round, results)), sections, true);
    }

    static boolean isSample(AudienceResult row) {
        return row.mode() == AudienceResult.Mode.PROBABILITY;
    }

    private List<Fact> facts() {
        return List.of(
                new Fact(site.say("survey.window"), results.opened() + " — " + results.closed()),
                new Fact(site.say("survey.method"), results.method()),
                new Fact(site.say("survey.plan"), results.plan().toString()));
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>(List.of(round.part("survey")));
        if (site.content().texts().containsKey("methodology")) {
            links.add(new Link(site.say("method.general"), SitePaths.METHODOLOGY));
        }
        links.add(new Link(site.say("method.download"), site.paths().data(round.key(), "survey.csv")));
        return links;
    }

    /** Who was asked, and how many answered: the whole area, audience by audience. */
    private BlocksPage.Section sample() {
        List<Block.Row> lines = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            whole(audience).ifPresent(row -> lines.add(sample(row)));
        }
        return BlocksPage.Section.of(
                "sample",
                site.say("method.sample"),
                new Block.Paragraph(site.say("method.sample.text"), Block.Tone.PLAIN),
                new Block.Table(
                        "sample-table",
                        site.say("method.sample.caption"),
                        List.of(
                                Block.Column.text(site.say("survey.audience")),
                                Block.Column.number(site.say("survey.population")),
                                Block.Column.number(site.say("method.column.strata")),
                                Block.Column.number(site.say("method.column.schools")),
                                Block.Column.number(site.say("survey.invited")),
                                Block.Column.number(site.say("survey.responded")),
                                Block.Column.number(site.say("survey.rate")),
                                Block.Column.number(site.say("analysis.column.df"))),
                        lines,
                        true),
                new Block.Paragraph(site.say("method.sample.note"), Block.Tone.NOTE));
    }

    private Optional<AudienceResult> whole(Audience audience) {
        return results.find(round.key().organizer(), audience);
    }

    private Block.Row sample(AudienceResult row) {
        List<Population> strata = round.published().populations().stream()
                .filter(each -> each.audience() == row.audience() && each.invited() > 0)
                .toList();
        int schools = strata.stream().mapToInt(Population::schools).sum();
        return Block.Row.of(
                Block.Cell.of(row.audience().label()),
                Block.Cell.of(row.population() == 0 ? TraceComposer.NOT_APPLICABLE : row.population()),
                Block.Cell.of(strata.isEmpty() ? TraceComposer.NOT_APPLICABLE : strata.size()),
                Block.Cell.of(schools == 0 ? TraceComposer.NOT_APPLICABLE : schools),
                Block.Cell.of(row.invited()),
                Block.Cell.of(SatisfactionComposer.responded(row)),
                Block.Cell.of(SatisfactionComposer.rate(row)),
                Block.Cell.of(
                        row.index() instanceof Estimate.Shown figure
                                        && figure.df().isPresent()
                                ? figure.df().getAsInt()
                                : SurveyFigures.WITHHELD));
    }

    private BlocksPage.Section example() {
        return MethodExample.choose(rows)
                .map(row -> BlocksPage.Section.of(
                        "example",
                        site.say("method.example"),
                        new Block.Paragraph(
                                site.say(
                                        "method.example.text",
                                        name(row.place()) + row.audience().label(),
                                        ((Estimate.Shown) row.index()).shown(),
                                        ((Estimate.Shown) row.satisfied()).shown()),
                                Block.Tone.PLAIN),
                        new Block.Table(
                                "example-table",
                                site.say("method.example.caption"),
                                List.of(
                                        Block.Column.text(site.say("method.column.step")),
                                        Block.Column.text(site.say("method.column.formula")),
                                        Block.Column.number(site.say("method.column.result")),
                                        Block.Column.number(site.say("method.column.published"))),
                                MethodExample.steps(site, row).stream()
                                        .map(step -> Block.Row.of(
                                                Block.Cell.of(step.name()),
                                                Block.Cell.of(step.formula()),
                                                Block.Cell.of(step.result()),
                                                Block.Cell.of(step.published())))
                                        .toList(),
                                true),
                        new Block.Paragraph(site.say("method.example.note"), Block.Tone.NOTE)))
                .orElseGet(() -> BlocksPage.Section.of(
                        "example",
                        site.say("method.example"),
                        new Block.Paragraph(site.say("method.example.none"), Block.Tone.PLAIN)));
    }

    private BlocksPage.Section quality(ReleaseCensus census) {
        return BlocksPage.Section.of(
                "quality",
                site.say("method.quality"),
                new Block.Paragraph(site.say("method.quality.text"), Block.Tone.PLAIN),
                table(
                        "quality-table",
                        site.say("method.quality.caption"),
                        site.say("analysis.column.letter"),
                        census.letters().entrySet().stream()
                                .map(each -> counts(each.getKey(), each.getValue()))
                                .toList()));
    }

    private BlocksPage.Section withheld(ReleaseCensus census) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                site.say(
                        "method.withheld.text",
                        census.figures(),
                        census.figures() - census.shown(),
                        census.bounds(),
                        census.withoutDistribution()),
                Block.Tone.PLAIN));
        round.published()
                .plan()
                .map(SurveyPlan::thresholds)
                .ifPresent(limits -> blocks.add(new Block.Paragraph(
                        site.say(
                                "method.withheld.limits",
                                limits.hide(),
                                limits.insufficient(),
                                limits.minimumClusters(),
                                Numbers.exact(limits.responseRate().movePointRight(2))),
                        Block.Tone.PLAIN)));
        if (!census.reasons().isEmpty()) {
            blocks.add(table(
                    "withheld-table",
                    site.say("method.withheld.caption"),
                    site.say("method.column.reason"),
                    census.reasons().entrySet().stream()
                            .map(each -> counts(each.getKey().label(), each.getValue()))
                            .toList()));
        }
        return new BlocksPage.Section("withheld", Optional.of(site.say("method.withheld")), blocks);
    }

    private Block table(String id, String caption, String first, List<Block.Row> lines) {
        return new Block.Table(
                id,
                caption,
                List.of(
                        Block.Column.text(first),
                        Block.Column.number(site.say("survey.index")),
                        Block.Column.number(site.say("survey.satisfied")),
                        Block.Column.number(site.say("method.column.itemMean")),
                        Block.Column.number(site.say("method.column.itemRate"))),
                lines,
                true);
    }

    private static Block.Row counts(String name, Map<ReleaseCensus.Kind, Integer> counts) {
        List<Block.Cell> cells = new ArrayList<>(List.of(Block.Cell.of(name)));
        Arrays.stream(ReleaseCensus.Kind.values())
                .forEach(kind -> cells.add(Block.Cell.of(counts.getOrDefault(kind, 0))));
        return new Block.Row(Optional.empty(), cells);
    }

    private BlocksPage.Section open() {
        List<AudienceResult> open = rows.stream().filter(row -> !isSample(row)).toList();
        long sheets = open.stream()
                .flatMap(row -> row.responded().stream())
                .mapToLong(Long::longValue)
                .sum();
        String text = open.isEmpty() ? site.say("method.open.none") : site.say("method.open.some", open.size(), sheets);
        return BlocksPage.Section.of("open", site.say("method.open"), new Block.Paragraph(text, Block.Tone.PLAIN));
    }

    private String name(PlaceCode place) {
        return name(site, round, place);
    }

    /** The whole area goes by no name of a place. */
    static String name(Composition site, RoundView round, PlaceCode place) {
        return place.equals(round.key().organizer()) ? site.say("survey.whole") : round.name(place);
    }
}
