package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.evaluation.scoring.SelfAssessment;
import org.gongshi.templates.frame.Edition;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.frame.Wording;
import org.gongshi.templates.site.ArchivePage;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.CorrectionsPage;
import org.gongshi.templates.site.DataPage;
import org.gongshi.templates.site.HomePage;
import org.gongshi.templates.site.PlacePage;
import org.gongshi.templates.site.ReportPage;
import org.gongshi.templates.site.SiteAssets;
import org.gongshi.templates.site.SiteMapPage;
import org.gongshi.templates.site.SitePage;

/** All composers together: what the gate let through becomes the plan of a site. A pure function. */
public final class SiteComposer {
    private static final Predicate<DataComposer.Row> ALL = row -> true;

    private final Composition site;
    private final Optional<ArchiveLists> archive;
    private final DataComposer data;
    private final SitePlan.Builder plan;
    private final List<SitePage> pages = new ArrayList<>();

    private SiteComposer(Composition site, Optional<ArchiveIndex> archive, Optional<SitePlan> original) {
        this.site = site;
        this.archive = archive.map(index -> new ArchiveLists(site, index));
        this.data = new DataComposer(site, original);
        this.plan = new SitePlan.Builder(site.edition());
    }

    /** Every page, data file and asset of the site, each at its address. */
    public static SitePlan compose(PublishedContent content) {
        return compose(content, Optional.empty(), true);
    }

    /**
     * The same with the lists of archived reports, whose own pages {@link ArchiveComposer} makes one by one.
     *
     * @param documents whether reports are printed as PDF and tables put into workbooks
     */
    public static SitePlan compose(PublishedContent content, Optional<ArchiveIndex> archive, boolean documents) {
        return compose(content, archive, documents, OldVersions.NONE);
    }

    /** The same with the list of pages that were replaced by corrections. */
    public static SitePlan compose(
            PublishedContent content, Optional<ArchiveIndex> archive, boolean documents, OldVersions old) {
        return compose(content, archive, documents, old, Edition.CHINESE);
    }

    /** The same where the site has other languages, of which the edition tells the pages. */
    public static SitePlan compose(
            PublishedContent content,
            Optional<ArchiveIndex> archive,
            boolean documents,
            OldVersions old,
            Edition edition) {
        Wording words = Wording.load("site", Edition.ORIGINAL);
        Composition site = new Composition(content, archive.isPresent(), documents, old, words, edition);
        return new SiteComposer(site, archive, Optional.empty()).plan();
    }

    /**
     * The pages of another language, and no others than the edition names.
     *
     * @param content in that language
     * @param original the Chinese site, whose data files the pages tell of; empty while it is not known which pages there are
     */
    public static SitePlan translated(
            PublishedContent content, boolean documents, Wording words, Edition edition, Optional<SitePlan> original) {
        Composition site = new Composition(content, false, documents, OldVersions.NONE, words, edition);
        return new SiteComposer(site, Optional.empty(), original).plan();
    }

    private SitePlan plan() {
        HomeComposer home = new HomeComposer(site);
        TextComposer texts = new TextComposer(site);
        HomePage first = home.home();
        add(first);
        site.latest()
                .ifPresent(round -> plan.file(
                        SitePaths.json(SitePaths.HOME), data.json(first, List.of(round), List.of("grades"), ALL)));
        site.rounds().forEach(this::round);
        secondTier();
        years();
        site.content().texts().values().forEach(text -> add(texts.text(text)));
        add(texts.notices());
        site.content().notices().forEach(notice -> add(texts.notice(notice)));
        CorrectionsPage corrections = texts.corrections();
        add(corrections);
        new WithdrawnComposer(site).pages().forEach(this::add);
        data.add(texts.correctionsTable());
        plan.file(SitePaths.json(SitePaths.CORRECTIONS), data.json(corrections, texts.correctionsTable()));
        BlocksPage old = site.old().page(site);
        add(old);
        plan.file(
                SitePaths.json(SitePaths.OLD_VERSIONS),
                site.old().json(site.content().corrections()));
        add(texts.accessibility());
        archive.ifPresent(this::archive);
        CatalogueComposer catalogue = new CatalogueComposer(site, pages);
        if (!catalogue.pages().isEmpty()) {
            data.add(catalogue.table());
        }
        catalogue.pages().forEach(page -> {
            add(page);
            plan.file(SitePaths.json(page.frame().path()), data.json(page, catalogue.table()));
        });
        site.latest().ifPresent(round -> add(new ComponentsComposer(site).page(round)));
        DataPage centre = data.page();
        add(centre);
        plan.file(SitePaths.json(SitePaths.DATA), data.catalogue(centre));
        plan.files(data.csv());
        plan.files(data.descriptions());
        data.books().forEach(plan::book);
        pages.sort(Comparator.comparing(page -> page.frame().path()));
        SearchComposer search = new SearchComposer(site, pages);
        plan.own(search.files());
        List<SiteMapPage> maps = texts.siteMap(List.copyOf(pages));
        add(search.page(maps.stream()
                .map(map -> new Link(map.frame().title(), map.frame().path()))
                .toList()));
        maps.forEach(this::add);
        MachineFiles machine = new MachineFiles(site);
        if (!site.edition().isTranslation()) {
            // A web server has one page for unknown addresses.
            plan.page(texts.notFound());
        }
        plan.own(machine.feed(home.recent()));
        plan.files(machine.files(pages));
        plan.files(SiteAssets.all());
        if (site.edition().hasVertical()) {
            plan.files(SiteAssets.vertical());
        }
        return plan.build();
    }

