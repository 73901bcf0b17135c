package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;

/** The steps of articles 8 to 10, each with a page of its own: self-evaluation, monitoring, inspection; here monitoring. */
final class StageComposer {
    private final Composition site;
    private final RoundView round;

    StageComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    /** Where every number comes from. */
    BlocksPage monitoring() {
        String answer = site.say(
                "monitoring.answer",
                round.published().round().agency(),
                round.system().indicators().size());
        return page(
                "monitoring",
                answer,
                BlocksPage.Section.lead(
                        new Block.Paragraph(answer, Block.Tone.ANSWER),
                        new Block.Paragraph(site.say("monitoring.basis"), Block.Tone.PLAIN)),
                BlocksPage.Section.of("kinds", site.say("monitoring.kinds"), kinds()),
                BlocksPage.Section.of("sources", site.say("monitoring.sources"), sources()),
                BlocksPage.Section.of("reports", site.say("monitoring.reports"), monitored()),
                BlocksPage.Section.of(
                        "limits",
                        site.say("monitoring.limits"),
                        new Block.Paragraph(site.say("monitoring.limits.text"), Block.Tone.PLAIN)));
    }

    private Block kinds() {
        Map<String, List<Indicator>> byKind = new LinkedHashMap<>();
        for (String kind : List.of("rate", "deduction", "judged", "survey-index")) {
            byKind.put(kind, new ArrayList<>());
        }
        round.system().indicators().forEach(one -> byKind.get(kind(one.rule())).add(one));
        return new Block.Table(
                "kinds-table",
                site.say("monitoring.kinds.caption"),
                List.of(
                        Block.Column.text(site.say("monitoring.kind")),
                        Block.Column.number(site.say("monitoring.count")),
                        Block.Column.number(site.say("trace.weight")),
                        Block.Column.text(site.say("monitoring.how"))),
                byKind.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> Block.Row.of(
                                Block.Cell.of(site.say("kind." + entry.getKey())),
                                Block.Cell.of(entry.getValue().size()),
                                Block.Cell.of(Numbers.exact(entry.getValue().stream()
                                        .map(Indicator::weight)
                                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))),
                                Block.Cell.of(site.say("kind." + entry.getKey() + ".how"))))
                        .toList(),
                true);
    }

    private static String kind(PointRule rule) {
        return SystemData.kind(rule);
    }

    private Block sources() {
        return new Block.Table(
                "sources-table",
                site.say("monitoring.sources.caption"),
                List.of(
                        Block.Column.text(site.say("trace.indicator")),
                        Block.Column.text(site.say("monitoring.kind")),
                        Block.Column.text(site.say("indicators.source"))),
                round.system().indicators().stream()
                        .map(one -> Block.Row.of(
                                Block.Cell.link(new ProblemComposer(site, round).indicator(one.code())),
                                Block.Cell.of(site.say("kind." + kind(one.rule()))),
                                Block.Cell.of(one.source())))
                        .toList(),
                true);
    }

    private Block monitored() {
        return new Block.Table(
                "monitored",
                site.say("monitoring.reports.caption"),
                List.of(
                        Block.Column.text(site.say("scores.place")),
                        Block.Column.text(site.say("inspection.from")),
                        Block.Column.text(site.say("inspection.to")),
                        Block.Column.text(site.say("monitoring.report"))),
                round.reports().stream()
                        .map(report -> {
                            var monitoring = report.dossier().stages().monitoring();
                            return Block.Row.of(
                                    place(report),
                                    Block.Cell.of(monitoring.from()),
                                    Block.Cell.of(monitoring.to()),
                                    Block.Cell.of(monitoring.report()));
                        })
                        .toList(),
                true);
    }

    private Block.Cell place(ApprovedReport report) {
        return Block.Cell.link(round.placeLink(report.dossier().place().code()));
    }

    private BlocksPage page(String part, String answer, BlocksPage.Section... sections) {
        return page(site, round, part, answer, List.of(sections));
    }

    /** The page of a step over all places. */
    static BlocksPage page(
            Composition site, RoundView round, String part, String answer, List<BlocksPage.Section> sections) {
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().part(round.key(), part),
                        site.say("stages.title", round.title(), site.say("part." + part)),
                        answer)
                .in("round")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        return new BlocksPage(draft.column(site.say("meta.type.disclosure")), sections, false);
    }
}
