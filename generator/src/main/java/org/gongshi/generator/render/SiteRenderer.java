package org.gongshi.generator.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
            byte[] html = html(page.page().template(), page.page());
            return page.page().frame().edition().isTranslation()
                    ? said(page, html).page().getBytes(StandardCharsets.UTF_8)
                    : html;
        }
        if (entry instanceof SitePlan.Print print) {
            return ReportPress.press(xhtml(print), print.published(), print.pictures())
                    .pdf();
        }
        return entry instanceof SitePlan.Book book ? WorkbookPress.press(book.book()) : ((SitePlan.File) entry).bytes();
    }

    /** The texts of a page in another language that have no translation; with any of them it must not be published. Thread-safe. */
    public static List<String> untranslated(SitePlan.Page page) {
        return said(page, html(page.page().template(), page.page())).missing();
    }

    private static Localization.Said said(SitePlan.Page page, byte[] html) {
        return Localization.of(page.page().frame(), new String(html, StandardCharsets.UTF_8));
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
