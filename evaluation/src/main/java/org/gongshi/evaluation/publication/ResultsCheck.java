package org.gongshi.evaluation.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.disclosure.AnalysisAudit;
import org.gongshi.evaluation.disclosure.DisclosureAudit;
import org.gongshi.evaluation.disclosure.RevisionAudit;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/** Holds released results against the round, its questionnaires and its plan (调查结果核对): none of another survey gets in. */
@Article(9)
final class ResultsCheck {
    private static final String HINT = "results.json 应是本轮调查发布的文件；调查开始后问卷和方案不得改动";

    private final ReleasedResults results;
    private final Basis basis;
    private final Findings findings;
    private final AuditMemo audits;

    ResultsCheck(ReleasedResults results, Basis basis, Findings findings, AuditMemo audits) {
        this.results = results;
        this.basis = basis;
        this.findings = findings;
        this.audits = audits;
    }

    /** Holds a corrected file against the versions before it: 更正审计. */
    void revisions(List<ReleasedResults> earlier) {
        Location at = Location.of(ContentPaths.results(basis.round().key()));
        earlier.stream()
                .flatMap(version -> RevisionAudit.of(version, results, at).stream())
                .forEach(findings::add);
    }

    void check(Map<Audience, Questionnaire> questionnaires) {
        if (!results.round().equals(basis.round().key())) {
            error("round", "调查结果属于 " + results.round() + "，不是 " + basis.round().key());
        }
        basis.plan()
                .filter(plan -> !plan.digest().equals(results.plan()))
                .ifPresent(plan -> error("plan", "调查结果所依据的调查方案不是现在的 survey-plan.yaml"));
        questionnaires.forEach(this::questionnaire);
        if (results.released().isAfter(basis.asOf())) {
            error("released", "调查结果发布于 " + results.released() + "，晚于截至日期 " + basis.asOf());
        }
        places();
        items(questionnaires);
        deviations();
        basis.plan()
                .filter(plan -> plan.digest().equals(results.plan()))
                .ifPresent(
                        plan -> audits.of(plan, results, () -> disclosure(plan)).forEach(findings::add));
    }

    /** A file changed by hand, or released by another program, may give people away: 披露审计. */
    private List<Finding> disclosure(SurveyPlan plan) {
        var file = new Location(ContentPaths.results(basis.round().key()), 0, 0, "results");
        List<Finding> found = new ArrayList<>(
                new DisclosureAudit(plan).findings(file, basis.round().key().organizer(), results.results()));
        found.addAll(AnalysisAudit.of(plan, results, file));
        return found;
    }

    private void questionnaire(Audience audience, Questionnaire questionnaire) {
        Digest used = results.questionnaires().get(audience);
        if (used != null && !used.equals(questionnaire.digest())) {
            error("questionnaires." + audience.key(), audience.label() + "问卷在调查后被改动：摘要与调查结果所记的不符");
        }
        boolean asked = results.results().stream().anyMatch(result -> result.audience() == audience);
        if (used == null && asked) {
            error("questionnaires." + audience.key(), "调查结果没有记下" + audience.label() + "问卷的摘要");
        }
    }

    private void places() {
        Set<PlaceCode> foreign = new TreeSet<>();
        for (AudienceResult result : results.results()) {
            boolean known = basis.round().places().contains(result.place())
                    || result.place().equals(basis.round().key().organizer());
            if (!known) {
                foreign.add(result.place());
            }
        }
        foreign.forEach(place -> error("results", "调查结果中的地区 " + place + " 不属于本轮"));
    }

    /** A deviation is about a stratum of the round's frame in which codes were given out, with its people. */
    private void deviations() {
        for (Deviation one : results.deviations()) {
            String field = "deviations";
            String name = one.place() + one.told();
            if (!basis.round().places().contains(one.place())) {
                error(field, "偏离方案涉及的地区不属于本轮：" + name);
            }
            basis.plan()
                    .filter(plan -> one.into().isPresent())
                    .filter(plan -> !plan.stages()
                            .getOrDefault(one.audience(), List.of())
                            .contains(one.into().get()))
                    .ifPresent(plan -> error(field, "偏离方案并入的学段不在调查方案中：" + name));
            boolean shown = results.results().stream()
                    .anyMatch(row -> row.place().equals(one.place())
                            && row.audience() == one.audience()
                            && row.stage().equals(one.stage())
                            && row.mode() == AudienceResult.Mode.PROBABILITY
                            && row.responded().isPresent());
            if (shown && one.kind() == Deviation.Kind.NOT_COVERED) {
                error(field, "声明未覆盖的层却有答卷数：" + name);
            }
        }
    }

    private void items(Map<Audience, Questionnaire> questionnaires) {
        questionnaires.forEach((audience, questionnaire) -> {
            Set<String> known =
                    questionnaire.items().stream().map(Question::code).collect(Collectors.toSet());
            Set<String> foreign = new TreeSet<>();
            results.results().stream()
                    .filter(result -> result.audience() == audience)
                    .flatMap(result -> result.items().stream())
                    .filter(item -> !known.contains(item.code()))
                    .forEach(item -> foreign.add(item.code()));
            foreign.forEach(code -> error("results", audience.label() + "问卷中没有题目 " + code));
        });
    }

    private void error(String field, String message) {
        String file = ContentPaths.results(basis.round().key());
        findings.error(new Location(file, 0, 0, field), message, HINT);
    }
}