    private void archive(ArchiveLists lists) {
        for (ArchivePage page : lists.pages()) {
            add(page);
            if (!page.rows().isEmpty()) {
                plan.file(SitePaths.json(page.frame().path()), lists.json(page));
            }
        }
        plan.files(lists.siteMaps());
    }

    private void round(RoundView round) {
        RoundComposer composer = new RoundComposer(site, round);
        withData(composer.round(data.downloads(round)), round, List.of("grades", "areas"), ALL);
        indicators(round);
        withData(new CalendarComposer(site, round).calendar(), round, List.of("calendar"), ALL);
        new ObjectionComposer(site, round).page().ifPresent(page -> withData(page, round, List.of("objections"), ALL));
        if (round.hasReports()) {
            withData(composer.reports(), round, List.of("grades"), ALL);
            withData(composer.outcomes(), round, List.of("outcomes"), ALL);
            withData(new ProblemComposer(site, round).problems(), round, List.of("problems"), ALL);
            round.reports().forEach(report -> report(round, report));
            survey(round);
            stages(round);
        }
    }

    /** Each organizer of the second tier has a home and a feed of its own. */
    private void secondTier() {
        site.secondTier().forEach((organizer, rounds) -> {
            OrganizerComposer composer = new OrganizerComposer(site, rounds);
            BlocksPage page = composer.page();
            add(page);
            plan.file(SitePaths.json(page.frame().path()), data.json(page, rounds, List.of("grades"), ALL));
            plan.file(site.paths().organizerFeed(organizer), new MachineFiles(site).feed(composer));
        });
    }

    private void stages(RoundView round) {
        StageComposer stages = new StageComposer(site, round);
        withData(new RectificationComposer(site, round).page(), round, List.of("problems"), ALL);
        InspectionComposer inspection = new InspectionComposer(site, round);
        withData(inspection.page(), round, List.of("stages", "inspection"), ALL);
        inspection.record().ifPresent(record -> plan.file(site.paths().draw(round.key()), record));
        withData(stages.monitoring(), round, List.of("stages", "indicators"), ALL);
        SelfEvaluationComposer declared = new SelfEvaluationComposer(site, round);
        withData(declared.selfEvaluations(), round, List.of("stages"), ALL);
        withData(new VersionsComposer(site, round).page(), round, List.of("grades"), ALL);
        CountiesComposer counties = new CountiesComposer(site, round);
        for (ApprovedReport report : round.reports()) {
            String code = report.dossier().place().code().value();
            withData(
                    declared.selfEvaluation(report),
                    round,
                    SelfAssessment.of(report.dossier().sheet()).isPresent()
                            ? List.of("stages", "outcomes", "scores")
                            : List.of("stages", "outcomes"),
                    row -> row.cell("place").equals(code));
            counties.held(report.dossier().place().code()).ifPresent(held -> {
                BlocksPage page = counties.page(report.dossier().place().code(), held);
                add(page);
                // Rows of another round than the one under which the page stands: they are told with their round.
                plan.file(
                        SitePaths.json(page.frame().path()),
                        data.json(page, List.of(held), List.of("grades", "areas"), ALL));
            });
        }
    }

