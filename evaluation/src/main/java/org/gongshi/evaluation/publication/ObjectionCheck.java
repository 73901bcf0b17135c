package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.Located;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.round.ObjectionPeriod;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;

/** Holds the period of objections (公示) against the decisions: nothing is approved while objections may come or are open. */
@Article(13)
final class ObjectionCheck {
    private final Optional<Located<ObjectionPeriod>> period;
    private final Findings findings;

    ObjectionCheck(ContentReader content, RoundKey key, Findings findings) {
        this.period = content.objections(key);
        this.findings = findings;
    }

    /** 公示 is part of every publication: a round that publishes without a record of it is told. */
    void recorded(Round round) {
        if (period.isEmpty() && round.release().isPresent()) {
            findings.warning(
                    Location.of(ContentPaths.objections(round.key())),
                    "没有公示期的记录",
                    "公布之前应公示不少于 " + ObjectionPeriod.WORKING_DAYS + " 个工作日：请写 objections.yaml（起止日期、受理方式、异议及处理）");
        }
    }

    /** The period by itself. */
    void period() {
        period.ifPresent(located -> {
            long days = located.value().workingDays();
            if (days < ObjectionPeriod.WORKING_DAYS) {
                findings.error(
                        located.at().at("to"),
                        "公示期只有 " + days + " 个工作日",
                        "公示期不少于 " + ObjectionPeriod.WORKING_DAYS + " 个工作日（只扣除周末，法定节假日请另行顺延）");
            }
        });
    }

    /** The period against what is to be published: no objection is open, no approval came before its end. */
    void decided(List<ApprovedReport> reports) {
        period.ifPresent(located -> {
            List<ObjectionPeriod.Objection> objections = located.value().objections();
            for (int i = 0; i < objections.size(); i++) {
                if (objections.get(i).handled().isEmpty()) {
                    findings.error(
                            located.at().at("objections[" + i + "]"),
                            "公示期间的异议还没有处理",
                            "处理完毕并写明 handled 和 result 之后才能公布");
                }
            }
            LocalDate first = located.value().firstFinalDay();
            for (ApprovedReport report : reports) {
                if (report.approval().date().isBefore(first)) {
                    findings.error(
                            located.at().at("to"),
                            report.dossier().subject().place() + " 于 "
                                    + report.approval().date() + " 批准，公示和异议处理到 " + first.minusDays(1) + " 才结束",
                            "公示期满、异议处理完毕之后，决定才能定局");
                }
            }
        });
    }
}
