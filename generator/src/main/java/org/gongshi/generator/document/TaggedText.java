package org.gongshi.generator.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** Walks the tags of a PDF (ISO 32000-1, 14.7) and puts together what is drawn for each. */
final class TaggedText {
    /** A tree of tags is as deep as its page's elements; one that is deeper was not made by us. */
    private static final int DEEPEST = 200;

    /** More than any report has; tags that lead to each other in many ways would never end. */
    private static final int MOST = 1_000_000;

    private final Map<COSDictionary, Map<Integer, String>> drawn = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int walked;

    private TaggedText() {}

    static String of(PDDocument document) throws IOException {
        var tree = document.getDocumentCatalog().getStructureTreeRoot();
        if (tree == null) {
            return "";
        }
        TaggedText tagged = new TaggedText();
        for (PDPage page : document.getPages()) {
            var extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> parts = new HashMap<>();
            collect(extractor.getMarkedContents(), parts);
            tagged.drawn.put(page.getCOSObject(), parts);
        }
        tagged.walk(tree, null, 0);
        return tagged.text.toString();
    }

    private static void collect(List<?> contents, Map<Integer, String> parts) {
        for (Object content : contents) {
            if (content instanceof PDMarkedContent marked) {
                if (marked.getMCID() >= 0) {
                    parts.merge(marked.getMCID(), letters(marked), String::concat);
                }
                collect(marked.getContents(), parts);
            }
        }
    }

    private static String letters(PDMarkedContent marked) {
        StringBuilder letters = new StringBuilder();
        for (Object content : marked.getContents()) {
            if (content instanceof TextPosition position) {
                letters.append(position.getUnicode());
            }
        }
        return letters.toString();
    }

    private void walk(PDStructureNode node, PDPage page, int depth) {
        // What belongs to one element is one text, over however many lines; two elements are two.
        text.append('\n');
        for (Object kid : node.getKids()) {
            if (depth > DEEPEST || ++walked > MOST) {
                throw new IllegalArgumentException("tags without end");
            }
            if (kid instanceof PDStructureElement element) {
                walk(element, element.getPage() == null ? page : element.getPage(), depth + 1);
            } else if (kid instanceof PDMarkedContentReference reference) {
                say(reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
            } else if (kid instanceof Integer number) {
                say(page, number);
            }
        }
    }

    private void say(PDPage page, int number) {
        if (page != null) {
            text.append(drawn.getOrDefault(page.getCOSObject(), Map.of()).getOrDefault(number, ""));
        }
    }
}
