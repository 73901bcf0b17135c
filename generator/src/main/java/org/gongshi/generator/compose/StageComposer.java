package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.outcome.OutcomeKind;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.round.Step;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.evaluation.stage.SelfEvaluation;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.Fact;

/** The steps of articles 8 to 10, each with a page of its own: self-evaluation, monitoring, inspection. */
final class StageComposer {
    private final Composition site;
    private final RoundView round;

    StageComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    /** Who was inspected when, by how many, and how the places were chosen. */
    BlocksPage inspection() {
        int inspectors = round.reports().stream()
                .mapToInt(report -> report.dossier().stages().inspection().team())
                .sum();
        String answer = site.say("inspection.answer", round.reports().size(), round.placesLabel(), inspectors);
        return page(
                "inspection",
                answer,
                BlocksPage.Section.lead(
                        new Block.Paragraph(answer, Block.Tone.ANSWER),
                        new Block.Paragraph(site.say("inspection.basis"), Block.Tone.PLAIN)),
                BlocksPage.Section.of("teams", site.say("inspection.teams"), teams()));
    }

    private Block teams() {
        return new Block.Table(
                "teams-table",
                site.say("inspection.caption"),
                List.of(
                        Block.Column.text(site.say("scores.place")),
                        Block.Column.text(site.say("inspection.from")),
                        Block.Column.text(site.say("inspection.to")),
                        Block.Column.number(site.say("inspection.team")),
                        Block.Column.text(site.say("inspection.method")),
                        Block.Column.text(site.say("inspection.feedback"))),
                round.reports().stream()
                        .map(report -> {
                            var stages = report.dossier().stages();
                            return Block.Row.of(
                                    place(report),
                                    Block.Cell.of(stages.inspection().from()),
                                    Block.Cell.of(stages.inspection().to()),
                                    Block.Cell.of(stages.inspection().team()),
                                    Block.Cell.of(stages.inspection().method()),
                                    Block.Cell.of(stages.feedback().date() + " "
                                            + stages.feedback().document()));
                        })
                        .toList(),
                true);
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

    /** All self-evaluations with the day on which they arrived. */
    BlocksPage selfEvaluations() {
        String answer = site.say("selfEvaluation.answer", round.reports().size(), late());
        return page(
                "self-evaluation",
                answer,
                BlocksPage.Section.lead(
                        new Block.Paragraph(answer, Block.Tone.ANSWER),
                        new Block.Paragraph(site.say("selfEvaluation.basis"), Block.Tone.PLAIN),
                        new Block.Table(
                                "self-evaluations",
                                site.say("selfEvaluation.caption"),
                                List.of(
                                        Block.Column.text(site.say("scores.place")),
                                        Block.Column.text(site.say("selfEvaluation.received")),
                                        Block.Column.text(site.say("document.number")),
                                        Block.Column.text(site.say("selfEvaluation.time"))),
                                round.reports().stream().map(this::row).toList(),
                                true)));
    }

    private Block.Row row(ApprovedReport report) {
        SelfEvaluation self = report.dossier().stages().selfEvaluation();
        return Block.Row.of(
                Block.Cell.link(new Link(
                        report.dossier().place().name(),
                        site.paths()
                                .selfEvaluation(
                                        round.key(), report.dossier().place().code()))),
                Block.Cell.of(self.received()),
                Block.Cell.of(self.document()),
                Block.Cell.of(site.say(isLate(self) ? "selfEvaluation.late" : "selfEvaluation.inTime")));
    }

    private long late() {
        return round.reports().stream()
                .filter(report -> isLate(report.dossier().stages().selfEvaluation()))
                .count();
    }

    // 第八条：4月底前……报送
    private boolean isLate(SelfEvaluation self) {
        return Step.SELF_EVALUATION
                .lastDay(round.key().year())
                .filter(self.received()::isAfter)
                .isPresent();
    }

    /** What one place declared, and what became of it. */
    BlocksPage selfEvaluation(ApprovedReport report) {
        var place = report.dossier().place();
        SelfEvaluation self = report.dossier().stages().selfEvaluation();
        String answer = site.say("selfEvaluation.place.answer", place.organ(), self.received(), self.signedBy());
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().selfEvaluation(round.key(), place.code()),
                        site.say("selfEvaluation.place.title", place.name(), round.title()),
                        answer)
                .in("round")
                .under(site.trail(round, round.part("self-evaluation")))
                .beside(round.local())
                .withData();
        List<Fact> facts = List.of(
                new Fact(site.say("selfEvaluation.received"), self.received().toString()),
                new Fact(site.say("document.number"), self.document()),
                new Fact(site.say("selfEvaluation.signed"), self.signedBy()),
                new Fact(
                        site.say("selfEvaluation.time"),
                        site.say(isLate(self) ? "selfEvaluation.late" : "selfEvaluation.inTime")),
                new Fact(site.say("stage.truthfulness"), self.truthfulness()));
        List<Block> checked = new ArrayList<>();
        report.dossier().outcomes().stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.FALSIFICATION)
                .forEach(outcome -> checked.add(
                        new Block.Paragraph(outcome.text() + "（" + outcome.document() + "）", Block.Tone.WARNING)));
        if (checked.isEmpty()) {
            checked.add(new Block.Paragraph(site.say("selfEvaluation.nothing"), Block.Tone.PLAIN));
        }
        checked.add(new Block.Links(List.of(
                new Link(site.say("report.place", place.name()), site.paths().place(round.key(), place.code())))));
        return new BlocksPage(
                draft.column(site.say("meta.type.disclosure")),
                List.of(
                        BlocksPage.Section.lead(new Block.Paragraph(answer, Block.Tone.ANSWER), new Block.Facts(facts)),
                        new BlocksPage.Section(
                                "checked", java.util.Optional.of(site.say("selfEvaluation.checked")), checked)),
                false);
    }

    private Block.Cell place(ApprovedReport report) {
        return Block.Cell.link(round.placeLink(report.dossier().place().code()));
    }

    private BlocksPage page(String part, String answer, BlocksPage.Section... sections) {
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().part(round.key(), part),
                        site.say("stages.title", round.title(), site.say("part." + part)),
                        answer)
                .in("round")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        return new BlocksPage(draft.column(site.say("meta.type.disclosure")), List.of(sections), false);
    }
}
