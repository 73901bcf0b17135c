package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.List;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.scoring.SelfAssessment;
import org.gongshi.evaluation.stage.Stages;
import org.gongshi.templates.site.Fact;

/** The steps that a place went through, from its self-evaluation to the re-check (评价过程). */
final class PlaceStages {
    private final Composition site;
    private final RoundView round;
    private final ApprovedReport report;

    PlaceStages(Composition site, RoundView round, ApprovedReport report) {
        this.site = site;
        this.round = round;
        this.report = report;
    }

    List<Fact> facts() {
        Stages stages = report.dossier().stages();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(
                "selfEvaluation",
                stages.selfEvaluation().received(),
                stages.selfEvaluation().document(),
                stages.selfEvaluation().signedBy()));
        facts.add(fact("truthfulness", stages.selfEvaluation().truthfulness()));
        stages.selfEvaluation().digest().ifPresent(digest -> facts.add(fact("selfEvaluationDigest", digest)));
        SelfAssessment.of(report.dossier().sheet())
                .ifPresent(claims -> facts.add(new Fact(
                        site.say("stage.claims"), new ClaimsComposer(site, round, report, claims).sentence())));
        facts.add(fact(
                "monitoring",
                stages.monitoring().from(),
                stages.monitoring().to(),
                stages.monitoring().agency(),
                stages.monitoring().report()));
        facts.add(fact(
                "inspection",
                stages.inspection().from(),
                stages.inspection().to(),
                stages.inspection().team(),
                stages.inspection().method()));
        facts.add(fact("feedback", stages.feedback().date(), stages.feedback().document()));
        facts.add(fact(
                "rectification",
                stages.rectification().plan(),
                stages.rectification().due(),
                stages.rectification().reported().map(Object::toString).orElse("…")));
        new ObjectionComposer(site, round)
                .sentence()
                .ifPresent(sentence -> facts.add(new Fact(site.say("place.objections"), sentence)));
        stages.recheck().ifPresent(recheck -> facts.add(fact("recheck", recheck.date(), recheck.conclusion())));
        return facts;
    }

    private Fact fact(String stage, Object... values) {
        return new Fact(site.say("stage." + stage), site.say("stage." + stage + ".value", values));
    }
}
