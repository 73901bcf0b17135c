package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongshi.evaluation.archive.ArchiveDecision;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.draw.DrawRecord;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.ObjectionPeriod;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.sampling.SampleRecord;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.Translation;
import org.gongshi.evaluation.scoring.IndicatorSystem;
import org.gongshi.evaluation.site.AllowedDatum;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.evaluation.site.Site;

/**
 * Reads the content strictly (读取内容). To ask for a file is to need it: a missing one is a finding, and empty is returned
 * whenever a file has an error. Each file is opened once and its findings are reported once. Faults between files are
 * {@link CrossChecks}'. Not thread-safe.
 */
public final class ContentReader {
    private static final Pattern YEAR = Pattern.compile("2[0-9]{3}");

    private final ContentFolder folder;
    private final FileReader files;
    private final Memo<String, Optional<Located<Site>>> sites;
    private final Memo<String, Optional<Located<Places>>> places;
    private final Memo<String, Optional<Located<List<Correction>>>> corrections;
    private final Memo<RoundKey, Optional<Located<Round>>> rounds;
    private final Memo<RoundKey, Optional<Located<List<Milestone>>>> calendars;
    private final Memo<RoundKey, Optional<Located<IssuedSystem>>> systems;
    private final Memo<RoundKey, Map<Audience, Located<Questionnaire>>> questionnaires;
    private final Memo<RoundKey, Optional<Located<SurveyPlan>>> plans;
    private final Memo<RoundKey, Map<String, Located<Translation>>> translations;
    private final Memo<RoundKey, Optional<List<Population>>> populations;
    private final Memo<RoundKey, Optional<ReleasedResults>> results;
    private final Memo<RoundKey, Optional<Located<ObjectionPeriod>>> objections;
    private final Memo<RoundKey, Optional<SampleRecord>> samples;
    private final Memo<RoundKey, Optional<DrawRecord>> draws;

    public ContentReader(ContentFolder folder, Findings findings) {
        this.folder = folder;
        this.files = new FileReader(folder, findings);
        this.sites = new Memo<>(name -> files.yaml(name, SiteFiles::site));
        this.places = new Memo<>(name -> files.yaml(name, PlaceFiles::places));
        this.corrections = new Memo<>(name -> files.yaml(name, ContentReader::corrections));
        this.rounds = new Memo<>(
                key -> files.yaml(ContentPaths.round(key), (Fields fields) -> RoundFiles.round(fields, key)));
        this.calendars = new Memo<>(key -> files.yaml(ContentPaths.calendar(key), RoundFiles::calendar));
        this.systems = new Memo<>(key -> files.yaml(ContentPaths.indicators(key), IndicatorFiles::system));
        this.questionnaires = new Memo<>(this::readQuestionnaires);
        this.plans = new Memo<>(key ->
                files.yaml(ContentPaths.plan(key), (file, fields) -> SurveyPlanFile.plan(fields, file.digest())));
        this.translations = new Memo<>(this::readTranslations);
        this.objections = new Memo<>(key -> folder.has(ContentPaths.objections(key))
                ? files.yaml(ContentPaths.objections(key), (Fields fields) -> ObjectionFile.period(fields, findings))
                : Optional.empty());
        this.populations = new Memo<>(this::readPopulations);
        this.samples = new Memo<>(key -> files.whole(found -> folder.openIfPresent(ContentPaths.sample(key), found)
                .flatMap(file -> SurveySampleJson.read(file, found))));
        this.draws = new Memo<>(key -> files.whole(found ->
                folder.openIfPresent(ContentPaths.draw(key), found).flatMap(file -> DrawRecordFile.read(file, found))));
        this.results = new Memo<>(key -> files.whole(found ->
                folder.open(ContentPaths.results(key), found).flatMap(file -> ResultsFile.results(file, found))));
    }

    /** The folder that is read. */
    public ContentFolder folder() {
        return folder;
    }

    FileReader files() {
        return files;
    }

    /** {@code site.yaml}. */
    public Optional<Site> site() {
        return locatedSite().map(Located::value);
    }

    /** {@code site.yaml} with positions. */
    public Optional<Located<Site>> locatedSite() {
        return sites.get(ContentPaths.SITE);
    }

