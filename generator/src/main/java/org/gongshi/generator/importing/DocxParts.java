package org.gongshi.generator.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The XML parts of a Word document (文档的各部分), as they lie in its archive. */
final class DocxParts {
    private static final int LARGEST = 30_000_000;

    private final Map<String, Element> parts = new TreeMap<>();

    private DocxParts() {}

    /** @throws IOException when it is no archive @throws SAXException when a part is no XML, or has a document type */
    static DocxParts read(byte[] bytes) throws IOException, SAXException {
        var all = new DocxParts();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith("word/") && name.endsWith(".xml")) {
                    byte[] part = zip.readNBytes(LARGEST + 1);
                    if (part.length > LARGEST) {
                        throw new IOException("a part is too large: " + name);
                    }
                    all.parts.put(name, parsed(part));
                }
            }
        }
        return all;
    }

    Optional<Element> part(String name) {
        return Optional.ofNullable(parts.get("word/" + name));
    }

    /** Every part whose name begins like that. */
    Map<String, Element> beginningWith(String name) {
        Map<String, Element> found = new TreeMap<>(parts);
        found.keySet().removeIf(key -> !key.startsWith("word/" + name));
        return found;
    }

    private static Element parsed(byte[] xml) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (ParserConfigurationException absent) {
            throw new IllegalStateException("the platform has an XML parser", absent);
        }
    }
}
