package org.gongshi.generator.compose;

import static org.gongshi.generator.compose.DataTable.Type.BOOLEAN;
import static org.gongshi.generator.compose.DataTable.Type.CODE;
import static org.gongshi.generator.compose.DataTable.Type.DATE;
import static org.gongshi.generator.compose.DataTable.Type.DECIMAL;
import static org.gongshi.generator.compose.DataTable.Type.TEXT;

import java.util.Optional;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.PointRule;

/** What is known of a round before its results: the indicator system with every number of its rules, and the calendar. */
final class SystemData {
    private final Composition site;
    private final RoundView round;

    SystemData(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    DataTable indicators() {
        TableBuilder table = table("indicators")
                .columns(CODE, "indicator", "area")
                .columns(TEXT, "area_name", "name", "definition", "source")
                .columns(DECIMAL, "weight")
                .columns(BOOLEAN, "key")
                .columns(TEXT, "unit")
                .columns(CODE, "rule")
                .columns(DECIMAL, "floor", "target", "full", "each")
                .columns(CODE, "audience")
                .columns(DECIMAL, "if_withheld", "decimals")
                .columns(TEXT, "wording");
        for (ContentArea area : round.system().areas()) {
            for (Indicator indicator : area.indicators()) {
                PointRule rule = indicator.rule();
                table.row(
                        indicator.code(),
                        area.id(),
                        area.name(),
                        indicator.name(),
                        indicator.definition(),
                        indicator.source(),
                        Numbers.exact(indicator.weight()),
                        indicator.key(),
                        indicator.unit(),
                        kind(rule),
                        rate(rule).map(one -> one.floor().toPlainString()),
                        rate(rule).map(one -> one.target().toPlainString()),
                        deduction(rule).map(one -> one.full().toPlainString()),
                        deduction(rule).map(one -> one.each().toPlainString()),
                        index(rule).map(PointRule.SurveyIndex::audience),
                        index(rule).flatMap(PointRule.SurveyIndex::ifWithheld).map(points -> points.exact()),
                        rule.decimals(),
                        rule.wording());
            }
        }
        return table.build();
    }

    DataTable calendar() {
        TableBuilder table = table("calendar")
                .columns(CODE, "step")
                .columns(TEXT, "step_name")
                .columns(DECIMAL, "article")
                .columns(DATE, "last_day", "planned", "actual")
                .columns(TEXT, "document", "note");
        for (Milestone milestone : round.published().round().calendar()) {
            table.row(
                    milestone.step().key(),
                    milestone.step().label(),
                    milestone.step().article(),
                    milestone.step().lastDay(round.key().year()),
                    milestone.planned(),
                    milestone.actual(),
                    milestone.document(),
                    milestone.note());
        }
        return table.build();
    }

    /** The rule in one word, as it stands in the content. */
    static String kind(PointRule rule) {
        if (rule instanceof PointRule.Rate) {
            return "rate";
        }
        if (rule instanceof PointRule.Deduction) {
            return "deduction";
        }
        return rule instanceof PointRule.SurveyIndex ? "survey-index" : "judged";
    }

    private static Optional<PointRule.Rate> rate(PointRule rule) {
        return rule instanceof PointRule.Rate rate ? Optional.of(rate) : Optional.empty();
    }

    private static Optional<PointRule.Deduction> deduction(PointRule rule) {
        return rule instanceof PointRule.Deduction deduction ? Optional.of(deduction) : Optional.empty();
    }

    private static Optional<PointRule.SurveyIndex> index(PointRule rule) {
        return rule instanceof PointRule.SurveyIndex index ? Optional.of(index) : Optional.empty();
    }

    private TableBuilder table(String name) {
        return new TableBuilder(
                name, site.paths().data(round.key(), name + ".csv"), site.say("table." + name, round.title()));
    }
}