    /** {@code places.yaml}. */
    public Optional<Places> places() {
        return locatedPlaces().map(Located::value);
    }

    /** {@code places.yaml} with positions. */
    public Optional<Located<Places>> locatedPlaces() {
        return places.get(ContentPaths.PLACES);
    }

    /** {@code corrections.yaml}, in the order of the file. */
    public Optional<List<Correction>> corrections() {
        return locatedCorrections().map(Located::value);
    }

    /** {@code corrections.yaml} with positions. */
    public Optional<Located<List<Correction>>> locatedCorrections() {
        return corrections.get(ContentPaths.CORRECTIONS);
    }

    /** {@code privacy.yaml}: what may be published although it looks like personal data; none when there is no such file. */
    public List<AllowedDatum> allowedData() {
        return folder.has(ContentPaths.PRIVACY)
                ? files.yaml(ContentPaths.PRIVACY, ContentReader::allowed)
                        .map(Located::value)
                        .orElse(List.of())
                : List.of();
    }

    /** {@code objections.yaml} with positions; empty, without a finding, when there is none. */
    public Optional<Located<ObjectionPeriod>> objections(RoundKey key) {
        return objections.get(key);
    }

    /** {@code archive.yaml}; empty, without a finding, when there is none. */
    public Optional<ArchiveDecision> archive() {
        return folder.has(ContentPaths.ARCHIVE)
                ? files.yaml(ContentPaths.ARCHIVE, ArchiveFile::decision).map(Located::value)
                : Optional.empty();
    }

    /** The rounds that have a folder, oldest first. */
    public List<RoundKey> rounds() {
        List<RoundKey> keys = new ArrayList<>();
        for (String year : folder.list("", files.findings())) {
            if (YEAR.matcher(year).matches() && folder.isFolder(year)) {
                for (String organizer : folder.list(year, files.findings())) {
                    if (PlaceCode.isValid(organizer) && folder.isFolder(year + "/" + organizer)) {
                        keys.add(new RoundKey(new EvaluationYear(Integer.parseInt(year)), new PlaceCode(organizer)));
                    }
                }
            }
        }
        Collections.sort(keys);
        return List.copyOf(keys);
    }

    /** {@code round.yaml} and {@code calendar.yaml}. */
    public Optional<Round> round(RoundKey key) {
        return locatedRound(key).map(Located::value);
    }

    /** {@code round.yaml} with its positions, joined with {@code calendar.yaml}. */
    public Optional<Located<Round>> locatedRound(RoundKey key) {
        Optional<Located<Round>> head = rounds.get(key);
        Optional<Located<List<Milestone>>> calendar = calendar(key);
        return head.flatMap(round ->
                calendar.map(milestones -> new Located<>(withCalendar(round.value(), milestones.value()), round.at())));
    }

    /** {@code calendar.yaml} with positions. */
    public Optional<Located<List<Milestone>>> calendar(RoundKey key) {
        return calendars.get(key);
    }

    /** {@code indicators.yaml}. */
    public Optional<IndicatorSystem> indicators(RoundKey key) {
        return issuedSystem(key).map(located -> located.value().system());
    }

    /** {@code indicators.yaml} with its day of issue and positions. */
    public Optional<Located<IssuedSystem>> issuedSystem(RoundKey key) {
        return systems.get(key);
    }

    /** The questionnaires without errors; with fewer than three there are findings. */
    public Map<Audience, Questionnaire> questionnaires(RoundKey key) {
        Map<Audience, Questionnaire> plain = new EnumMap<>(Audience.class);
        locatedQuestionnaires(key).forEach((audience, located) -> plain.put(audience, located.value()));
        return Collections.unmodifiableMap(plain);
    }

    /** The questionnaires with positions. */
    public Map<Audience, Located<Questionnaire>> locatedQuestionnaires(RoundKey key) {
        return questionnaires.get(key);
    }

    /** {@code survey-plan.yaml}. */
    public Optional<SurveyPlan> plan(RoundKey key) {
        return locatedPlan(key).map(Located::value);
    }

    /** {@code survey-plan.yaml} with positions. */
    public Optional<Located<SurveyPlan>> locatedPlan(RoundKey key) {
        return plans.get(key);
    }

