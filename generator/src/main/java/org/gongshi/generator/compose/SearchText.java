package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.List;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.frame.Markup;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.IndicatorPage;
import org.gongshi.templates.site.PlacePage;
import org.gongshi.templates.site.ProblemPage;
import org.gongshi.templates.site.ReportPage;
import org.gongshi.templates.site.SitePage;
import org.gongshi.templates.site.TextPage;

/** What a page can be found by: headings and names first, its running text besides. */
final class SearchText {
    private SearchText() {}

    /** Words beside the title: headings, place, indicator. */
    static String words(SitePage page) {
        List<String> words = new ArrayList<>();
        if (page instanceof ReportPage report) {
            report.contents().stream().map(Link::text).forEach(words::add);
        } else if (page instanceof TextPage text) {
            text.contents().stream().map(Link::text).forEach(words::add);
        } else if (page instanceof ProblemPage problem) {
            words.add(problem.row().place().text());
            words.add(problem.row().number());
            words.add(problem.row().indicator().text());
        } else if (page instanceof PlacePage place) {
            words.add(place.grade().label());
            place.problems().forEach(problem -> words.add(problem.link().text()));
        } else if (page instanceof BlocksPage blocks) {
            blocks.sections().stream()
                    .flatMap(section -> section.heading().stream())
                    .forEach(words::add);
        }
        return String.join(" ", words);
    }

    /** The running text, without markup. */
    static String full(SitePage page) {
        StringBuilder text = new StringBuilder(page.frame().description());
        if (page instanceof ReportPage report) {
            text.append(' ').append(plain(report.body().value()));
        } else if (page instanceof TextPage written) {
            text.append(' ').append(plain(written.body().value()));
        } else if (page instanceof ProblemPage problem) {
            text.append(' ').append(problem.text()).append(' ').append(problem.measures());
            problem.result().ifPresent(result -> text.append(' ').append(result));
            problem.facts().forEach(fact -> text.append(' ').append(fact.value()));
        } else if (page instanceof IndicatorPage indicator) {
            indicator.facts().forEach(fact -> text.append(' ').append(fact.value()));
        } else if (page instanceof PlacePage place) {
            place.practices()
                    .forEach(practice -> text.append(' ')
                            .append(practice.title())
                            .append(' ')
                            .append(practice.text()));
        } else if (page instanceof BlocksPage blocks) {
            blocks.sections()
                    .forEach(section ->
                            section.blocks().forEach(block -> text.append(' ').append(said(block))));
        }
        return text.toString();
    }

    private static String said(Block block) {
        return block instanceof Block.Paragraph paragraph ? paragraph.text() : "";
    }

    /** Tags away, the characters that they stand for back. */
    static String plain(String html) {
        return Markup.unescaped(html.replaceAll("<[^>]*>", " "));
    }
}
