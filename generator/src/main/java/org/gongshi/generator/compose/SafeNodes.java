package org.gongshi.generator.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.gongshi.templates.frame.Edition;

/**
 * Prints what the general renderer should not: cited figures, regions of tables, the report's own pictures (others as their text),
 * links that are allowed.
 */
final class SafeNodes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final SiteUrls urls;
    private final String path;
    private final Edition edition;
    private final ReportPictures pictures;
    private int regions;

    SafeNodes(HtmlNodeRendererContext context, String path, Edition edition, ReportPictures pictures) {
        this.context = context;
        this.html = context.getWriter();
        this.urls = new SiteUrls(path, edition);
        this.path = path;
        this.edition = edition;
        this.pictures = pictures;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                FigureSyntax.FigureNode.class,
                MarkdownHtml.Region.class,
                Figures.Block.class,
                Figures.Caption.class,
                Image.class,
                Link.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof FigureSyntax.FigureNode figure) {
            figure(figure.figure());
        } else if (node instanceof MarkdownHtml.Region) {
            region(node);
        } else if (node instanceof Link link) {
            link(link);
        } else if (node instanceof Figures.Block) {
            around("figure", Map.of("class", "picture"), node);
        } else if (node instanceof Figures.Caption) {
            around("figcaption", Map.of(), node);
        } else {
            image((Image) node);
        }
    }

    private void around(String tag, Map<String, String> attributes, Node node) {
        html.line();
        html.tag(tag, attributes);
        children(node);
        html.tag("/" + tag);
        html.line();
    }

    /** Its place is kept before it is loaded, which a browser does when its reader comes near. */
    private void image(Image image) {
        Optional<ReportPictures.Shown> found = pictures.find(image.getDestination());
        if (found.isEmpty()) {
            children(image);
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("src", edition.relative(path, found.get().path()));
        attributes.put("width", Integer.toString(found.get().picture().width()));
        attributes.put("height", Integer.toString(found.get().picture().height()));
        attributes.put("alt", Figures.alternative(image));
        attributes.put("loading", "lazy");
        attributes.put("decoding", "async");
        html.tag("img", attributes, true);
    }

    private void figure(Citations.Figure figure) {
        html.tag("data", Map.of("value", figure.exact()));
        html.tag("a", Map.of("href", edition.relative(path, figure.path())));
        html.text(figure.shown());
        html.tag("/a");
        html.tag("/data");
    }

    private void region(Node node) {
        html.line();
        regions++;
        html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"表格 " + regions + "\">");
        children(node);
        html.raw("</div>");
        html.line();
    }

    /** A link that leads nowhere allowed is shown as its text. */
    private void link(Link link) {
        String target = urls.sanitizeLinkUrl(link.getDestination());
        if (target.isEmpty()) {
            children(link);
            return;
        }
        html.tag("a", Map.of("href", context.encodeUrl(target)));
        children(link);
        html.tag("/a");
    }

    private void children(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
