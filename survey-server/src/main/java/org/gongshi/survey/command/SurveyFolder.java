package org.gongshi.survey.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.SurveyCheck;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.evaluation.sampling.SampleRecord;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.Translation;
import org.gongshi.evaluation.site.Site;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.SurveyContent;
import org.gongshi.templates.frame.LanguageCheck;

/** The content folder as the survey reads it (内容目录): anew for every question, all findings at once. */
public final class SurveyFolder implements SurveyContent {
    private final Path root;

    public SurveyFolder(Path root) {
        this.root = Objects.requireNonNull(root, "root");
    }

    @Override
    public LockedForms forms(RoundKey key) {
        var findings = new Findings();
        ContentReader reader = reader(findings);
        Optional<Round> round = reader.round(key);
        Optional<SurveyPlan> plan = reader.plan(key);
        Map<Audience, Questionnaire> questionnaires = reader.questionnaires(key);
        // Before the first answer: afterwards neither the plan nor a question can be mended.
        var check = new SurveyCheck(reader, key, findings);
        check.margins();
        check.translations();
        Map<String, Translation> translations = reader.translations(key);
        translations.forEach((language, found) ->
                LanguageCheck.pages(found, Location.of(ContentPaths.language(key, language)), findings));
        stopAt(findings);
        Set<PlaceCode> places =
                Set.copyOf(round.orElseThrow(() -> unreadable(key)).places());
        List<Population> populations = reader.populations(key);
        stopAt(findings);
        return new LockedForms(
                plan.orElseThrow(() -> unreadable(key)),
                questionnaires,
                places,
                List.copyOf(translations.values()),
                Optional.of(Population.digest(populations)));
    }

    @Override
    public List<BaseWeight> baseWeights(RoundKey key) {
        var findings = new Findings();
        Optional<SampleRecord> record = reader(findings).sample(key);
        stopAt(findings);
        return record.map(SampleRecord::sample).map(BaseWeight::of).orElse(List.of());
    }

    /** What every page says. */
    public Site site() {
        var findings = new Findings();
        Optional<Site> site = reader(findings).site();
        stopAt(findings);
        return site.orElseThrow(() -> new RoundFault("内容目录缺少 site.yaml：" + root));
    }

    /** Title and places of a round. */
    public Round round(RoundKey key) {
        var findings = new Findings();
        Optional<Round> round = reader(findings).round(key);
        stopAt(findings);
        return round.orElseThrow(() -> unreadable(key));
    }

    /** The places of a round, in the order of their codes. */
    public List<Place> places(RoundKey key) {
        var findings = new Findings();
        Optional<Places> register = reader(findings).places();
        stopAt(findings);
        Places all = register.orElseThrow(() -> unreadable(key));
        return round(key).places().stream().map(all::get).toList();
    }

    Path root() {
        return root;
    }

    /** People behind each audience and place. */
    public List<Population> populations(RoundKey key) {
        var findings = new Findings();
        List<Population> populations = reader(findings).populations(key);
        stopAt(findings);
        return populations;
    }

    /** The released results; empty before the release. */
    Optional<ReleasedResults> results(RoundKey key) {
        var findings = new Findings();
        Optional<ReleasedResults> results = reader(findings).results(key);
        stopAt(findings);
        return results;
    }

    /** All rounds, newest first. */
    List<RoundKey> rounds() {
        return reader(new Findings()).rounds().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Whether a round has a survey plan: a league may evaluate its banners without a survey of its own (第十六条). */
    boolean isSurveyed(RoundKey key) {
        return Files.exists(root.resolve(ContentPaths.plan(key)));
    }

    /** The rounds that have a survey plan, newest first. */
    List<RoundKey> surveyed() {
        return rounds().stream().filter(this::isSurveyed).toList();
    }

    /** A round's title; its key where the round cannot be read. */
    String title(RoundKey key) {
        return reader(new Findings()).round(key).map(Round::title).orElseGet(key::toString);
    }

    /** The newest round that has a survey plan; where none has one, the newest. */
    public RoundKey newest() {
        return Stream.concat(surveyed().stream(), rounds().stream())
                .findFirst()
                .orElseThrow(() -> new RoundFault("内容目录中没有评价轮次（应有 年份/组织者代码/round.yaml）：" + root));
    }

    /**
     * When the survey of a demonstration opened whose days are over; empty for a real survey, for one whose days are not
     * over, and for content that cannot be read (whoever needs more of it tells its faults).
     */
    Optional<Instant> pastDemonstration(Optional<RoundKey> wanted, Instant now) {
        ContentReader reader = reader(new Findings());
        if (!reader.site().map(Site::demonstration).orElse(false)) {
            return Optional.empty();
        }
        // A round of the second tier may do without a survey.
        return wanted.or(() -> surveyed().stream().findFirst())
                .flatMap(reader::plan)
                .filter(plan -> plan.closes().toInstant().isBefore(now))
                .map(plan -> plan.opens().toInstant());
    }

    private ContentReader reader(Findings findings) {
        return new ContentReader(new ContentFolder(root), findings);
    }

    private static void stopAt(Findings findings) {
        if (findings.hasErrors()) {
            throw new RoundFault(findings.sorted().stream().map(Finding::toLine).toList());
        }
    }

    private static RoundFault unreadable(RoundKey key) {
        return new RoundFault("内容目录中没有这一轮评价，或无法读取：" + key);
    }
}
