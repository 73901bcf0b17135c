package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.templates.site.ArchivePage;
import org.gongshi.templates.site.DataPage;
import org.gongshi.templates.site.SiteAssets;
import org.gongshi.templates.site.SitePage;

/** All composers together: what the gate let through becomes the plan of a site. A pure function. */
public final class SiteComposer {
    private static final Predicate<DataComposer.Row> ALL = row -> true;

    private final Composition site;
    private final Optional<ArchiveLists> archive;
    private final DataComposer data;
    private final SitePlan.Builder plan = new SitePlan.Builder();
    private final List<SitePage> pages = new ArrayList<>();

    private SiteComposer(PublishedContent content, Optional<ArchiveIndex> archive) {
        this.site = new Composition(content, archive.isPresent());
        this.archive = archive.map(index -> new ArchiveLists(site, index));
        this.data = new DataComposer(site);
    }

    /** Every page, data file and asset of the site, each at its address. */
    public static SitePlan compose(PublishedContent content) {
        return compose(content, Optional.empty());
    }

    /** The same with the lists of archived reports, whose own pages {@link ArchiveComposer} makes one by one. */
    public static SitePlan compose(PublishedContent content, Optional<ArchiveIndex> archive) {
        return new SiteComposer(content, archive).plan();
    }

    private SitePlan plan() {
        HomeComposer home = new HomeComposer(site);
        TextComposer texts = new TextComposer(site);
        add(home.home());
        site.rounds().forEach(this::round);
        site.content().texts().values().forEach(text -> add(texts.text(text)));
        add(texts.notices());
        site.content().notices().forEach(notice -> add(texts.notice(notice)));
        add(texts.corrections());
        add(texts.accessibility());
        archive.ifPresent(this::archive);
        DataPage centre = data.page();
        add(centre);
        plan.file(SitePaths.json(SitePaths.DATA), data.catalogue(centre));
        plan.files(data.csv());
        pages.sort(Comparator.comparing(page -> page.frame().path()));
        add(texts.siteMap(List.copyOf(pages)));
        plan.page(texts.notFound());
        plan.files(new MachineFiles(site).files(pages, home.recent()));
        plan.files(SiteAssets.all());
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
        if (round.hasReports()) {
            add(composer.reports());
            withData(composer.outcomes(), round, List.of("outcomes"), ALL);
            withData(new ProblemComposer(site, round).problems(), round, List.of("problems"), ALL);
            round.reports().forEach(report -> report(round, report));
            survey(round);
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
        withData(
                composer.place(),
                round,
                List.of("grades", "areas", "scores", "problems", "outcomes"),
                row -> row.cell("place").equals(code));
        add(composer.report());
        ProblemComposer problems = new ProblemComposer(site, round);
        report.dossier().problems().problems().forEach(problem -> add(problems.problem(report, problem)));
    }

    private void survey(RoundView round) {
        round.published().results().ifPresent(results -> {
            withData(
                    new SatisfactionComposer(site, round, results).survey(),
                    round,
                    List.of("survey"),
                    row -> row.cell("item").isEmpty());
            round.reports().stream()
                    .map(report -> report.dossier().place().code())
                    .forEach(code -> new PlaceSurveyComposer(site, round, results, code)
                            .survey()
                            .ifPresent(page -> withData(
                                    page,
                                    round,
                                    List.of("survey"),
                                    row -> row.cell("place").equals(code.value()))));
        });
    }

    private void add(SitePage page) {
        pages.add(page);
        plan.page(page);
    }

    private void withData(SitePage page, RoundView round, List<String> tables, Predicate<DataComposer.Row> filter) {
        add(page);
        plan.file(SitePaths.json(page.frame().path()), data.json(page, round, tables, filter));
    }
}
