package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.List;

/**
 * Drawings (绘图、图片、文本框): the words of text boxes are text of the report, its pictures are taken along; charts and shapes are told, with
 * what is said about them.
 */
final class Drawings {
    private static final List<String> SHAPES =
            List.of("wps:wsp", "v:rect", "v:roundrect", "v:oval", "v:shape", "w14:contentPart");

    private Drawings() {}

    /**
     * What a drawing brings along.
     *
     * @param boxes contents of its text boxes
     * @param pictures each as Markdown
     */
    record Drawn(List<Xml> boxes, List<String> pictures) {}

    static Drawn read(Context context, Xml drawing) {
        Ledger ledger = context.ledger();
        String about = about(drawing);
        List<String> pictures = drawing.is("w:object") ? List.of() : new WordPictures(context, drawing, about).read();
        drawing.all("v:textpath").forEach(art -> ledger.tell(Loss.OBJECT, "艺术字 " + art.attribute("string")));
        for (Xml chart : drawing.all("c:chart")) {
            String words = context.related(chart.attribute("r:id"))
                    .flatMap(part -> part.all("c:title").stream().findFirst())
                    .map(Xml::words)
                    .orElse("");
            ledger.tell(Loss.OBJECT, "图表 " + (words.isBlank() ? about : words));
        }
        for (Xml diagram : drawing.all("dgm:relIds")) {
            ledger.tell(
                    Loss.OBJECT,
                    "SmartArt "
                            + context.related(diagram.attribute("r:dm"))
                                    .map(Xml::words)
                                    .orElse(about));
        }
        if (drawing.is("w:object")) {
            String program = drawing.all("o:OLEObject").stream()
                    .map(one -> one.attribute("ProgID"))
                    .findFirst()
                    .orElse("");
            ledger.tell(Loss.OBJECT, "嵌入对象 " + program);
        }
        if (isShape(drawing)) {
            context.pictures().covered(ledger.where());
        }
        return new Drawn(outermost(drawing), pictures);
    }

    /** Something drawn without words and without a picture: it may lie upon one. */
    private static boolean isShape(Xml drawing) {
        return drawing.words().isBlank()
                && drawing.all("v:imagedata").isEmpty()
                && SHAPES.stream().anyMatch(shape -> !drawing.all(shape).isEmpty());
    }

    /** What the author says the drawing shows. */
    private static String about(Xml drawing) {
        return drawing.all("wp:docPr").stream()
                .map(one -> one.attribute("descr").isBlank() ? one.attribute("name") : one.attribute("descr"))
                .findFirst()
                .or(() -> drawing.all("v:shape").stream()
                        .map(one -> one.attribute("alt"))
                        .findFirst())
                .orElse("");
    }

    /** Text boxes, but not those within them, which their own paragraphs bring along. */
    private static List<Xml> outermost(Xml element) {
        List<Xml> boxes = new ArrayList<>();
        for (Xml child : element.children()) {
            if (child.is("w:txbxContent")) {
                boxes.add(child);
            } else {
                boxes.addAll(outermost(child));
            }
        }
        return boxes;
    }
}
