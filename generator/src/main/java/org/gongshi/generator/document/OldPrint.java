package org.gongshi.generator.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * A printed report that was replaced (历史版本): the same pages with a stamp on each, a title that says so first, and a first bookmark
 * that leads to what is there now. The text of the report stays as it was.
 */
public final class OldPrint {
    private static final String MARK = "【历史版本】";
    private static final Pattern TITLE = Pattern.compile("<dc:title>\\s{0,99}<rdf:Alt>\\s{0,99}<rdf:li[^>]{0,99}>");
    private static final float LEFT = 74;
    private static final float TOP = 22;
    private static final float SIZE = 8;

    private OldPrint() {}

    /**
     * The stamped print; the same print and stamp give the same bytes.
     *
     * @param stamp what stands above every page, one line
     * @param current complete address of the page that replaced it
     * @throws IOException when the bytes are no PDF that can be read
     */
    public static byte[] stamped(byte[] pdf, String stamp, String current) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDType0Font font = PDType0Font.load(document, PressFont.open(), true);
            for (PDPage page : document.getPages()) {
                stamp(document, page, font, printable(stamp));
            }
            entitle(document);
            bookmark(document, stamp, current);
            var out = new ByteArrayOutputStream(pdf.length);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return PinnedPdf.of(out.toByteArray());
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException malformed) {
            throw new IOException("malformed PDF", malformed);
        }
    }

    /** Outside the tags, as the running head is: whoever listens hears it in the title. */
    private static void stamp(PDDocument document, PDPage page, PDType0Font font, String stamp) throws IOException {
        try (var content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.beginText();
            content.setFont(font, SIZE);
            content.setNonStrokingColor(0.69f, 0.05f, 0.09f);
            content.newLineAtOffset(LEFT, page.getMediaBox().getHeight() - TOP);
            content.showText(stamp);
            content.endText();
            content.endMarkedContent();
        }
    }

    private static void entitle(PDDocument document) throws IOException {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(MARK + about.getTitle());
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String xmp;
            try (InputStream in = metadata.exportXMPMetadata()) {
                xmp = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            Matcher title = TITLE.matcher(xmp);
            if (title.find()) {
                metadata.importXMPMetadata((xmp.substring(0, title.end()) + MARK + xmp.substring(title.end()))
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void bookmark(PDDocument document, String stamp, String current) {
        PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
        if (outline == null) {
            outline = new PDDocumentOutline();
            document.getDocumentCatalog().setDocumentOutline(outline);
        }
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(stamp);
        PDActionURI action = new PDActionURI();
        action.setURI(current);
        item.setAction(action);
        outline.addFirst(item);
    }

    private static String printable(String stamp) {
        var text = new StringBuilder();
        stamp.codePoints().forEach(one -> text.appendCodePoint(PressFont.has(one) ? one : PressFont.MISSING));
        return text.toString();
    }
}
