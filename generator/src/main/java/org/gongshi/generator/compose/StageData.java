package org.gongshi.generator.compose;

import static org.gongshi.generator.compose.DataTable.Type.CODE;
import static org.gongshi.generator.compose.DataTable.Type.DATE;
import static org.gongshi.generator.compose.DataTable.Type.DECIMAL;
import static org.gongshi.generator.compose.DataTable.Type.TEXT;

import java.util.Map;
import java.util.stream.Collectors;
import org.gongshi.evaluation.draw.DrawRecord;
import org.gongshi.evaluation.draw.Inspector;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.round.ObjectionPeriod;
import org.gongshi.evaluation.stage.Stages;

/** The steps of articles 8 to 12, a row for each place. */
final class StageData {
    private StageData() {}

    static DataTable table(Composition site, RoundView round) {
        TableBuilder table = new TableBuilder(
                        "stages", site.paths().data(round.key(), "stages.csv"), site.say("table.stages", round.title()))
                .columns(CODE, "place")
                .columns(TEXT, "place_name")
                .columns(DATE, "self_received")
                .columns(TEXT, "self_document", "self_signed_by")
                .columns(DATE, "monitored_from", "monitored_to")
                .columns(TEXT, "monitoring_report")
                .columns(DATE, "inspected_from", "inspected_to")
                .columns(DECIMAL, "inspectors")
                .columns(DATE, "feedback")
                .columns(TEXT, "feedback_document")
                .columns(DATE, "plan", "due", "reported", "rechecked");
        for (ApprovedReport report : round.reports()) {
            Stages stages = report.dossier().stages();
            table.row(
                    report.dossier().place().code(),
                    report.dossier().place().name(),
                    stages.selfEvaluation().received(),
                    stages.selfEvaluation().document(),
                    stages.selfEvaluation().signedBy(),
                    stages.monitoring().from(),
                    stages.monitoring().to(),
                    stages.monitoring().report(),
                    stages.inspection().from(),
                    stages.inspection().to(),
                    stages.inspection().team(),
                    stages.feedback().date(),
                    stages.feedback().document(),
                    stages.rectification().plan(),
                    stages.rectification().due(),
                    stages.rectification().reported(),
                    stages.recheck().map(check -> check.date()));
        }
        return table.build();
    }

    /** Who was drawn to inspect where: a row for each place and member of its team. */
    static DataTable inspection(Composition site, RoundView round, DrawRecord draw) {
        TableBuilder table = new TableBuilder(
                        "inspection",
                        site.paths().data(round.key(), "inspection.csv"),
                        site.say("table.inspection", round.title()))
                .columns(CODE, "place")
                .columns(TEXT, "place_name")
                .columns(DECIMAL, "team", "seat")
                .columns(CODE, "inspector")
                .columns(TEXT, "inspector_name")
                .columns(CODE, "home")
                .columns(TEXT, "group");
        Map<String, Inspector> people =
                draw.roster().inspectors().stream().collect(Collectors.toMap(Inspector::id, one -> one));
        for (PlaceCode place : draw.plan().places()) {
            draw.result().teams().stream()
                    .filter(team -> team.places().contains(place))
                    .forEach(team -> {
                        for (int seat = 0; seat < team.members().size(); seat++) {
                            Inspector member = people.get(team.members().get(seat));
                            table.row(
                                    place,
                                    round.name(place),
                                    team.number(),
                                    seat + 1,
                                    member.id(),
                                    member.name(),
                                    member.home(),
                                    member.group());
                        }
                    });
        }
        return table.build();
    }

    /** The period of objections and what came in; one row without an objection when nothing did. */
    static DataTable objections(Composition site, RoundView round, ObjectionPeriod period) {
        TableBuilder table = new TableBuilder(
                        "objections",
                        site.paths().data(round.key(), "objections.csv"),
                        site.say("table.objections", round.title()))
                .columns(DATE, "objection_from", "objection_to", "objection_received")
                .columns(TEXT, "objection_about")
                .columns(DATE, "objection_handled")
                .columns(TEXT, "objection_result");
        if (period.objections().isEmpty()) {
            table.row(period.from(), period.to(), "", "", "", "");
        }
        period.objections()
                .forEach(one -> table.row(
                        period.from(), period.to(), one.received(), one.about(), one.handled(), one.result()));
        return table.build();
    }
}
