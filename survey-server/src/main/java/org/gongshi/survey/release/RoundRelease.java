package org.gongshi.survey.release;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.ReleasedResultsJson;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.disclosure.RevisionAudit;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.results.FinalWeights;
import org.gongshi.survey.results.LiveTally;
import org.gongshi.survey.results.Obstacle;
import org.gongshi.survey.results.Outcome;
import org.gongshi.survey.results.ReleaseRequest;
import org.gongshi.survey.results.ResultsRelease;
import org.gongshi.survey.results.SampledSchool;
import org.gongshi.survey.round.FormsLock;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.store.ClosedStore;

/** Releases the results of one closed survey into the content folder (发布调查结果): once, by two people, never over another. */
public final class RoundRelease {
    /** Who is named while nobody has released yet. */
    private static final List<String> NOBODY = List.of("发布人", "复核人");

    private static final int WEIGHT_DECIMALS = 12;

    private final Path content;
    private final SurveyFiles files;
    private final RoundRecord record;
    private final UnaryOperator<LiveTally> counted;
    private final Findings findings = new Findings();

    /** @param record what is on file about the survey */
    public RoundRelease(Path content, SurveyFiles files, RoundRecord record) {
        this(content, files, record, fresh -> recount(files, fresh));
    }

    /**
     * The same with answers that were counted before.
     *
     * @param counted gives the counts of all answers for empty ones of the same forms
     */
    public RoundRelease(Path content, SurveyFiles files, RoundRecord record, UnaryOperator<LiveTally> counted) {
        this.counted = Objects.requireNonNull(counted, "counted");
        this.content = Objects.requireNonNull(content, "content");
        this.files = Objects.requireNonNull(files, "files");
        this.record = Objects.requireNonNull(record, "record");
    }

    /** Where the results go. */
    public Path target() {
        return content.resolve(ContentPaths.results(record.round()));
    }

    /**
     * Computes the results and writes them beside, then swaps them in; with any error nothing is written.
     *
     * @param releasedBy who releases and who confirms, by role name
     * @throws org.gongshi.survey.store.StoreFault when a row of the answers is damaged or the file cannot be written
     */
    public Outcome run(List<String> releasedBy, LocalDate date) {
        return run(releasedBy, date, false);
    }

    /**
     * The same; a released version is kept beside the corrected one and both are audited together.
     *
     * @param correct whether a version may be there already
     */
    public Outcome run(List<String> releasedBy, LocalDate date, boolean correct) {
        Optional<ReleaseRequest> request =
                check(releasedBy, date, correct).flatMap(lock -> request(lock, releasedBy, date));
        if (request.isEmpty() || findings.hasErrors()) {
            return new Outcome.Refused(findings.sorted());
        }
        Outcome outcome = outcome(request.get());
        if (outcome instanceof Outcome.Released released) {
            return Files.exists(target()) ? corrected(released) : write(released);
        }
        return outcome;
    }

    /** What {@link #run} would write, written nowhere; posts stand in place of the two people, so that its digest is the same for all. */
    public Outcome preview(LocalDate date) {
        Optional<ReleaseRequest> request = check(NOBODY, date, false).flatMap(lock -> request(lock, NOBODY, date));
        return request.isEmpty() || findings.hasErrors()
                ? new Outcome.Refused(findings.sorted())
                : outcome(request.get());
    }

    /** The weights behind the figures, before or after the release; empty when the release would be refused. */
    public Optional<FinalWeights> weights(LocalDate date) {
        Optional<ReleaseRequest> request = check(NOBODY, date, true).flatMap(lock -> request(lock, NOBODY, date));
        if (request.isEmpty() || findings.hasErrors()) {
            return Optional.empty();
        }
        try (ClosedStore store = ClosedStore.open(files.folder(), RowKey.read(files.rowKey()))) {
            return FinalWeights.of(request.get(), store::forEach);
        }
    }

    /**
     * Strata that the locked plan cannot weight, because nobody in them or a single unit answered; whatever was recorded about
     * them. Empty, too, when the release is refused for other reasons: those come first.
     */
    public List<Obstacle> obstacles(LocalDate date) {
        return check(NOBODY, date, true)
                .flatMap(lock -> request(lock, NOBODY, date))
                .filter(request -> !findings.hasErrors())
                .map(request -> ResultsRelease.obstacles(request, counted))
                .orElse(List.of());
    }

    private Outcome write(Outcome.Released released) {
        WholeFile.write(target(), bytes(released.results()));
        return released;
    }

    /** 更正须涉及 0 人或至少 10 人: the difference of two versions is a table too. */
    private Outcome corrected(Outcome.Released released) {
        ContentReader reader = new ContentReader(new ContentFolder(content), findings);
        List<ReleasedResults> versions = new ArrayList<>(reader.earlierResults(record.round()));
        int next = versions.size() + 1;
        reader.results(record.round()).ifPresent(versions::add);
        Location at = Location.of(ContentPaths.results(record.round()));
        versions.stream()
                .flatMap(version -> RevisionAudit.of(version, released.results(), at).stream())
                .forEach(findings::add);
        if (findings.hasErrors()) {
            return new Outcome.Refused(findings.sorted());
        }
        WholeFile.copy(target(), content.resolve(ContentPaths.earlierResults(record.round(), next)));
        return write(released);
    }

