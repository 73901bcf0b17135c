package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.disclosure.AnalysisAudit;
import org.gongshi.evaluation.disclosure.DisclosureAudit;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Collected;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.statistics.SurveyFault;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;

/**
 * The release as a pure function (结果发布): the same answers, in any order and under any numbering of the schools, give the
 * same results.
 */
public final class ResultsRelease {
    /** Version of the whole method; a change that can change a figure gets a new one. */
    public static final String METHOD = "gongshi-survey/4";

    private final ReleaseRequest request;
    private final Protection protection;
    private final Findings findings = new Findings();
    private final List<AudienceResult> rows = new ArrayList<>();
    private final DisclosureAudit audit;
    private Optional<Sample> sample = Optional.empty();

    ResultsRelease(ReleaseRequest request, Protection protection) {
        this.request = request;
        this.audit = new DisclosureAudit(request.plan());
        this.protection = protection;
    }

    /** Where the answers come from: hands every one to the consumer, in any order. */
    public interface Source {
        void forEach(Consumer<Response> consumer);
    }

    /** Counts, weights, estimates and guards; all findings of the run at once. */
    public static Outcome of(ReleaseRequest request, Source answers) {
        return new ResultsRelease(request, Protection.FULL).run(answers);
    }

    /**
     * The same from answers that were counted before, so that none is read again.
     *
     * @param counted gives the counts of all answers for the empty ones that it gets; is asked only when the plan can be
     *     followed
     */
    public static Outcome ofCounted(ReleaseRequest request, UnaryOperator<LiveTally> counted) {
        return new ResultsRelease(request, Protection.FULL)
                .of(() -> counted.apply(new LiveTally(request.plan(), request.questionnaires(), request.places()))
                        .tally());
    }

    Outcome run(Source answers) {
        return of(() -> {
            Tally tally = new Tally(request.plan(), request.questionnaires(), request.places());
            answers.forEach(tally::add);
            return tally;
        });
    }

    /**
     * Strata that the plan cannot weight, whatever was recorded about them; it looks at who answered, never at an answer.
     *
     * @param counted gives the counts of all answers for the empty ones that it gets
     */
    public static List<Obstacle> obstacles(ReleaseRequest request, UnaryOperator<LiveTally> counted) {
        Tally tally = counted.apply(new LiveTally(request.plan(), request.questionnaires(), request.places()))
                .tally();
        var release = new ResultsRelease(request, Protection.FULL);
        return new FrameCheck(request.plan(), release.file("populations.csv"), Deviations.NONE, release.findings)
                .obstacles(FrameCheck.byStratum(tally.counted(Mode.CODE)), release.populations());
    }

    private Outcome of(Supplier<Tally> counted) {
        checkPlan();
        if (findings.hasErrors()) {
            return new Outcome.Refused(findings.sorted());
        }
        Tally tally = counted.get();
        checkTally(tally);
        Map<Audience, Digest> digests = new EnumMap<>(Audience.class);
        request.questionnaires().forEach((audience, questionnaire) -> digests.put(audience, questionnaire.digest()));
        probability(tally);
        request.questionnaires().values().forEach(questionnaire -> volunteers(tally, questionnaire));
        // Whatever could not be mended stops the release and names the cells.
        if (protection.audited()) {
            audit.findings(file("results.json"), request.round().organizer(), rows)
                    .forEach(findings::add);
        }
        if (findings.hasErrors()) {
            return new Outcome.Refused(findings.sorted());
        }
        PlaceCode organizer = request.round().organizer();
        rows.sort(Comparator.<AudienceResult, Boolean>comparing(
                        row -> !row.place().equals(organizer))
                .thenComparing(AudienceResult::place)
                .thenComparing(AudienceResult::audience)
                .thenComparing(AudienceResult::mode)
                .thenComparing(row -> row.stage().map(Enum::ordinal).orElse(-1)));
        Analysis analysis = sample.map(found -> analysis(found, tally)).orElse(Analysis.NONE);
        var results = new ReleasedResults(
                request.round(),
                request.plan().digest(),
                digests,
                METHOD,
                request.opened(),
                request.closed(),
                request.released(),
                request.releasedBy(),
                rows,
                analysis,
                new Collected(
                        new Ways(organizer, rows, request.plan().thresholds().hide())
                                .publish(tally.ways(), tally.doubted()),
                        Optional.empty()),
                request.deviations());
        if (protection.lines()) {
            AnalysisAudit.of(request.plan(), results, file("results.json")).forEach(findings::add);
        }
        return findings.hasErrors()
                ? new Outcome.Refused(findings.sorted())
                : new Outcome.Released(results, findings.sorted());
    }

    private void checkPlan() {
        var plan = request.plan();
        request.questionnaires().forEach((audience, questionnaire) -> {
            questionnaire.scale().stream()
                    .filter(option -> !plan.mapping().containsKey(option.value()))
                    .forEach(option -> findings.error(
                            file("survey-plan.yaml"),
                            "mapping 没有" + audience.label() + "问卷的选项 " + option.value() + "（" + option.label() + "）",
                            "给每个选项规定分值"));
            if (plan.mapping().containsKey(questionnaire.dontKnow().value())) {
                findings.error(
                        file("survey-plan.yaml"),
                        "mapping 给“" + questionnaire.dontKnow().label() + "”规定了分值",
                        "“不了解”不是评价，不计分：删去该行");
            }
        });
    }

