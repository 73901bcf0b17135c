package org.gongshi.survey.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.DossierReader;
import org.gongshi.evaluation.content.Scope;
import org.gongshi.evaluation.content.StagesForm;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.outcome.Outcome;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.evaluation.scoring.GradeRule;
import org.gongshi.evaluation.scoring.ScoreSheet;
import org.gongshi.evaluation.stage.ProblemList;

/** What is there and what is still missing of a place's dossier (材料是否齐全), as the content lies there now. */
final class Materials {
    private final House house;
    private final Findings findings = new Findings();
    private final DossierReader dossiers;

    Materials(House house) {
        this.house = Objects.requireNonNull(house, "house");
        var reader = new ContentReader(new ContentFolder(house.content().root()), findings);
        this.dossiers = new DossierReader(reader, Scope.everything());
    }

    /**
     * A place's.
     *
     * @param sheet empty until every indicator has its points
     * @param stages whether every step but the re-check is filled in
     * @param problems the list of problems; empty until there is one
     * @param blocked whether something is on record that rules out the best grade (第十五条)
     * @param report whether the report is there and its items are filled in
     * @param faults what {@code check} finds wrong in the place's own files
     */
    record Of(
            Place place,
            Optional<ScoreSheet> sheet,
            boolean stages,
            Optional<ProblemList> problems,
            boolean blocked,
            boolean report,
            List<String> faults) {
        Of {
            faults = List.copyOf(faults);
        }

        boolean complete() {
            return sheet.isPresent() && stages && problems.isPresent() && report;
        }

        /** The weighted score, exactly; empty while points are missing. */
        String score() {
            return sheet.map(one -> one.weightedScore().value().toPlainString()).orElse("");
        }

        /** The best grade that the number alone allows. */
        String band() {
            return sheet.map(one -> GradeRule.band(one.weightedScore()).label()).orElse("");
        }
    }

    List<Of> all() {
        return house.content().places().stream().map(this::of).toList();
    }

    Of of(Place place) {
        var subject = new Subject(house.round().round(), place.code());
        Optional<ScoreSheet> sheet = dossiers.sheet(subject);
        Optional<ProblemList> problems = dossiers.problems(subject);
        dossiers.read(subject);
        String report = ContentPaths.report(subject);
        List<Finding> errors = findings.sorted().stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .filter(one -> one.at().file().startsWith(subject + "/"))
                .toList();
        boolean reported = new ContentFolder(house.content().root()).has(report)
                && errors.stream().noneMatch(one -> one.at().file().equals(report));
        return new Of(
                place,
                sheet,
                stages(place),
                problems,
                dossiers.outcomes(subject).stream().map(Outcome::kind).anyMatch(kind -> kind.blocksExcellent()),
                reported,
                errors.stream().map(Finding::toLine).distinct().toList());
    }

    private boolean stages(Place place) {
        Map<String, String> values = StageHandlers.values(house, place.code());
        return StagesForm.GROUPS.stream()
                .filter(group -> !group.key().equals("recheck"))
                .allMatch(group -> group.isComplete(values));
    }
}
