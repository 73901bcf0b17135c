package org.gongshi.generator.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a printed report (PDF 的文字), page by page, as a reader who copies it gets it. */
public final class PrintedText {
    private PrintedText() {}

    /**
     * The text of every page in its order.
     *
     * @throws IOException when the bytes are no PDF that can be read
     */
    public static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            // Links are drawn after the line in which they stand.
            stripper.setSortByPosition(true);
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException malformed) {
            throw new IOException("malformed PDF", malformed);
        }
    }

    /**
     * The text in the order of its tags, as it is read aloud: cell by cell, where a table's lines run through all cells of a row.
     *
     * @throws IOException when the bytes are no PDF that can be read
     */
    public static String spoken(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return TaggedText.of(document);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException malformed) {
            throw new IOException("malformed PDF", malformed);
        }
    }
}
