package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.gongshi.templates.frame.Edition;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Html;

/**
 * Markdown of the content into HTML that is safe to publish: raw HTML is shown as text, links lead to http(s), mail or pages of
 * the site only, cited figures are filled in; of pictures those of the report itself are shown, of all others the text.
 */
final class MarkdownHtml {
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF\\x{E0000}-\\x{E007F}]");
    private static final String ID_PREFIX = "s-";
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    // Immutable and thread-safe; making one costs as much as a page of text.
    private static final Parser PLAIN = made(FigureSyntax.NONE);

    private static final TextContentRenderer WORDS =
            TextContentRenderer.builder().build();

    private MarkdownHtml() {}

    /**
     * A converted text.
     *
     * @param headings of the upper two levels, as links to their anchors
     */
    record Converted(Html html, List<Link> headings) {}

    /** A text without cited figures; the path is that of the page on which it will stand. */
    static Converted convert(String markdown, String path) {
        return convert(markdown, path, Edition.CHINESE);
    }

    /** The same in the tree of a language. */
    static Converted convert(String markdown, String path, Edition edition) {
        return convert(markdown, path, edition, FigureSyntax.NONE, ReportPictures.NONE);
    }

    /** A report's text, with its figures and pictures. */
    static Converted convert(
            String markdown, String path, Edition edition, Citations citations, ReportPictures pictures) {
        return convert(markdown, path, edition, citations::find, pictures);
    }

    private static Converted convert(
            String markdown, String path, Edition edition, FigureSyntax.Source figures, ReportPictures pictures) {
        Node document = parser(figures).parse(markdown);
        Map<Node, String> ids = new IdentityHashMap<>();
        List<Link> headings = new ArrayList<>();
        document.accept(new HeadingLevels(topLevel(document)));
        document.accept(new HeadingIds(ids, headings));
        document.accept(new TableRegions());
        Figures.make(document, pictures);
        StringBuilder html = new StringBuilder(markdown.length() * 2);
        renderer(path, edition, ids, pictures).render(document, html);
        // Empty elements of HTML have no closing sign; it can stand nowhere else, for every > of the text is written as
        // &gt;.
        String body = html.toString().replace(" />", ">");
        return markdown.indexOf('&') < 0
                ? new Converted(new Html(body), List.copyOf(headings))
                : new Converted(
                        new Html(visible(body)),
                        headings.stream()
                                .map(link -> new Link(visible(link.text()), visible(link.path())))
                                .toList());
    }

    /** Without marks that turn or hide: no file may hold them, but a reference such as {@code &#x202E;} would bring them in. */
    private static String visible(String text) {
        return HIDDEN.matcher(text).replaceAll("");
    }

    private static Parser parser(FigureSyntax.Source figures) {
        return figures == FigureSyntax.NONE ? PLAIN : made(figures);
    }

    private static Parser made(FigureSyntax.Source figures) {
        // Inside of bold text everything but block structure is understood, bold text itself excepted.
        Parser inner = citing(figures, Parser.builder().enabledBlockTypes(java.util.Set.of()))
                .build();
        return citing(figures, Parser.builder().extensions(EXTENSIONS))
                .customInlineContentParserFactory(new ChineseStrong(inner))
                .build();
    }

    private static Parser.Builder citing(FigureSyntax.Source figures, Parser.Builder builder) {
        builder.inlineParserFactory(PlainInlines::new);
        return figures == FigureSyntax.NONE
                ? builder
                : builder.customInlineContentParserFactory(new FigureSyntax(figures));
    }

    private static HtmlRenderer renderer(String path, Edition edition, Map<Node, String> ids, ReportPictures pictures) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .urlSanitizer(new SiteUrls(path, edition))
                .nodeRendererFactory(context -> new SafeNodes(context, path, edition, pictures))
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (ids.containsKey(node)) {
                        attributes.put("id", ids.get(node));
                    }
                    if (tag.equals("th")) {
                        attributes.put("scope", "col");
                    }
                    // The style attribute of aligned cells would need a looser content security policy.
                    String align = attributes.remove("align");
                    if (align != null) {
                        attributes.put("class", "align-" + align);
                    }
                })
                .build();
    }

    private static int topLevel(Node document) {
        int[] top = {6};
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                top[0] = Math.min(top[0], heading.getLevel());
            }
        });
        return top[0];
    }

    /** The page's own title is its only h1: the text's highest headings become h2. */
    private static final class HeadingLevels extends AbstractVisitor {
        private final int top;

        private HeadingLevels(int top) {
            this.top = top;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() - top + 2));
        }
    }

    /** Gives every heading an anchor that no other part of a page can have. */
    private static final class HeadingIds extends AbstractVisitor {
        private final IdGenerator generator =
                IdGenerator.builder().prefix(ID_PREFIX).defaultId("s").build();
        private final Map<Node, String> ids;
        private final List<Link> headings;

        private HeadingIds(Map<Node, String> ids, List<Link> headings) {
            this.ids = ids;
            this.headings = headings;
        }

        @Override
        public void visit(Heading heading) {
            String text = WORDS.render(heading).strip();
            String id = generator.generateId(text);
            ids.put(heading, id);
            if (heading.getLevel() == 2 && !text.isEmpty()) {
                headings.add(new Link(text, "#" + id));
            }
        }
    }

    /** A region of its own, so that a wide table scrolls and the page does not. */
    static final class Region extends CustomBlock {}

    private static final class TableRegions extends AbstractVisitor {
        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock && !(block.getParent() instanceof Region)) {
                Region region = new Region();
                block.insertBefore(region);
                region.appendChild(block);
            } else {
                visitChildren(block);
            }
        }
    }
}
