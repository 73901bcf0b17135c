package org.gongshi.generator.document;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.gongshi.evaluation.digest.Digest;

/**
 * XHTML into a tagged PDF (报告 PDF) after PDF/UA-1 (ISO 14289-1): text that can be searched, copied and read aloud, bookmarks, the font
 * within. The same page gives the same bytes on every machine: its date is that of the publication, its identifier comes from its text.
 */
public final class ReportPress {
    /** China's time, in which the date of a publication stands. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

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

    /** Prints a page.
     * @param published the day of its publication */
    public static Printed press(byte[] xhtml, LocalDate published) {
        Set<String> missing = new TreeSet<>();
        String page = printable(new String(xhtml, StandardCharsets.UTF_8), missing);
        try (PdfBoxRenderer renderer = renderer(page)) {
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

    private static PdfBoxRenderer renderer(String page) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        var drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(BarDrawer.TYPE, new BarDrawer());
        return builder.usePdfUaAccessibility(true)
                .useFont(PressFont::open, "Gongshi")
                .useObjectDrawerFactory(drawers)
                // Nothing is loaded from anywhere: the page carries all that it needs.
                .useUriResolver((base, address) -> address.startsWith("#") || isLink(address) ? address : null)
                .withProducer("Gongshi")
                .withHtmlContent(page, "")
                .buildPdfRenderer();
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
