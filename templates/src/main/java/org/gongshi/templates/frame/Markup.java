package org.gongshi.templates.frame;

/** Text as markup and back (转义), for the few documents that no template writes: feeds, stamps, slips, properties of a workbook. */
public final class Markup {
    private Markup() {}

    /** The text with every character replaced that could end an element or an attribute, in HTML and in XML. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What the entities of a page written by this program stand for. */
    public static String unescaped(String markup) {
        return markup.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
