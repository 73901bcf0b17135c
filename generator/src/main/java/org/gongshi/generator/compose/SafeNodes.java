package org.gongshi.generator.compose;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.gongshi.templates.frame.Edition;

/** Prints what the general renderer should not: cited figures, regions of tables, images as text, links that are allowed. */
final class SafeNodes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final SiteUrls urls;
    private final String path;
    private final Edition edition;
    private int regions;

    SafeNodes(HtmlNodeRendererContext context, String path, Edition edition) {
        this.context = context;
        this.html = context.getWriter();
        this.urls = new SiteUrls(path, edition);
        this.path = path;
        this.edition = edition;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FigureSyntax.FigureNode.class, MarkdownHtml.Region.class, Image.class, Link.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof FigureSyntax.FigureNode figure) {
            figure(figure.figure());
        } else if (node instanceof MarkdownHtml.Region) {
            region(node);
        } else if (node instanceof Link link) {
            link(link);
        } else {
            children(node);
        }
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
