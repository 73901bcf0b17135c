package org.gongshi.generator.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.generator.compose.SitePlan;
import org.gongshi.templates.site.SitePage;

/** Turns a plan into bytes. The same plan gives the same bytes on every machine: no clock, locale or order of files enters. */
public final class SiteRenderer {
    private static final String PACKAGE = "org.gongshi.templates.generated";
    private static final TemplateEngine ENGINE = engine();

    private SiteRenderer() {}

    public static SiteFiles render(SitePlan plan) {
        Map<String, byte[]> files = new TreeMap<>();
        plan.entries().forEach((path, entry) -> files.put(path, bytes(entry)));
        return SiteFiles.of(files);
    }

    /** The bytes of what stands at one address. Thread-safe. */
    public static byte[] bytes(SitePlan.Entry entry) {
        return entry instanceof SitePlan.Page page ? html(page.page()) : ((SitePlan.File) entry).bytes();
    }

    private static byte[] html(SitePage page) {
        var output = new Utf8ByteOutput();
        ENGINE.render(page.template(), page, output);
        return output.toByteArray();
    }

    private static TemplateEngine engine() {
        var engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, SiteRenderer.class.getClassLoader(), PACKAGE);
        engine.setBinaryStaticContent(true);
        return engine;
    }
}
