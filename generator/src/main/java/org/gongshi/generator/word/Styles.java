package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The styles of a document (样式): which are headings, whatever Word or WPS calls them, and what they give to their paragraphs and runs. */
final class Styles {
    /** The level of a title. */
    static final int TITLE = 0;

    private static final int DEEPEST = 20;
    private static final Pattern HEADING = Pattern.compile("(?:heading|标题)\\s*([1-9])(?:\\s.*)?");
    private static final Pattern GRADED = Pattern.compile("([一二三四五六七八九])级标题.*");
    private static final String DIGITS = "一二三四五六七八九";

    private final Map<String, Xml> styles = new HashMap<>();

    Styles(Optional<Xml> part) {
        part.ifPresent(root -> root.children().stream()
                .filter(one -> one.is("w:style"))
                .forEach(one -> styles.put(one.attribute("w:styleId"), one)));
    }

    /** The style and those it is based on. */
    private List<Xml> chain(String id) {
        List<Xml> chain = new ArrayList<>();
        String next = id;
        while (chain.size() < DEEPEST && styles.containsKey(next)) {
            Xml style = styles.get(next);
            chain.add(style);
            next = style.value("w:basedOn");
        }
        return chain;
    }

    private List<Xml> chain(Xml paragraph) {
        return chain(paragraph.value("w:pPr", "w:pStyle"));
    }

    /** Level of a heading from 1, {@link #TITLE} for a title; empty for body text. */
    Optional<Integer> heading(Xml paragraph) {
        String id = paragraph.value("w:pPr", "w:pStyle");
        Optional<Integer> named = chain(id).stream()
                .map(style -> named(style.value("w:name")))
                .flatMap(Optional::stream)
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        // A document without styles still says what it meant.
        return styles.containsKey(id) ? outline(paragraph) : named(id).or(() -> outline(paragraph));
    }

    /** Whether only the outline level (大纲级别) of the paragraph itself makes it a heading. */
    boolean isOutlined(Xml paragraph) {
        return outline(paragraph.value("w:pPr", "w:outlineLvl")).isPresent();
    }

    private Optional<Integer> outline(Xml paragraph) {
        String own = paragraph.value("w:pPr", "w:outlineLvl");
        return own.isEmpty()
                ? chain(paragraph).stream()
                        .map(style -> style.value("w:pPr", "w:outlineLvl"))
                        .filter(level -> !level.isEmpty())
                        .findFirst()
                        .flatMap(Styles::outline)
                : outline(own);
    }

    private static Optional<Integer> outline(String level) {
        return level.matches("[0-8]") ? Optional.of(Integer.parseInt(level) + 1) : Optional.empty();
    }

    private static Optional<Integer> named(String name) {
        String plain = name.toLowerCase(Locale.ROOT).strip();
        if (plain.equals("title") || plain.equals("标题")) {
            return Optional.of(TITLE);
        }
        Matcher heading = HEADING.matcher(plain);
        if (heading.matches()) {
            return Optional.of(Integer.parseInt(heading.group(1)));
        }
        Matcher graded = GRADED.matcher(plain);
        return graded.matches() ? Optional.of(DIGITS.indexOf(graded.group(1)) + 1) : Optional.empty();
    }

    /** Whether it is a line of a table of contents, or its heading. */
    boolean isContents(Xml paragraph) {
        return chain(paragraph).stream()
                .map(style -> style.value("w:name").toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.matches("(toc|目录|table of figures|图表目录)\\s*([0-9]|heading|标题)?"));
    }

    /** Number and level of its automatic number, its own or its style's; empty for none. */
    Optional<Numbered> number(Xml paragraph) {
        Optional<Xml> own = paragraph.at("w:pPr", "w:numPr");
        String id = own.map(one -> one.value("w:numId")).orElse("");
        String level = own.map(one -> one.value("w:ilvl")).orElse("");
        for (Xml style : chain(paragraph)) {
            Optional<Xml> given = style.at("w:pPr", "w:numPr");
            id = id.isEmpty() ? given.map(one -> one.value("w:numId")).orElse("") : id;
            level = level.isEmpty() ? given.map(one -> one.value("w:ilvl")).orElse("") : level;
        }
        return id.isEmpty() || id.equals("0")
                ? Optional.empty()
                : Optional.of(new Numbered(id, level.matches("[0-8]") ? Integer.parseInt(level) : 0));
    }

    /** A paragraph's place in a list. */
    record Numbered(String id, int level) {}

    /** Whether a property is on: the run's own, its style's or its paragraph's. */
    boolean isOn(Xml run, Optional<Xml> paragraph, String property) {
        Optional<Boolean> own = on(run.at("w:rPr", property));
        if (own.isPresent()) {
            return own.get();
        }
        // Direct formatting aside, a title that is bold by its style is no emphasis.
        List<Xml> above = chain(run.value("w:rPr", "w:rStyle"));
        Optional<Boolean> style = above.stream()
                .map(one -> on(one.at("w:rPr", property)))
                .flatMap(Optional::stream)
                .findFirst();
        boolean inherits = property.equals("w:vanish");
        return style.or(() -> paragraph
                        .filter(one -> inherits)
                        .flatMap(one -> chain(one).stream()
                                .map(each -> on(each.at("w:rPr", property)))
                                .flatMap(Optional::stream)
                                .findFirst()))
                .orElse(false);
    }

    private static Optional<Boolean> on(Optional<Xml> property) {
        return property.map(one -> !List.of("0", "false", "off", "none").contains(one.attribute("w:val")));
    }
}
