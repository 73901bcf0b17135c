package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A paragraph that is nothing but a picture becomes a figure (插图), and the line below that begins with its number its caption. */
final class Figures {
    private static final Pattern CAPTION = Pattern.compile("图\\s*[0-9０-９一二三四五六七八九十].*");

    private Figures() {}

    /** A figure. */
    static final class Block extends CustomBlock {}

    /** What stands below its picture. */
    static final class Caption extends CustomBlock {}

    /** Makes them; all paragraphs are found before the first is moved. */
    static void make(Node document, ReportPictures pictures) {
        List<Paragraph> alone = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                if (paragraph.getFirstChild() instanceof Image image
                        && image.getNext() == null
                        && pictures.find(image.getDestination()).isPresent()) {
                    alone.add(paragraph);
                }
            }
        });
        alone.forEach(Figures::make);
    }

    private static void make(Paragraph paragraph) {
        Block block = new Block();
        Node below = paragraph.getNext();
        paragraph.insertBefore(block);
        block.appendChild(paragraph.getFirstChild());
        paragraph.unlink();
        if (below instanceof Paragraph line
                && line.getFirstChild() instanceof Text begin
                && CAPTION.matcher(begin.getLiteral()).matches()) {
            Caption caption = new Caption();
            while (line.getFirstChild() != null) {
                caption.appendChild(line.getFirstChild());
            }
            line.unlink();
            block.appendChild(caption);
        }
    }

    /** The words that stand for a picture, on one line. */
    static String alternative(Image image) {
        var words = new StringBuilder();
        image.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                words.append(' ');
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                words.append(' ');
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof FigureSyntax.FigureNode figure) {
                    words.append(figure.figure().shown());
                } else {
                    visitChildren(node);
                }
            }
        });
        return words.toString().strip();
    }
}
