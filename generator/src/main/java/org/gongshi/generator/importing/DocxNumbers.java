package org.gongshi.generator.importing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** The numbers that Word itself puts before paragraphs (自动编号): which of them Markdown cannot hold, and which styles are headings. */
final class DocxNumbers {
    /**
     * A style.
     *
     * @param above the style it is based on; empty for none
     * @param number number and level it gives its paragraphs; empty for none
     */
    private record Style(String name, String above, String number) {}

    private static final int DEEPEST = 20;

    private final Map<String, Style> styles = new HashMap<>();
    /** By number and level, such as {@code 3/0}: format and text, such as {@code chineseCounting %1、}. */
    private final Map<String, String> levels = new HashMap<>();

    private DocxNumbers() {}

    static DocxNumbers of(DocxParts parts) {
        var numbers = new DocxNumbers();
        parts.part("styles.xml").ifPresent(numbers::readStyles);
        parts.part("numbering.xml").ifPresent(numbers::readLevels);
        return numbers;
    }

    private void readStyles(Element root) {
        for (Element style : DocxLosses.each(root, "w:style")) {
            styles.put(
                    style.getAttribute("w:styleId"),
                    new Style(value(style, "w:name"), value(style, "w:basedOn"), number(style)));
        }
    }

    private void readLevels(Element root) {
        Map<String, Element> kinds = new HashMap<>();
        DocxLosses.each(root, "w:abstractNum").forEach(one -> kinds.put(one.getAttribute("w:abstractNumId"), one));
        for (Element number : DocxLosses.each(root, "w:num")) {
            Element kind = kinds.get(value(number, "w:abstractNumId"));
            if (kind != null) {
                DocxLosses.each(kind, "w:lvl")
                        .forEach(level -> levels.put(
                                number.getAttribute("w:numId") + "/" + level.getAttribute("w:ilvl"),
                                value(level, "w:numFmt") + " " + value(level, "w:lvlText")));
            }
        }
    }

    private static String value(Element element, String tag) {
        return DocxLosses.each(element, tag).stream()
                .findFirst()
                .map(one -> one.getAttribute("w:val"))
                .orElse("");
    }

    /** Number and level; empty for none. */
    private static String number(Element element) {
        String number = DocxLosses.each(element, "w:numPr").isEmpty() ? "" : value(element, "w:numId");
        String level = value(element, "w:ilvl");
        return number.isEmpty() ? "" : number + "/" + (level.isEmpty() ? "0" : level);
    }

    /** Whether its style, or one that this is based on, is a title or a heading, in Chinese or English. */
    boolean isHeading(Element paragraph) {
        String id = value(paragraph, "w:pStyle");
        for (int depth = 0; depth < DEEPEST && !id.isEmpty(); depth++) {
            Style style = styles.get(id);
            String name = (style == null ? id : style.name()).toLowerCase(Locale.ROOT);
            if (name.startsWith("heading") || name.startsWith("title") || name.startsWith("标题")) {
                return true;
            }
            id = style == null ? "" : style.above();
        }
        return false;
    }

    /** The form of a number that is not in the Markdown: any before a heading, and in a list all but digits and bullets. */
    Optional<String> lost(Element paragraph, boolean heading) {
        String number = number(paragraph);
        String id = value(paragraph, "w:pStyle");
        for (int depth = 0; depth < DEEPEST && number.isEmpty() && !id.isEmpty(); depth++) {
            Style style = styles.get(id);
            number = style == null ? "" : style.number();
            id = style == null ? "" : style.above();
        }
        String level = levels.getOrDefault(number, "");
        boolean plain = level.startsWith("bullet") || level.startsWith("none") || level.matches("decimal %[0-9][.．、]?");
        return level.isBlank() || plain && !(heading && level.startsWith("decimal"))
                ? Optional.empty()
                : Optional.of(level.substring(level.indexOf(' ') + 1)
                        .replaceAll("%[0-9]", level.startsWith("chinese") || level.startsWith("japanese") ? "一" : "1"));
    }
}
