package org.gongshi.evaluation.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.outcome.Outcome;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.report.AnnualReport;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.report.ReportPicture;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.evaluation.scoring.ScoreSheet;
import org.gongshi.evaluation.stage.ProblemList;
import org.gongshi.evaluation.stage.Stages;

/**
 * Puts together all that is on file for one place (读取卷宗). What the scope leaves out is neither opened nor, in files that
 * places share, looked at.
 */
public final class DossierReader {
    private final ContentReader content;
    private final FileReader files;
    private final Scope scope;
    private final Memo<RoundKey, Optional<List<ScoreRow>>> scores;
    private final Memo<RoundKey, Optional<List<OutcomeEntry>>> outcomes;

    public DossierReader(ContentReader content, Scope scope) {
        this.content = content;
        this.files = content.files();
        this.scope = scope;
        this.scores = new Memo<>(key -> files.csv(
                ContentPaths.scores(key), (file, found) -> ScoreFile.rows(file, placesOf(key), scope, found)));
        this.outcomes = new Memo<>(key -> files.csv(
                ContentPaths.outcomes(key), (file, found) -> OutcomeFile.outcomes(file, placesOf(key), scope, found)));
    }

    /** What is read of files that places share. */
    public Scope scope() {
        return scope;
    }

    /** {@code scores.csv} and {@code outcomes.yaml} without a place in mind, so that a check finds their faults. */
    public void readShared(RoundKey round) {
        if (content.folder().has(ContentPaths.scores(round))) {
            scores.get(round);
        }
        if (content.folder().has(ContentPaths.outcomes(round))) {
            outcomes.get(round);
        }
    }

    /** The dossier of a place; everything must be there and right, and what is not is found at once. */
    public Optional<DossierSource> read(Subject subject) {
        return read(subject, true);
    }

    /** The dossier of a draft: what is there is read; what is still to come is no fault. */
    public Optional<DossierSource> readDraft(Subject subject) {
        return read(subject, false);
    }

    /** The scores of a place, as soon as they are all there and follow their rules, whatever else is still missing. */
    public Optional<ScoreSheet> sheet(Subject subject) {
        return sheet(subject, true).map(SheetSource::sheet);
    }

    /** Commended practices and problems of a place; empty where there is no such file yet, or one with faults. */
    public Optional<ProblemList> problems(Subject subject) {
        return when(false, ContentPaths.problems(subject))
                .flatMap(name -> files.yaml(name, ProblemFile::problems))
                .map(Located::value);
    }

    /** What is on record against or for a place (第十四、十五条); none where there is no file yet, or one with faults. */
    public List<Outcome> outcomes(Subject subject) {
        return recorded(subject, false).orElse(List.of()).stream()
                .map(OutcomeEntry::outcome)
                .toList();
    }

    private Optional<DossierSource> read(Subject subject, boolean whole) {
        if (!content.folder().isFolder(subject.toString())) {
            if (whole) {
                files.findings().error(Location.of(subject.toString()), "缺少目录", "请为这个地区建立目录，放入 report.md 等文件");
            }
            return Optional.empty();
        }
        Optional<Located<AnnualReport>> report = report(subject, whole);
        Optional<Located<Stages>> stages = when(whole, ContentPaths.stages(subject))
                .flatMap(name ->
                        files.yaml(name, fields -> whole ? StagesFile.stages(fields) : StagesFile.begun(fields)));
        Optional<Located<ProblemList>> problems =
                when(whole, ContentPaths.problems(subject)).flatMap(name -> files.yaml(name, ProblemFile::problems));
        Optional<Located<List<Decision>>> decisions = decisions(subject);
        Optional<SheetSource> sheet = sheet(subject, whole);
        Optional<List<OutcomeEntry>> recorded = recorded(subject, whole);
        // Results are an input of the decision: opened here, judged by the gate.
        if (content.folder().has(ContentPaths.results(subject.round()))) {
            content.results(subject.round());
        }
        boolean complete = report.isPresent()
                && stages.isPresent()
                && problems.isPresent()
                && decisions.isPresent()
                && sheet.isPresent()
                && recorded.isPresent();
        return complete
                ? source(
                        subject,
                        new Parts(
                                report.get(),
                                stages.get(),
                                problems.get(),
                                decisions.get(),
                                sheet.get(),
                                recorded.get()))
                : Optional.empty();
    }

