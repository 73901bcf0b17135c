package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a part, compared by identity. Names and attributes carry the usual prefix ({@code w:p}, {@code r:id}) whatever prefix or edition of
 * the namespaces (transitional, strict) the file uses.
 */
final class Xml {
    private final String name;
    private final Map<String, String> attributes;
    private final List<Xml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Xml(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = Map.copyOf(attributes);
    }

    void add(Xml child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }

    /** Puts an element's children in the place of the last one. */
    void replaceLast(List<Xml> others) {
        children.remove(children.size() - 1);
        children.addAll(others);
    }

    String name() {
        return name;
    }

    boolean is(String other) {
        return name.equals(other);
    }

    /** Characters that stand in this element itself. */
    String text() {
        return text.toString();
    }

    /** The attribute's value; empty for none. */
    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    List<Xml> children() {
        return List.copyOf(children);
    }

    /** The first element below, along the names; only direct children count, so that the former state in a tracked change does not. */
    Optional<Xml> at(String... names) {
        Optional<Xml> found = Optional.of(this);
        for (String next : names) {
            found = found.flatMap(
                    one -> one.children.stream().filter(child -> child.is(next)).findFirst());
        }
        return found;
    }

    /** The {@code w:val} along the names; empty for none. */
    String value(String... names) {
        return at(names).map(one -> one.attribute("w:val")).orElse("");
    }

    /** Every element of that name in it, at any depth, in the order of the document. */
    List<Xml> all(String wanted) {
        List<Xml> found = new ArrayList<>();
        for (Xml child : children) {
            if (child.is(wanted)) {
                found.add(child);
            }
            found.addAll(child.all(wanted));
        }
        return found;
    }

    /** All its words: text, deleted text, text of formulas. */
    String words() {
        var words = new StringBuilder();
        for (Xml child : children) {
            switch (child.name) {
                case "w:t", "w:delText", "m:t", "a:t" -> words.append(child.text);
                case "v:textpath" -> words.append(child.attribute("string"));
                case "w:p", "w:tc" -> words.append(words.isEmpty() ? "" : " ").append(child.words());
                default -> words.append(child.words());
            }
        }
        return words.toString();
    }

    /** Its words without those that a tracked change deleted. */
    String live() {
        var words = new StringBuilder();
        for (Xml child : children) {
            switch (child.name) {
                case "w:t", "m:t" -> words.append(child.text);
                case "w:del", "w:moveFrom", "w:delText" -> {
                    // Gone.
                }
                default -> words.append(child.live());
            }
        }
        return words.toString();
    }
}