    private void checkTally(Tally tally) {
        if (tally.foreign() > 0) {
            findings.error(
                    file("survey-plan.yaml"), tally.foreign() + " 份答卷与地区、学段、问卷或抽样设计不符", "运行 survey doctor 查明数据是否受损");
        }
        if (tally.blank() > 0) {
            findings.warning(file("survey-plan.yaml"), tally.blank() + " 份答卷没有回答任何题目，未计入", "");
        }
        for (Audience audience : request.questionnaires().keySet()) {
            checkVolunteers(tally, audience, Mode.SCHOOL_CODE);
            checkVolunteers(tally, audience, Mode.OPEN_LINK);
        }
    }

    /** Nobody is asked who he is: that more answer than there are is all that can be held against volunteers. */
    private void checkVolunteers(Tally tally, Audience audience, Mode mode) {
        Map<PlaceCode, Long> sheets = new TreeMap<>();
        tally.cells(audience, mode)
                .forEach((stratum, cells) -> sheets.merge(
                        stratum.place(), cells.stream().mapToLong(Cell::sheets).sum(), Long::sum));
        sheets.forEach((place, count) -> {
            long people = request.populations().stream()
                    .filter(row -> row.audience() == audience && row.place().equals(place))
                    .mapToLong(Population::people)
                    .sum();
            if (people > 0 && count > people) {
                findings.warning(
                        file("populations.csv"),
                        place + " " + audience.label() + "：" + mode.label() + "答卷多于总体人数 " + people + "，有人重复作答",
                        "公布时说明；这些答卷不计分、不作推断");
            }
        });
    }

    /** What stands beside the rows; the rows get their sensitivity lines on the way. */
    private Analysis analysis(Sample found, Tally tally) {
        var released = new Released(request.round().organizer(), request.places(), rows);
        var indices = new IndexSample(found);
        Optional<Composites> composites =
                request.plan().composite().map(plan -> new Composites(indices, request.plan(), plan, released));
        List<AudienceResult> attached =
                new SensitivityLines(indices, request.plan(), released, protection.lines()).attach();
        rows.clear();
        rows.addAll(attached);
        var diagnostics = new Diagnostics(found, request.plan(), file("results.json"), findings, protection.lines());
        return new Analysis(
                diagnostics.weights(),
                request.questionnaires().values().stream()
                        .map(questionnaire ->
                                diagnostics.reliability(questionnaire, tally.sums(questionnaire.audience())))
                        .toList(),
                composites.map(Composites::all).orElse(List.of()),
                new Rankings(indices, released, composites).all());
    }

    private void probability(Tally tally) {
        Location frame = file("populations.csv");
        Map<Stratum, Population> populations = populations();
        var weighting = new Weighting(
                request.plan(),
                request.questionnaires(),
                request.baseWeights(),
                new Deviations(request.deviations()),
                frame,
                file("survey-plan.yaml"),
                findings);
        try {
            sample = weighting.sample(tally.counted(Mode.CODE), populations);
            sample.ifPresent(found -> request.questionnaires()
                    .values()
                    .forEach(questionnaire -> probability(found, questionnaire, populations)));
        } catch (SurveyFault fault) {
            findings.error(frame, "无法估计（" + fault.code().word() + "）：" + fault.getMessage(), "");
        }
    }

    private void probability(Sample sample, Questionnaire questionnaire, Map<Stratum, Population> populations) {
        Audience audience = questionnaire.audience();
        if (sample.cells().stream().noneMatch(cell -> cell.stratum().audience() == audience)) {
            return;
        }
        var estimator = new Estimator(sample, questionnaire, request.plan(), populations);
        publish(
                audience,
                AudienceResult.Mode.PROBABILITY,
                estimator.rows(request.round().organizer(), request.places()));
    }

    /** A school's code and the open link are two assurances: their answers are never added up either. */
    private void volunteers(Tally tally, Questionnaire questionnaire) {
        volunteers(tally, questionnaire, Mode.SCHOOL_CODE);
        volunteers(tally, questionnaire, Mode.OPEN_LINK);
    }

    private void volunteers(Tally tally, Questionnaire questionnaire, Mode mode) {
        Map<Stratum, List<Cell>> cells = tally.cells(questionnaire.audience(), mode);
        if (!cells.isEmpty()) {
            publish(
                    questionnaire.audience(),
                    mode.way().rows(),
                    new Volunteers(cells, questionnaire, request.plan())
                            .rows(request.round().organizer(), request.places()));
        }
    }

    private void publish(Audience audience, AudienceResult.Mode mode, RowTree tree) {
        boolean inference = mode.infers();
        var guard = new DisclosureGuard(
                request.plan().thresholds(),
                inference && audience.isSampledBySchool(),
                inference,
                protection.complement());
        var publisher = new Publisher(audience, mode, request.plan(), protection.banded());
        PlaceCode organizer = request.round().organizer();
        var safeguard = new Safeguard(guard, publisher, audit, organizer);
        rows.addAll(protection.audited() ? safeguard.publish(tree) : safeguard.unaudited(tree));
    }

    private Map<Stratum, Population> populations() {
        Map<Stratum, Population> found = new TreeMap<>();
        for (Population row : request.populations()) {
            if (request.questionnaires().containsKey(row.audience())
                    && request.places().contains(row.place())) {
                var stratum = new Stratum(row.place(), row.audience(), row.stage());
                if (found.put(stratum, row) != null) {
                    findings.error(
                            file("populations.csv"),
                            row.place() + row.audience().label() + "的同一层出现两次",
                            "合并或删去一行");
                }
            }
        }
        return found;
    }

    private Location file(String name) {
        return Location.of(request.round() + "/" + name);
    }
}
