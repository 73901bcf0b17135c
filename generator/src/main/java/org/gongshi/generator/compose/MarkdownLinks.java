package org.gongshi.generator.compose;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Edition;
import org.gongshi.templates.frame.Paths;

/** The links of a Markdown text and where each of them stands (正文链接), so that a dead one can be told by line and column. */
public final class MarkdownLinks {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private MarkdownLinks() {}

    /**
     * One link.
     *
     * @param written the address as the text has it
     * @param kind what becomes of it
     * @param page path of the page within the site, such as {@code about/index.html}; the own page for an anchor alone; empty
     *     for what is no page of the site
     * @param anchor without {@code #}; empty for none
     * @param words of a picture, what stands for it; empty for a link
     * @param line line of the file, from 1
     * @param column from 1, in characters
     */
    public record Target(String written, Kind kind, String page, String anchor, String words, int line, int column) {
        public Target {
            Require.that(line >= 1 && column >= 1, "a link stands somewhere");
        }
    }

    /** What becomes of a link. */
    public enum Kind {
        /** Leads to a page of the site. */
        PAGE,
        /** Leads out of the site, or to a mailbox. */
        OUTSIDE,
        /** May not be linked to: its text is shown alone. */
        DROPPED,
        /** A picture: shown where it lies beside its report; of any other the text is shown alone. */
        PICTURE
    }

    /**
     * All links of a text in their order.
     *
     * @param bodyLine line of the file on which the text begins
     * @param path of the page on which the text stands
     */
    public static List<Target> of(String body, int bodyLine, String path) {
        // Most texts have no link at all: reading them twice would slow every build.
        if (body.indexOf(']') < 0 && body.indexOf('<') < 0) {
            return List.of();
        }
        List<Target> found = new ArrayList<>();
        PARSER.parse(body).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.add(target(link, link.getDestination(), bodyLine, body, path));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                SourceSpan span = span(image);
                found.add(new Target(
                        image.getDestination(),
                        Kind.PICTURE,
                        "",
                        "",
                        Figures.alternative(image),
                        bodyLine + span.getLineIndex(),
                        column(body, span)));
            }
        });
        return List.copyOf(found);
    }

    private static Target target(Link link, String written, int bodyLine, String body, String path) {
        SourceSpan span = span(link);
        int line = bodyLine + span.getLineIndex();
        int column = column(body, span);
        if (written.startsWith("#")) {
            return new Target(written, Kind.PAGE, path, written.substring(1), "", line, column);
        }
        Optional<String> page = SiteUrls.pageOf(written).or(() -> beside(written, path));
        if (page.isPresent()) {
            int anchor = page.get().indexOf('#');
            return new Target(
                    written,
                    Kind.PAGE,
                    anchor < 0 ? page.get() : page.get().substring(0, anchor),
                    anchor < 0 ? "" : page.get().substring(anchor + 1),
                    "",
                    line,
                    column);
        }
        boolean allowed =
                !new SiteUrls(path, Edition.CHINESE).sanitizeLinkUrl(written).isEmpty();
        return new Target(written, allowed ? Kind.OUTSIDE : Kind.DROPPED, "", "", "", line, column);
    }

    /** An address that is not written from the root counts from the folder of its page. */
    private static Optional<String> beside(String written, String path) {
        return new SiteUrls(path, Edition.CHINESE).sanitizeLinkUrl(written).isEmpty()
                        || Paths.isComplete(written.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : SiteUrls.pageOf(URI.create("site:///" + path)
                        .resolve(written)
                        .toString()
                        .replaceFirst("^site:/*", "/"));
    }

    private static SourceSpan span(Node node) {
        Node placed = node;
        while (placed.getSourceSpans().isEmpty()) {
            placed = placed.getParent();
        }
        return placed.getSourceSpans().get(0);
    }

    private static int column(String body, SourceSpan span) {
        int lineStart = span.getInputIndex() - span.getColumnIndex();
        return body.codePointCount(Math.max(0, lineStart), span.getInputIndex()) + 1;
    }
}