    /** The report with its pictures; these are read even where the report is faulty, so that all findings come at once. */
    private Optional<Located<AnnualReport>> report(Subject subject, boolean whole) {
        Optional<List<ReportPicture>> pictures =
                files.whole(found -> Optional.of(PictureFiles.pictures(content.folder(), subject, found)));
        return when(whole, ContentPaths.report(subject))
                .flatMap(name -> files.markdown(name, ReportFile::report))
                .flatMap(report ->
                        pictures.map(beside -> new Located<>(report.value().with(beside), report.at())));
    }

    /** A place's own files. */
    private record Parts(
            Located<AnnualReport> report,
            Located<Stages> stages,
            Located<ProblemList> problems,
            Located<List<Decision>> decisions,
            SheetSource sheet,
            List<OutcomeEntry> outcomes) {}

    private Optional<DossierSource> source(Subject subject, Parts parts) {
        Optional<Located<Round>> round = content.locatedRound(subject.round());
        Optional<Located<Places>> places = content.locatedPlaces();
        if (round.isEmpty()
                || places.isEmpty()
                || content.indicators(subject.round()).isEmpty()) {
            return Optional.empty();
        }
        Optional<Place> place = places.get().value().find(subject.place());
        List<Located<Outcome>> located = parts.outcomes().stream()
                .map(entry -> new Located<>(entry.outcome(), Positions.of(entry.node())))
                .toList();
        Digest inputs = InputsDigest.of(
                subject,
                content.folder().opened(),
                new InputsDigest.Shared(
                        round.get().at().tree().orElseThrow(),
                        places.get().at().tree().orElseThrow(),
                        parts.sheet().rows(),
                        parts.outcomes().stream().map(OutcomeEntry::node).toList()));
        return place.map(known -> new DossierSource(
                new Dossier(
                        subject,
                        known,
                        parts.report().value(),
                        parts.sheet().sheet(),
                        parts.stages().value(),
                        parts.problems().value(),
                        located.stream().map(Located::value).toList(),
                        parts.decisions().value(),
                        inputs),
                parts.report().at(),
                parts.stages().at(),
                parts.problems().at(),
                parts.sheet().at(),
                located,
                parts.decisions().at()));
    }

    private Optional<String> when(boolean needed, String name) {
        return needed || content.folder().has(name) ? Optional.of(name) : Optional.empty();
    }

    /** Without the file nothing has been decided yet: what is missing then, the gate says. */
    private Optional<Located<List<Decision>>> decisions(Subject subject) {
        String name = ContentPaths.decisions(subject);
        return content.folder().has(name)
                ? files.yaml(name, DecisionFile::decisions)
                : Optional.of(new Located<>(List.of(), Positions.ofFile(name)));
    }

    private Optional<SheetSource> sheet(Subject subject, boolean whole) {
        RoundKey key = subject.round();
        if (when(whole, ContentPaths.scores(key)).isEmpty()
                || when(whole, ContentPaths.indicators(key)).isEmpty()) {
            return Optional.empty();
        }
        return content.indicators(key)
                .flatMap(system -> scores.get(key)
                        .flatMap(rows -> files.whole(
                                (Findings found) -> new SheetBuilder(ContentPaths.scores(key), system, found)
                                        .sheet(subject.place(), rows, whole))));
    }

    private Optional<List<OutcomeEntry>> recorded(Subject subject, boolean whole) {
        if (when(whole, ContentPaths.outcomes(subject.round())).isEmpty()) {
            return Optional.empty();
        }
        return outcomes.get(subject.round())
                .map(entries -> entries.stream()
                        .filter(entry -> entry.outcome().place().equals(subject.place()))
                        .toList());
    }

    private Set<PlaceCode> placesOf(RoundKey key) {
        return content.locatedRound(key)
                .map(round -> Set.copyOf(round.value().places()))
                .orElse(Set.of());
    }
}
