package org.gongshi.generator.document;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.picture.Picture;

/**
 * XHTML into a tagged PDF (报告 PDF) after PDF/UA-1 (ISO 14289-1): text that can be searched, copied and read aloud, bookmarks, the font
 * within. The same page gives the same bytes on every machine: its date is that of the publication, its identifier comes from its text.
 */
public final class ReportPress {
    /** China's time, in which the date of a publication stands. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final String PICTURE = "picture";

    static {
        // The library tells its steps on standard error; a fault is an exception.
        XRLog.setLoggingEnabled(false);
    }

    private ReportPress() {}

    /**
     * A printed report.
     *
     * @param missing characters that the font does not have, for which 〓 stands
     */
    public record Printed(byte[] pdf, Set<String> missing) {
        public Printed {
            pdf = pdf.clone();
            missing = Set.copyOf(missing);
        }

        @Override
        public byte[] pdf() {
            return pdf.clone();
        }
    }

    /**
     * Prints a page.
     *
     * @param published the day of its publication
     * @param pictures that it shows, by the names by which it calls them
     */
    public static Printed press(byte[] xhtml, LocalDate published, Map<String, Picture> pictures) {
        Set<String> missing = new TreeSet<>();
        String page = printable(new String(xhtml, StandardCharsets.UTF_8), missing);
        try (PdfBoxRenderer renderer = renderer(page, pictures)) {
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                Calendar day = GregorianCalendar.from(published.atStartOfDay(CHINA));
                document.getDocumentInformation().setCreationDate(day);
                document.getDocumentInformation().setModificationDate(day);
                document.setDocumentId(
                        Long.parseUnsignedLong(Digest.of(xhtml).hex().substring(0, 16), 16));
                var out = new ByteArrayOutputStream();
                document.save(out, CompressParameters.NO_COMPRESSION);
                return new Printed(PinnedPdf.of(out.toByteArray()), missing);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static PdfBoxRenderer renderer(String page, Map<String, Picture> pictures) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        var drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(BarDrawer.TYPE, new BarDrawer());
        return builder.usePdfUaAccessibility(true)
                .useFont(PressFont::open, "Gongshi")
                .useObjectDrawerFactory(drawers)
                // Nothing is loaded from anywhere: the page carries all that it needs.
                .useUriResolver((base, address) -> address.startsWith("#") || isLink(address)
                        ? address
                        : pictures.containsKey(address) ? PICTURE + ":" + address : null)
                .useProtocolsStreamImplementation(
                        address -> new PictureStream(pictures.get(address.substring(PICTURE.length() + 1))
                                .bytes()),
                        PICTURE)
                .withProducer("Gongshi")
                .withHtmlContent(page, "")
                .buildPdfRenderer();
    }

    /** A picture as the library asks for it. */
    private record PictureStream(byte[] bytes) implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isLink(String address) {
        return address.startsWith("https://") || address.startsWith("http://") || address.startsWith("mailto:");
    }

    private static String printable(String page, Set<String> missing) {
        if (page.codePoints().allMatch(ReportPress::canBePrinted)) {
            return page;
        }
        var text = new StringBuilder(page.length());
        page.codePoints().forEach(one -> {
            if (canBePrinted(one)) {
                text.appendCodePoint(one);
            } else {
                missing.add(Character.toString(one));
                text.appendCodePoint(PressFont.MISSING);
            }
        });
        return text.toString();
    }

    private static boolean canBePrinted(int one) {
        return PressFont.has(one) || one == '\n' || one == '\r' || one == '\t';
    }
}