    /** The exact bytes of {@code results.json}. */
    public static byte[] bytes(ReleasedResults results) {
        return JsonText.pretty(ReleasedResultsJson.write(results));
    }

    private Outcome outcome(ReleaseRequest request) {
        Outcome outcome = ResultsRelease.ofCounted(request, counted);
        if (outcome instanceof Outcome.Released released) {
            try (ClosedStore store = ClosedStore.open(files.folder(), RowKey.read(files.rowKey()))) {
                return new Outcome.Released(released.results().with(store.receipts()), released.findings());
            }
        }
        return outcome;
    }

    private static LiveTally recount(SurveyFiles files, LiveTally fresh) {
        try (ClosedStore store = ClosedStore.open(files.folder(), RowKey.read(files.rowKey()))) {
            return fresh.recount(store::forEach);
        }
    }

    private Optional<FormsLock> check(List<String> releasedBy, LocalDate date, boolean correct) {
        Location target = Location.of(ContentPaths.results(record.round()));
        if (!record.state().isOver() || record.closed().isEmpty()) {
            findings.error(target, "调查" + record.state().label() + "，不能发布", "先运行 survey close");
            return Optional.empty();
        }
        if (Files.exists(target()) && !correct) {
            findings.error(target, "结果已经发布，不得覆盖", "确需更正的，按更正程序办理并登记 corrections.yaml，再加 --correct");
        }
        if (releasedBy.size() != 2
                || releasedBy.get(0).strip().equals(releasedBy.get(1).strip())) {
            findings.error(target, "发布人和复核人不得为同一人", "--released-by 和 --confirmed-by 写两个不同的岗位或姓名");
        }
        if (date.isBefore(record.closed().get())) {
            findings.error(
                    target, "发布日期 " + date + " 早于调查结束日期 " + record.closed().get(), "更正 --date");
        }
        record.aftermath().deviations().stream()
                .filter(one -> date.isBefore(one.decided()))
                .findFirst()
                .ifPresent(
                        one -> findings.error(target, "发布日期 " + date + " 早于偏离方案的登记日期 " + one.decided(), "更正 --date"));
        return record.lock();
    }

    private Optional<ReleaseRequest> request(FormsLock lock, List<String> releasedBy, LocalDate date) {
        RoundKey key = record.round();
        ContentReader reader = new ContentReader(new ContentFolder(content), findings);
        Optional<Round> round = reader.round(key);
        Optional<SurveyPlan> plan = reader.plan(key);
        Map<Audience, Questionnaire> questionnaires = reader.questionnaires(key);
        List<Population> populations = reader.populations(key);
        if (round.isEmpty() || plan.isEmpty() || findings.hasErrors()) {
            return Optional.empty();
        }
        requireLocked(ContentPaths.plan(key), lock.plan(), plan.get().digest());
        lock.questionnaires()
                .forEach((audience, digest) -> requireLocked(
                        ContentPaths.questionnaire(key, audience),
                        digest,
                        questionnaires.get(audience).digest()));
        // The weights rest on these numbers: another population gives another index.
        lock.populations()
                .ifPresent(
                        digest -> requireLocked(ContentPaths.populations(key), digest, Population.digest(populations)));
        if (reader.sample(key).isPresent() && record.weights().isEmpty()) {
            findings.error(
                    Location.of(ContentPaths.sample(key)), "抽样记录在调查结束后才放入，答卷已无法与学校的基础权数对应", "移走抽样记录：没有它时同一层的人权数相同");
        }
        return Optional.of(new ReleaseRequest(
                key,
                round.get().places(),
                plan.get(),
                questionnaires,
                populations,
                record.opened().orElseThrow(),
                record.closed().orElseThrow(),
                date,
                releasedBy.stream().map(String::strip).toList(),
                baseWeights(),
                record.aftermath().deviations()));
    }

    private Map<SampledSchool, BigDecimal> baseWeights() {
        Map<SampledSchool, BigDecimal> weights = new TreeMap<>();
        record.weights()
                .forEach(each -> weights.put(
                        new SampledSchool(each.stratum(), each.cluster()),
                        each.weight().decimal(WEIGHT_DECIMALS)));
        return weights;
    }

    /** The mapping alone can change a grade: what was locked before the first answer is what counts. */
    private void requireLocked(String file, Digest locked, Digest found) {
        if (!locked.equals(found)) {
            findings.error(Location.of(file), "调查开启后被改动：锁定的是 " + locked + "，现在是 " + found, "恢复开启时的文件");
        }
    }
}
