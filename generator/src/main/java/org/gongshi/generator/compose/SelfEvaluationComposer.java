package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.outcome.OutcomeKind;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.round.Step;
import org.gongshi.evaluation.scoring.SelfAssessment;
import org.gongshi.evaluation.stage.SelfEvaluation;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.Fact;

/** What the places declared of themselves (自查自评, 第八条), and what of it was confirmed. */
final class SelfEvaluationComposer {
    private final Composition site;
    private final RoundView round;

    SelfEvaluationComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    /** All self-evaluations with the day on which they arrived. */
    BlocksPage selfEvaluations() {
        String answer = site.say("selfEvaluation.answer", round.reports().size(), late());
        List<Block> lead = new ArrayList<>();
        lead.add(new Block.Paragraph(answer, Block.Tone.ANSWER));
        lead.add(new Block.Paragraph(site.say("selfEvaluation.basis"), Block.Tone.PLAIN));
        boolean claimed = round.reports().stream()
                .anyMatch(report -> SelfAssessment.of(report.dossier().sheet()).isPresent());
        List<Block.Column> columns = new ArrayList<>(List.of(
                Block.Column.text(site.say("scores.place")),
                Block.Column.text(site.say("selfEvaluation.received")),
                Block.Column.text(site.say("document.number")),
                Block.Column.text(site.say("selfEvaluation.time"))));
        if (claimed) {
            columns.add(Block.Column.number(site.say("claims.claimed")));
            columns.add(Block.Column.number(site.say("claims.confirmed")));
            columns.add(Block.Column.number(site.say("claims.gap")));
        }
        lead.add(new Block.Table(
                "self-evaluations",
                site.say("selfEvaluation.caption"),
                columns,
                round.reports().stream().map(report -> row(report, claimed)).toList(),
                true));
        if (claimed) {
            lead.add(new Block.Paragraph(site.say("claims.note"), Block.Tone.NOTE));
        }
        return StageComposer.page(
                site,
                round,
                "self-evaluation",
                answer,
                List.of(new BlocksPage.Section("lead", Optional.empty(), lead)));
    }

    private Block.Row row(ApprovedReport report, boolean claimed) {
        SelfEvaluation self = report.dossier().stages().selfEvaluation();
        List<Block.Cell> cells = new ArrayList<>(List.of(
                Block.Cell.link(new Link(
                        report.dossier().place().name(),
                        site.paths()
                                .selfEvaluation(
                                        round.key(), report.dossier().place().code()))),
                Block.Cell.of(self.received()),
                Block.Cell.of(self.document()),
                Block.Cell.of(site.say(isLate(self) ? "selfEvaluation.late" : "selfEvaluation.inTime"))));
        if (claimed) {
            Optional<SelfAssessment> claims = SelfAssessment.of(report.dossier().sheet());
            cells.add(claims.map(one -> ClaimsComposer.points(one.claimed())).orElseGet(() -> Block.Cell.of("—")));
            cells.add(claims.map(one -> ClaimsComposer.points(one.confirmed())).orElseGet(() -> Block.Cell.of("—")));
            cells.add(claims.map(ClaimsComposer::gap).orElseGet(() -> Block.Cell.of("—")));
        }
        return new Block.Row(Optional.empty(), cells);
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
        List<BlocksPage.Section> sections = new ArrayList<>();
        sections.add(BlocksPage.Section.lead(new Block.Paragraph(answer, Block.Tone.ANSWER), new Block.Facts(facts)));
        SelfAssessment.of(report.dossier().sheet())
                .ifPresent(claims -> sections.addAll(new ClaimsComposer(site, round, report, claims).sections()));
        sections.add(new BlocksPage.Section("checked", Optional.of(site.say("selfEvaluation.checked")), checked));
        return new BlocksPage(draft.column(site.say("meta.type.disclosure")), sections, false);
    }
}
