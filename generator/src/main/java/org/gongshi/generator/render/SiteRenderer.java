package org.gongshi.generator.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.generator.compose.SitePlan;
import org.gongshi.generator.document.ReportPress;
import org.gongshi.generator.document.WorkbookPress;

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
        if (entry instanceof SitePlan.Page page) {
            return html(page.page().template(), page.page());
        }
        if (entry instanceof SitePlan.Print print) {
            return ReportPress.press(xhtml(print), print.published()).pdf();
        }
        return entry instanceof SitePlan.Book book ? WorkbookPress.press(book.book()) : ((SitePlan.File) entry).bytes();
    }

    /** What is pressed into a PDF. Thread-safe. */
    public static byte[] xhtml(SitePlan.Print print) {
        return html(print.page().template(), print.page());
    }

    private static byte[] html(String template, Object page) {
        var output = new Utf8ByteOutput();
        ENGINE.render(template, page, output);
        return output.toByteArray();
    }

    private static TemplateEngine engine() {
        var engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, SiteRenderer.class.getClassLoader(), PACKAGE);
        engine.setBinaryStaticContent(true);
        return engine;
    }
}
