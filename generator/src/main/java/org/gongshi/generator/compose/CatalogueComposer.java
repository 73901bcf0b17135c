package org.gongshi.generator.compose;

import static org.gongshi.generator.compose.DataTable.Type.CODE;
import static org.gongshi.generator.compose.DataTable.Type.DATE;
import static org.gongshi.generator.compose.DataTable.Type.TEXT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongshi.templates.frame.DocumentBlock;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.ReportPage;
import org.gongshi.templates.site.SitePage;

/** The catalogue of disclosed documents (信息公开目录): every document with its index number and dates, on the page and as CSV. */
final class CatalogueComposer {
    /** Documents of one page; the CSV has them all. */
    static final int PART = 200;

    private final Composition site;
    private final List<SitePage> documents;

    /** @param pages all pages of the site; those that are documents of their own are listed, newest first */
    CatalogueComposer(Composition site, List<SitePage> pages) {
        this.site = site;
        Comparator<SitePage> byDay = Comparator.comparing(
                page -> page.frame().document().orElseThrow().published());
        this.documents = pages.stream()
                .filter(page -> page instanceof ReportPage)
                .filter(page -> page.frame().document().isPresent())
                .sorted(byDay.reversed()
                        .thenComparing(
                                page -> page.frame().document().orElseThrow().index()))
                .toList();
    }

    /** Empty while nothing is published. */
    List<BlocksPage> pages() {
        List<BlocksPage> pages = new ArrayList<>();
        for (int from = 0; from < documents.size(); from += PART) {
            pages.add(page(from / PART + 1, documents.subList(from, Math.min(documents.size(), from + PART))));
        }
        return pages;
    }

    DataTable table() {
        TableBuilder table = new TableBuilder("catalogue", "data/catalogue.csv", site.say("table.catalogue"))
                .columns(CODE, "index")
                .columns(TEXT, "title", "category", "publisher", "document")
                .columns(DATE, "drawn_up", "published")
                .columns(TEXT, "validity", "source", "url");
        for (SitePage page : documents) {
            DocumentBlock block = page.frame().document().orElseThrow();
            table.row(
                    block.index(),
                    page.frame().title(),
                    block.category(),
                    block.publisher(),
                    block.document(),
                    block.drawnUp(),
                    block.published(),
                    block.validity(),
                    block.source(),
                    page.frame().canonical());
        }
        return table.build();
    }

    static String path(int part) {
        return part == 1 ? SitePaths.CATALOGUE : "catalogue/" + part + "/index.html";
    }

    private BlocksPage page(int part, List<SitePage> rows) {
        String answer = site.say("catalogue.answer", documents.size());
        String title = part == 1 ? site.say("page.catalogue") : site.say("catalogue.part", part);
        Frames.Draft draft = site.frames()
                .page(path(part), title, answer)
                .in("data")
                .under(site.home())
                .withData();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(answer, Block.Tone.ANSWER));
        blocks.add(new Block.Table(
                "documents",
                site.say("catalogue.caption"),
                List.of(
                        Block.Column.text(site.say("document.index")),
                        Block.Column.text(site.say("catalogue.name")),
                        Block.Column.text(site.say("document.number")),
                        Block.Column.text(site.say("document.publisher")),
                        Block.Column.text(site.say("document.drawnUp")),
                        Block.Column.text(site.say("document.published"))),
                rows.stream().map(this::row).toList(),
                true));
        List<Link> links = new ArrayList<>();
        links.add(new Link(site.say("data.download", site.say("table.catalogue")), "data/catalogue.csv"));
        for (int other = 1; (other - 1) * PART < documents.size(); other++) {
            if (other != part) {
                links.add(new Link(site.say("catalogue.part", other), path(other)));
            }
        }
        blocks.add(new Block.Links(links));
        return new BlocksPage(
                draft.column(site.say("meta.type.disclosure")),
                List.of(new BlocksPage.Section("lead", Optional.empty(), blocks)),
                false);
    }

    private Block.Row row(SitePage page) {
        DocumentBlock block = page.frame().document().orElseThrow();
        return Block.Row.of(
                Block.Cell.of(block.index()),
                Block.Cell.link(new Link(page.frame().title(), page.frame().path())),
                Block.Cell.of(block.document()),
                Block.Cell.of(block.publisher()),
                Block.Cell.of(block.drawnUp()),
                Block.Cell.of(block.published()));
    }
}