    /** The translations that the plan names, by language in its order; those with errors are findings. */
    public Map<String, Translation> translations(RoundKey key) {
        Map<String, Translation> plain = new LinkedHashMap<>();
        locatedTranslations(key).forEach((language, located) -> plain.put(language, located.value()));
        return Collections.unmodifiableMap(plain);
    }

    Map<String, Located<Translation>> locatedTranslations(RoundKey key) {
        return translations.get(key);
    }

    /** {@code populations.csv}; none when it has errors. */
    public List<Population> populations(RoundKey key) {
        return populations.get(key).orElse(List.of());
    }

    /** The populations, or empty when the file has errors, so that no check draws conclusions from what was not read. */
    Optional<List<Population>> soundPopulations(RoundKey key) {
        return populations.get(key);
    }

    /** {@code survey-sample.json}, the record of the draw; empty when there is none or, with findings, when it is faulty. */
    public Optional<SampleRecord> sample(RoundKey key) {
        return samples.get(key);
    }

    /** {@code inspection-draw.json}, the record of the inspection draw; empty when there is none or, with findings, when it is faulty. */
    public Optional<DrawRecord> draw(RoundKey key) {
        return draws.get(key);
    }

    /** The versions of the results before corrections, the first one first; none when nothing was corrected. */
    public List<ReleasedResults> earlierResults(RoundKey key) {
        List<ReleasedResults> earlier = new ArrayList<>();
        for (int number = 1; folder.has(ContentPaths.earlierResults(key, number)); number++) {
            String name = ContentPaths.earlierResults(key, number);
            files.whole(found -> folder.open(name, found).flatMap(file -> ResultsFile.results(file, found)))
                    .ifPresent(earlier::add);
        }
        return earlier;
    }

    /** {@code results.json}. */
    public Optional<ReleasedResults> results(RoundKey key) {
        return results.get(key);
    }

    private static Optional<List<AllowedDatum>> allowed(Fields fields) {
        var allowed = fields.mappings("allowed", SiteFiles::allowed);
        return fields.build(allowed::get);
    }

    private static Optional<List<Correction>> corrections(Fields fields) {
        var corrections = fields.mappings("corrections", SiteFiles::correction);
        return fields.build(corrections::get);
    }

    private Map<Audience, Located<Questionnaire>> readQuestionnaires(RoundKey key) {
        Map<Audience, Located<Questionnaire>> read = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            files.yaml(
                            ContentPaths.questionnaire(key, audience),
                            (file, fields) -> QuestionnaireFile.questionnaire(fields, audience, file.digest()))
                    .ifPresent(located -> read.put(audience, located));
        }
        return Collections.unmodifiableMap(read);
    }

    /** The languages that the plan names; none, without a finding, where there is no plan: not every round has a survey. */
    List<String> languages(RoundKey key) {
        return folder.has(ContentPaths.plan(key))
                ? plan(key).map(SurveyPlan::languages).orElse(List.of())
                : List.of();
    }

    private Map<String, Located<Translation>> readTranslations(RoundKey key) {
        Map<String, Located<Translation>> read = new LinkedHashMap<>();
        for (String language : languages(key)) {
            files.whole(found -> files.located(
                            ContentPaths.language(key, language),
                            found,
                            (file, fields) -> TranslationFile.translation(fields, language, file.digest(), found)))
                    .ifPresent(located -> read.put(language, located));
        }
        return Collections.unmodifiableMap(read);
    }

    private Optional<List<Population>> readPopulations(RoundKey key) {
        Set<PlaceCode> known =
                rounds.get(key).map(round -> Set.copyOf(round.value().places())).orElse(Set.of());
        // Without the round nobody knows its places: the file is looked at once round.yaml is right.
        return known.isEmpty()
                ? Optional.empty()
                : files.csv(
                        ContentPaths.populations(key), (file, found) -> PopulationFile.populations(file, known, found));
    }

    private static Round withCalendar(Round round, List<Milestone> calendar) {
        return new Round(
                round.key(), round.title(), round.places(), round.agency(), round.bodies(), calendar, round.release());
    }
}
