package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.List;

/** Drawings (绘图、图片、文本框): the words of text boxes are text of the report; pictures and charts are told, with what is said about them. */
final class Drawings {
    private Drawings() {}

    /** The contents of its text boxes. */
    static List<Xml> read(Context context, Xml drawing) {
        Ledger ledger = context.ledger();
        List<Xml> boxes = outermost(drawing);
        String about = about(drawing);
        boolean pictured =
                !drawing.all("pic:pic").isEmpty() || !drawing.all("v:imagedata").isEmpty() && !drawing.is("w:object");
        if (pictured) {
            ledger.tell(Loss.PICTURE, about);
        }
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
        return boxes;
    }

    /** What the author says the picture shows. */
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
