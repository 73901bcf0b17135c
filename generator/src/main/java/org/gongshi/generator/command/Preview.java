package org.gongshi.generator.command;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.publication.PreviewContent;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.generator.incremental.SiteEditions;
import org.gongshi.generator.render.SiteFiles;
import org.gongshi.generator.render.SiteRenderer;
import org.gongshi.generator.serve.PreviewServer;

/** A site as it would be, every page of it stamped 草案, in memory. */
final class Preview {
    private static final String STAMP =
            "<aside class=\"demonstration\" aria-label=\"草案\"><strong>草案</strong> %s</aside>\n";

    private Preview() {}

    /** All files by path. */
    static Map<String, byte[]> files(PreviewContent preview) {
        SiteFiles files = SiteRenderer.render(SiteEditions.compose(preview.content(), false));
        Map<String, byte[]> stamped = new TreeMap<>();
        for (String path : files.paths()) {
            byte[] bytes = files.bytes(path);
            stamped.put(path, path.endsWith(".html") ? stamp(bytes, preview.drafts()) : bytes);
        }
        return stamped;
    }

    private static byte[] stamp(byte[] html, Set<Subject> drafts) {
        String said = drafts.isEmpty() ? "预览，不得公开、转发或引用。" : "预览：含 " + drafts.size() + " 个地区未经审定、批准的内容，不得公开、转发或引用。";
        return new String(html, StandardCharsets.UTF_8)
                .replaceFirst("<title>", "<title>【草案】")
                .replaceFirst("default-src 'none';", "default-src 'none'; connect-src 'self';")
                .replaceFirst("</head>", "<script src=\"" + PreviewServer.SCRIPT + "\" defer></script>\n</head>")
                .replaceFirst("(<body[^>]*>)", "$1\n" + String.format(STAMP, said))
                .getBytes(StandardCharsets.UTF_8);
    }
}
