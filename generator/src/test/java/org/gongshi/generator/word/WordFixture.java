package org.gongshi.generator.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents built from their XML, the smallest that Word opens and larger ones. */
public final class WordFixture {
    public static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SPACES =
            " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:r=\"" + OFFICE + "\""
                    + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                    + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
                    + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                    + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
                    + " xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
                    + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
                    + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
                    + " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private WordFixture() {}

    static byte[] shipped(String name) throws IOException {
        try (InputStream file = WordFixture.class.getResourceAsStream("/word/" + name)) {
            return file.readAllBytes();
        }
    }

    /** A document with that body and nothing else. */
    public static WordFixture of(String body) {
        return new WordFixture()
                .raw(
                        "_rels/.rels",
                        relations("<Relationship Id=\"r1\" Type=\"" + OFFICE
                                + "/officeDocument\" Target=\"word/document.xml\"/>"))
                .raw("word/document.xml", root("document", "<w:body>" + body + "</w:body>"));
    }

    public static String relations(String inner) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner
                + "</Relationships>";
    }

    public static String root(String name, String inner) {
        return "<w:" + name + " xmlns:w=\"" + WORD + "\"" + SPACES + ">" + inner + "</w:" + name + ">";
    }

    /** Relations of the document: hyperlinks, pictures. */
    public WordFixture related(String inner) {
        return raw("word/_rels/document.xml.rels", relations(inner));
    }

    /** A part beside the document, such as {@code styles}. */
    public WordFixture with(String name, String inner) {
        return raw("word/" + name + ".xml", root(name.replaceAll("[0-9]", ""), inner));
    }

    public WordFixture raw(String path, String xml) {
        return raw(path, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
    }

    public WordFixture raw(String path, byte[] bytes) {
        parts.put(path, bytes);
        return this;
    }

    WordFixture without(String path) {
        parts.remove(path);
        return this;
    }

    public byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    public static String run(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    public static String paragraph(String properties, String runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
    }

    /** A paragraph of nothing but text. */
    public static String text(String text) {
        return paragraph("", run("", text));
    }
}
