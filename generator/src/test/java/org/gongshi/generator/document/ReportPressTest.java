package org.gongshi.generator.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.picture.PictureFile;
import org.gongshi.evaluation.publication.SampleContent;
import org.gongshi.generator.compose.SiteComposer;
import org.gongshi.generator.compose.SitePlan;
import org.gongshi.generator.picture.Pictures;
import org.gongshi.generator.render.SiteRenderer;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Reports on paper: accessible after PDF/UA-1 as veraPDF judges it, searchable, and the same bytes each time. */
class ReportPressTest {
    private static final String PATH = "2025/qingzhou/report/2025-qingzhou.pdf";
    private static final SitePlan.Print PRINT = print(SampleContent.sample().build());
    private static final byte[] PDF = press(PRINT);

    @Test
    void is_accessible_after_pdf_ua_1() throws Exception {
        assertThat(faults(PDF)).isEmpty();
    }

    /** A photograph in its own bytes and a drawing, each a figure with its words. */
    @Test
    void a_report_with_pictures_is_accessible_and_the_same_bytes_each_time() throws Exception {
        Picture photograph = PictureFile.read(Pictures.jpeg(600, 1_200)).picture();
        Picture drawing = PictureFile.read(Pictures.png(2_000, 300)).picture();
        byte[] page = new String(SiteRenderer.xhtml(PRINT), StandardCharsets.UTF_8)
                .replace(
                        "<div class=\"text\">",
                        "<div class=\"text\"><figure><img src=\"" + photograph.name()
                                + "\" width=\"600\" height=\"1200\" alt=\"操场\" /><figcaption>图1 操场</figcaption></figure><p><img src=\""
                                + drawing.name() + "\" width=\"2000\" height=\"300\" alt=\"得分\" /></p>")
                .getBytes(StandardCharsets.UTF_8);
        Map<String, Picture> pictures = Map.of(photograph.name(), photograph, drawing.name(), drawing);
        byte[] pdf = ReportPress.press(page, PRINT.published(), pictures).pdf();
        assertThat(faults(pdf)).isEmpty();
        assertThat(ReportPress.press(page, PRINT.published(), pictures).pdf()).isEqualTo(pdf);
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .contains(new String(photograph.bytes(), StandardCharsets.ISO_8859_1));
        assertThat(text(pdf)).contains("图1 操场");
    }

    @Test
    void stays_accessible_as_an_old_version_and_says_so_in_its_title() throws Exception {
        byte[] old = OldPrint.stamped(PDF, "历史版本，现行版本 https://a.example/", "https://a.example/");
        assertThat(faults(old)).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(old)) {
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("【历史版本】");
            PDOutlineItem first = pdf.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(((PDActionURI) first.getAction()).getURI()).isEqualTo("https://a.example/");
        }
    }

    @Test
    void finds_a_page_that_is_not_accessible() throws Exception {
        byte[] page = new String(SiteRenderer.xhtml(PRINT), StandardCharsets.UTF_8)
                .replaceAll("<title>[^<]*</title>", "")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(faults(ReportPress.press(page, PRINT.published(), Map.of()).pdf()))
                .isNotEmpty();
    }

    @Test
    void says_its_title_and_its_language_and_has_bookmarks() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PDF)) {
            var catalogue = pdf.getDocumentCatalog();
            assertThat(catalogue.getLanguage()).isEqualTo("zh-CN");
            assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo(PRINT.page().frame().title());
            assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
            PDOutlineItem top = catalogue.getDocumentOutline().getFirstChild();
            List<String> bookmarks = new ArrayList<>();
            top.children().forEach(item -> bookmarks.add(item.getTitle()));
            assertThat(bookmarks).contains("附表一　各方面得分", "附表二　各指标得分").hasSizeGreaterThan(3);
        }
    }

    @Test
    void can_be_searched_and_copied() throws IOException {
        String text = text(PDF);
        assertThat(text.replaceAll("\\s", ""))
                .contains(PRINT.page().frame().title().replaceAll("\\s", ""))
                .contains(PRINT.page().areas().bars().get(0).name())
                .contains(PRINT.page().trace().sum());
        assertThat(text.codePoints()).as("radicals for characters").noneMatch(c -> c >= 0x2E80 && c <= 0x2FDF);
    }

    @Test
    void copies_a_place_name_as_it_is_written() throws IOException {
        byte[] page =
                "<html lang=\"zh-CN\"><head><title>试</title></head><body><p style=\"font-family:Gongshi\">呼伦贝尔市、阿拉善盟、镕䶮</p></body></html>"
                        .getBytes(StandardCharsets.UTF_8);
        ReportPress.Printed printed = ReportPress.press(page, LocalDate.of(2026, 1, 1), Map.of());
        assertThat(text(printed.pdf())).contains("呼伦贝尔市、阿拉善盟");
    }

    @Test
    void shows_a_sign_for_what_the_font_does_not_have_and_tells_it() throws IOException {
        byte[] page =
                "<html lang=\"zh-CN\"><head><title>试</title></head><body><p style=\"font-family:Gongshi\">张ᠮ𠀀</p></body></html>"
                        .getBytes(StandardCharsets.UTF_8);
        ReportPress.Printed printed = ReportPress.press(page, LocalDate.of(2026, 1, 1), Map.of());
        assertThat(printed.missing()).containsExactlyInAnyOrder("ᠮ", "𠀀");
        assertThat(text(printed.pdf())).contains("张〓〓");
    }

    @Test
    void embeds_its_font() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PDF)) {
            for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
            }
        }
    }

    @Test
    void gives_the_same_bytes_each_time_and_in_every_time_zone() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(press(print(SampleContent.sample().build()))).isEqualTo(PDF);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void leads_to_complete_addresses_only() {
        String page = new String(SiteRenderer.xhtml(PRINT), StandardCharsets.UTF_8);
        assertThat(page.lines().filter(line -> line.matches(".*href=\"(?!https?://|mailto:|#).*")))
                .isEmpty();
    }

    private static SitePlan.Print print(org.gongshi.evaluation.publication.PublishedContent content) {
        return (SitePlan.Print) new TreeMap<>(
                        SiteComposer.compose(content, Optional.empty(), true).entries())
                .get(PATH);
    }

    private static byte[] press(SitePlan.Print print) {
        return ReportPress.press(SiteRenderer.xhtml(print), print.published(), print.pictures())
                .pdf();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> faults(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var foundry = Foundries.defaultInstance();
                var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> faults = new ArrayList<>(result.getTestAssertions().stream()
                    .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                    .map(one -> one.getRuleId().getClause() + " " + one.getMessage() + " "
                            + one.getLocation().getContext())
                    .distinct()
                    .toList());
            if (!result.isCompliant()) {
                faults.add("not compliant");
            }
            return faults;
        }
    }
}
