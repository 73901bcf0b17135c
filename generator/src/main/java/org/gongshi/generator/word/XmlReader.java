package org.gongshi.generator.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a part into elements; refuses document types (and with them entities), depth and numbers that no report has. */
final class XmlReader extends DefaultHandler {
    private static final int DEEPEST = 300;
    private static final int MOST = 2_000_000;
    /** ISO/IEC 29500: transitional and strict namespaces, and those of Word's own additions. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
            Map.entry("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
            Map.entry("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
            Map.entry("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
            Map.entry("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
            Map.entry("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/main", "a"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/main", "a"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/picture", "pic"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/chart", "c"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/chart", "c"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"),
            Map.entry("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordml", "w14"),
            Map.entry("urn:schemas-microsoft-com:vml", "v"),
            Map.entry("urn:schemas-microsoft-com:office:office", "o"));

    private final Deque<Xml> open = new ArrayDeque<>();
    private int count;

    private XmlReader() {
        open.push(new Xml("", Map.of()));
    }

    /** @throws IOException when it is no XML, has a document type, or more of anything than a report has */
    static Xml read(byte[] bytes) throws IOException {
        var reader = new XmlReader();
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(bytes)), reader);
        } catch (SAXException fault) {
            throw new IOException(fault);
        } catch (ParserConfigurationException absent) {
            throw new IllegalStateException("the platform has an XML parser", absent);
        }
        return reader.open.element().children().get(0);
    }

    @Override
    public void startElement(String space, String local, String qualified, Attributes given) throws SAXException {
        if (open.size() > DEEPEST || ++count > MOST) {
            throw new SAXException("deeper or longer than any report");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int index = 0; index < given.getLength(); index++) {
            attributes.put(name(given.getURI(index), given.getLocalName(index)), given.getValue(index));
        }
        Xml element = new Xml(name(space, local), attributes);
        open.element().add(element);
        open.push(element);
    }

    private static String name(String space, String local) {
        String prefix = PREFIXES.getOrDefault(space, "");
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    @Override
    public void characters(char[] characters, int from, int length) {
        open.element().add(new String(characters, from, length));
    }

    @Override
    public void endElement(String space, String local, String qualified) {
        Xml element = open.pop();
        if (element.is("mc:AlternateContent")) {
            open.element().replaceLast(chosen(element));
        }
    }

    /** What a newer program shows; what an older one shows instead, only where that is empty. */
    private static List<Xml> chosen(Xml alternatives) {
        return alternatives.children().stream()
                .map(Xml::children)
                .filter(children -> !children.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public void error(org.xml.sax.SAXParseException fault) throws SAXException {
        throw fault;
    }
}
