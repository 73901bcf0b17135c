package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.archive.ArchivedReport;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.evaluation.scoring.GradeRule;
import org.gongshi.templates.frame.DocumentBlock;
import org.gongshi.templates.frame.Edition;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.frame.Wording;
import org.gongshi.templates.site.ArchivedReportPage;

/** An archived report becomes its page. Thread-safe: reports are composed side by side. */
public final class ArchiveComposer {
    private final Composition site;

    public ArchiveComposer(PublishedContent content) {
        this.site = new Composition(
                content, true, false, OldVersions.NONE, Wording.load("site", Edition.ORIGINAL), Edition.CHINESE);
    }

    /** The page of a report, at its address. */
    public SitePlan.Page page(ArchivedReport report) {
        String path = SitePaths.archived(report.year(), report.id());
        Grade band = GradeRule.band(report.score());
        String score = report.score().shown();
        String answer = site.say("archive.answer", report.title(), score, band.label());
        MarkdownHtml.Converted body = MarkdownHtml.convert(report.body(), path);
        return new SitePlan.Page(new ArchivedReportPage(
                frame(report, path, answer), band, score, answer, areas(report), body.headings(), body.html()));
    }

    private Frame frame(ArchivedReport report, String path, String answer) {
        String year = site.say("archive.year", report.year());
        return site.frames()
                .page(path, report.title(), answer)
                .in("archive")
                .under(
                        site.home(),
                        new Link(site.say("page.archive"), SitePaths.ARCHIVE),
                        new Link(year, SitePaths.archiveYear(report.year(), 1)))
                .article(new DocumentBlock(
                        site.say("document.none"),
                        site.content().site().subjectCategory(),
                        site.content().site().operator(),
                        site.say("document.none"),
                        report.date(),
                        report.date(),
                        site.say("document.valid"),
                        site.content().site().operator()));
    }

    private static List<ArchivedReportPage.Area> areas(ArchivedReport report) {
        Map<String, List<ArchivedReportPage.Item>> items = new LinkedHashMap<>();
        report.areas().forEach(area -> items.put(area.name(), new ArrayList<>()));
        for (ArchivedReport.Item item : report.items()) {
            items.computeIfAbsent(item.area(), name -> new ArrayList<>())
                    .add(new ArchivedReportPage.Item(
                            item.name(),
                            Numbers.exact(item.weight()),
                            item.score().exact(),
                            Numbers.exact(item.contribution())));
        }
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        report.areas().forEach(area -> points.put(area.name(), area.score().value()));
        return items.entrySet().stream()
                .map(entry -> {
                    BigDecimal of = points.getOrDefault(entry.getKey(), BigDecimal.ZERO);
                    String shown =
                            points.containsKey(entry.getKey()) ? of.toPlainString() : TraceComposer.NOT_APPLICABLE;
                    return new ArchivedReportPage.Area(entry.getKey(), of, shown, entry.getValue());
                })
                .toList();
    }
}