    private void years() {
        List<HistoryComposer> histories = site.histories();
        YearsComposer years = new YearsComposer(site);
        if (!histories.isEmpty()) {
            BlocksPage regions = years.regions(histories);
            add(regions);
            plan.file(
                    SitePaths.json(SitePaths.REGIONS),
                    data.json(
                            regions,
                            site.rounds().stream().filter(RoundView::hasReports).toList(),
                            List.of("grades"),
                            ALL));
        }
        for (HistoryComposer history : histories) {
            BlocksPage page = history.page();
            add(page);
            plan.file(
                    SitePaths.json(page.frame().path()),
                    data.json(
                            page,
                            history.rounds(),
                            List.of("grades", "areas"),
                            row -> row.cell("place").equals(history.place().value())));
        }
        for (PlaceCode organizer : site.published().keySet()) {
            List<YearPair> pairs = site.pairs(organizer);
            if (!pairs.isEmpty()) {
                add(years.comparisons(organizer, pairs));
            }
            pairs.forEach(this::comparison);
        }
    }

    private void comparison(YearPair pair) {
        BlocksPage page = new CompareComposer(site, pair).page();
        add(page);
        if (pair.systems().isComparable()) {
            DataTable changes = ChangeData.table(site, pair);
            data.add(changes);
            plan.file(SitePaths.json(page.frame().path()), data.json(page, changes));
        }
    }

    private void indicators(RoundView round) {
        IndicatorComposer composer = new IndicatorComposer(site, round);
        withData(composer.indicators(), round, List.of("indicators"), ALL);
        round.system()
                .areas()
                .forEach(area -> area.indicators()
                        .forEach(indicator -> withData(
                                composer.indicator(area, indicator),
                                round,
                                List.of("indicators", "scores"),
                                row -> row.cell("indicator")
                                        .equals(indicator.code().value()))));
    }

    private void report(RoundView round, ApprovedReport report) {
        PlaceComposer composer = new PlaceComposer(site, round, report);
        String code = report.dossier().place().code().value();
        PlacePage place = composer.place();
        withData(
                place,
                round,
                List.of("grades", "areas", "scores", "problems", "outcomes"),
                row -> row.cell("place").equals(code));
        ReportPage text = composer.report();
        withData(text, round, List.of("grades"), row -> row.cell("place").equals(code));
        Map<String, Picture> pictures = composer.pictures(text);
        pictures.forEach((path, picture) -> plan.file(path, picture.bytes()));
        PrintComposer.print(text, place).ifPresent(print -> plan.print(print, report.publishedOn(), pictures.values()));
        ProblemComposer problems = new ProblemComposer(site, round);
        report.dossier()
                .problems()
                .problems()
                .forEach(problem -> withData(
                        problems.problem(report, problem),
                        round,
                        List.of("problems"),
                        row -> row.cell("place").equals(code)
                                && row.cell("problem").equals(problem.id())));
    }

    private void survey(RoundView round) {
        round.published().results().ifPresent(results -> {
            withData(
                    new SatisfactionComposer(site, round, results).survey(),
                    round,
                    List.of("survey", "analysis", DeviationData.NAME),
                    row -> !row.table().name().equals("survey")
                            || row.cell("item").isEmpty());
            withData(
                    new MethodComposer(site, round, results).page(),
                    round,
                    List.of("analysis", DeviationData.NAME),
                    ALL);
            round.reports().stream()
                    .map(report -> report.dossier().place().code())
                    .forEach(code -> new PlaceSurveyComposer(site, round, results, code)
                            .survey()
                            .ifPresent(page -> withData(
                                    page,
                                    round,
                                    List.of("survey", DeviationData.NAME),
                                    row -> row.cell("place").equals(code.value()))));
        });
    }

    private void add(SitePage page) {
        if (!site.edition().own().has(page.frame().path())) {
            return;
        }
        pages.add(page);
        plan.page(page);
    }

    private void withData(SitePage page, RoundView round, List<String> tables, Predicate<DataComposer.Row> filter) {
        add(page);
        plan.file(SitePaths.json(page.frame().path()), data.json(page, round, tables, filter));
    }
}
