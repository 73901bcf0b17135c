package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.RegisterCheck;
import org.gongshi.evaluation.content.SurveyCheck;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.scoring.IndicatorSystem;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.evaluation.site.Correction;

/** Reads what all places of a round share and holds it against each other. */
final class RoundInputs {
    private final ContentReader content;
    private final RoundKey key;
    private final LocalDate asOf;
    private final Findings findings;
    private final AuditMemo audits;

    RoundInputs(ContentReader content, RoundKey key, LocalDate asOf, Findings findings, AuditMemo audits) {
        this.content = content;
        this.key = key;
        this.asOf = asOf;
        this.findings = findings;
        this.audits = audits;
    }

    /** The round itself with its calendar, which every build shows. */
    Optional<Round> round() {
        new RegisterCheck(content, findings).round(key);
        content.calendar(key).ifPresent(calendar -> new CalendarCheck(calendar, key.year(), findings).check(asOf));
        return content.round(key);
    }

    /** What published places rest on; everything must be there. */
    Optional<Basis> published(Round round) {
        Optional<IndicatorSystem> system = content.indicators(key);
        if (!hasSurvey(system)) {
            return system.map(known -> new Basis(round, Optional.empty(), Optional.empty(), asOf, corrections()));
        }
        Optional<SurveyPlan> plan = content.plan(key);
        Map<Audience, Questionnaire> questionnaires = content.questionnaires(key);
        content.populations(key);
        SurveyCheck survey = new SurveyCheck(content, key, findings);
        survey.scales();
        survey.populations(Severity.ERROR);
        Optional<ReleasedResults> results = content.results(key);
        if (system.isEmpty() || plan.isEmpty() || results.isEmpty()) {
            return Optional.empty();
        }
        Basis basis = new Basis(round, results, plan, asOf, corrections());
        var check = new ResultsCheck(results.get(), basis, findings, audits);
        check.check(questionnaires);
        check.revisions(content.earlierResults(key));
        return Optional.of(basis);
    }

    /** What a round at work rests on so far; what is not written yet is no fault. */
    Basis atWork(Round round) {
        ContentFolder folder = content.folder();
        if (folder.has(ContentPaths.indicators(key))) {
            content.indicators(key);
        }
        Optional<SurveyPlan> plan = folder.has(ContentPaths.plan(key)) ? content.plan(key) : Optional.empty();
        Map<Audience, Questionnaire> questionnaires =
                folder.has(ContentPaths.questionnaires(key)) ? content.questionnaires(key) : Map.of();
        if (folder.has(ContentPaths.populations(key))) {
            boolean begun = !content.populations(key).isEmpty();
            SurveyCheck survey = new SurveyCheck(content, key, findings);
            if (begun && plan.isPresent()) {
                survey.populations(Severity.WARNING);
            }
        }
        if (plan.isPresent() && !questionnaires.isEmpty()) {
            new SurveyCheck(content, key, findings).scales();
        }
        Optional<ReleasedResults> results =
                folder.has(ContentPaths.results(key)) ? content.results(key) : Optional.empty();
        Basis basis = new Basis(round, results, plan, asOf, corrections());
        results.ifPresent(released -> new ResultsCheck(released, basis, findings, audits).check(questionnaires));
        return basis;
    }

    private List<Correction> corrections() {
        return content.corrections().orElse(List.of());
    }

    /** What can be read although {@code round.yaml} is faulty, so that its faults are found in the same run. */
    void withoutRound() {
        ContentFolder folder = content.folder();
        if (folder.has(ContentPaths.indicators(key))) {
            content.indicators(key);
        }
        if (folder.has(ContentPaths.plan(key))) {
            content.plan(key);
        }
        if (folder.has(ContentPaths.questionnaires(key))) {
            content.questionnaires(key);
            new SurveyCheck(content, key, findings).scales();
        }
    }

    /** A league may evaluate its banners without a survey; then no file of one lies in the folder and no rule asks for it. */
    private boolean hasSurvey(Optional<IndicatorSystem> system) {
        boolean scored = system.stream()
                .flatMap(known -> known.indicators().stream())
                .anyMatch(indicator -> indicator.rule() instanceof PointRule.SurveyIndex);
        return scored
                || List.of(ContentPaths.plan(key), ContentPaths.questionnaires(key), ContentPaths.results(key)).stream()
                        .anyMatch(content.folder()::has);
    }
}
