package org.gongshi.generator.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.zwobble.mammoth.DocumentConverter;

/** A Word document as a tree of headings, paragraphs, lists and tables. */
final class DocxText {
    // Chinese Word names its styles in Chinese; the title of the document stands in the front matter.
    private static final String STYLES = """
            p[style-name='Title'] => h1:fresh
            p[style-name='标题'] => h1:fresh
            p[style-name='Heading 1'] => h2:fresh
            p[style-name='标题 1'] => h2:fresh
            p[style-name='Heading 2'] => h3:fresh
            p[style-name='标题 2'] => h3:fresh
            p[style-name='Heading 3'] => h4:fresh
            p[style-name='标题 3'] => h4:fresh
            """;

    private DocxText() {}

    /** The document; empty, with a finding, when it is none. */
    static Optional<Element> read(String name, byte[] bytes, Findings findings) {
        try {
            String html = new DocumentConverter()
                    .addStyleMap(STYLES)
                    .convertToHtml(new ByteArrayInputStream(bytes))
                    .getValue();
            return Optional.of(parsed("<document>" + html + "</document>"));
        } catch (IOException | RuntimeException | SAXException fault) {
            findings.error(Location.of(name), "不是可以读取的 .docx 文档", "请用 Word 或 WPS 另存为 .docx（不加密码）后再导入");
            return Optional.empty();
        }
    }

    /** What the document holds beyond what was made of it. */
    static void losses(String name, byte[] bytes, String markdown, Findings findings) {
        try {
            DocxLosses.tell(name, DocxParts.read(bytes), markdown, findings);
        } catch (IOException | SAXException fault) {
            findings.warning(Location.of(name), "无法核对文档有没有内容漏掉", "请逐段核对导入后的报告");
        }
    }

    private static Element parsed(String xml) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException absent) {
            throw new IllegalStateException("the platform has an XML parser", absent);
        }
    }
}
