package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.finding.Findings;

/**
 * Changes single values of a YAML text and leaves every other byte as it is (逐项改写): comments, order, quotes, keys that no form knows.
 * After each change the text is read again, and must say exactly what was there, but for the one value; a layout in which that cannot be done
 * is told, never guessed at. Not thread-safe.
 */
final class YamlEdit {
    private static final String NAME = "edit.yaml";
    private static final String MARK = "\uFEFF";
    private static final Pattern COMMENT = Pattern.compile(
            "\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^\"'#\\s](?:[^#]|(?<!\\s)#)*?)?(\\s+#.*)?");

    private final String mark;
    private final String end;
    private final List<String> lines;

    YamlEdit(String text) {
        this.mark = text.startsWith(MARK) ? MARK : "";
        this.end = text.contains("\r\n") ? "\r\n" : "\n";
        this.lines = new ArrayList<>(
                text.substring(mark.length()).replace("\r\n", "\n").lines().toList());
    }

    /** The file is laid out in a way that cannot be changed line by line. */
    static final class Unusual extends RuntimeException {
        Unusual() {
            super("unusual layout", null, false, false);
        }
    }

    String text() {
        return mark + String.join(end, lines) + end;
    }

    /** Lines of the text, from the first to the one behind the last. */
    private record Extent(int from, int to) {}

    /** A node, and the lines on which it stands. */
    private record Found(YamlNode node, Extent extent) {}

    /**
     * Sets a value of a mapping, or takes it out.
     *
     * @param at keys and numbers that lead to the mapping; none for the whole file
     * @param before keys that stand before it, where it is new
     * @param literal the value as YAML; empty takes the key out
     */
    void put(List<Object> at, List<String> before, String key, Optional<String> literal) {
        Object expected = plain(root());
        if (at.size() == 1 && !(mapping(expected).get(at.get(0)) instanceof Map)) {
            literal.ifPresent(value -> open(expected, at.get(0).toString(), key, value));
            return;
        }
        Map<String, Object> holder = mapping(reach(expected, at));
        Found found = find(at);
        if (!(found.node() instanceof YamlNode.Mapping mapping)) {
            throw new Unusual();
        }
        Optional<YamlNode.Entry> entry = mapping.entry(key);
        if (entry.isPresent()) {
            Extent own = extent(mapping, entry.get(), found.extent());
            if (literal.isPresent()) {
                replace(entry.get(), own, literal.get());
            } else {
                remove(mapping, entry.get(), own);
            }
        } else if (literal.isPresent()) {
            insert(mapping, found.extent(), before, key + ": " + literal.get());
        }
        if (literal.isPresent()) {
            holder.put(key, value(literal.get()));
        } else {
            holder.remove(key);
        }
        require(expected);
    }

    /** Adds an item of keys and values at the end of a list of the file. */
    void add(String list, Map<String, String> literals) {
        Object expected = plain(root());
        Map<String, Object> item = new LinkedHashMap<>();
        literals.forEach((key, literal) -> item.put(key, value(literal)));
        YamlNode.Mapping mapping = top();
        Optional<YamlNode.Entry> entry = mapping.entry(list);
        List<Object> items = new ArrayList<>();
        if (entry.isPresent()
                && entry.get().value() instanceof YamlNode.Sequence sequence
                && !sequence.items().isEmpty()) {
            items.addAll(list(mapping(expected).get(list)));
            int indent = sequence.items().get(0).at().column() - 3;
            Extent own = extent(mapping, entry.get(), whole());
            lines.addAll(own.to(), block(Math.max(0, indent), literals));
        } else {
            entry.ifPresent(one -> cut(extent(mapping, one, whole())));
            int at = entry.map(one -> one.at().line() - 1).orElse(lines.size());
            List<String> block = new ArrayList<>(List.of(list + ":"));
            block.addAll(block(2, literals));
            lines.addAll(at, block);
        }
        items.add(item);
        mapping(expected).put(list, items);
        require(expected);
    }

    /** Takes an item out of a list of the file. @param number from 0 */
    void remove(String list, int number) {
        Object expected = plain(root());
        YamlNode.Mapping mapping = top();
        List<Object> items = new ArrayList<>(list(mapping(expected).get(list)));
        items.remove(number);
        mapping(expected).put(list, items);
        Found found = find(List.of(list, number));
        cut(found.extent());
        if (items.isEmpty()) {
            lines.set(mapping.entry(list).orElseThrow(Unusual::new).at().line() - 1, list + ": []");
        }
        require(expected);
    }

    private static List<String> block(int indent, Map<String, String> literals) {
        List<String> block = new ArrayList<>();
        String dash = " ".repeat(indent) + "- ";
        literals.forEach(
                (key, literal) -> block.add((block.isEmpty() ? dash : " ".repeat(indent + 2)) + key + ": " + literal));
        return block;
    }

    /** A group that is not there yet, or empty, with its first value. */
    private void open(Object expected, String group, String key, String literal) {
        top().entry(group).ifPresent(one -> cut(extent(top(), one, whole())));
        lines.add(group + ":");
        lines.add("  " + key + ": " + literal);
        Map<String, Object> holder = new LinkedHashMap<>();
        holder.put(key, value(literal));
        mapping(expected).put(group, holder);
        require(expected);
    }

    private void replace(YamlNode.Entry entry, Extent own, String literal) {
        String line = lines.get(own.from());
        String prefix = line.substring(0, entry.at().column() - 1);
        int colon = line.indexOf(':', prefix.length());
        Matcher rest = COMMENT.matcher(colon < 0 ? "" : line.substring(colon + 1));
        boolean single = own.to() - own.from() == 1 && entry.value() instanceof YamlNode.Scalar;
        String comment = single && rest.matches() && rest.group(1) != null ? rest.group(1) : "";
        cut(own);
        lines.add(own.from(), prefix + entry.key() + ": " + literal + comment);
    }

    private void remove(YamlNode.Mapping mapping, YamlNode.Entry entry, Extent own) {
        String prefix = lines.get(own.from()).substring(0, entry.at().column() - 1);
        cut(own);
        if (prefix.contains("-") && own.from() >= lines.size()) {
            throw new Unusual();
        }
        if (prefix.contains("-") && mapping.entries().size() > 1) {
            String next = lines.get(own.from());
            lines.set(own.from(), prefix + next.substring(Math.min(next.length(), prefix.length())));
        }
    }

    private void insert(YamlNode.Mapping mapping, Extent extent, List<String> before, String line) {
        if (mapping.entries().isEmpty()) {
            throw new Unusual();
        }
        int indent = mapping.entries().get(0).at().column() - 1;
        int first = mapping.entries().get(0).at().line() - 1;
        boolean dashed = lines.get(first).substring(0, indent).contains("-");
        int at = mapping.entries().stream()
                .filter(entry -> before.contains(entry.key()))
                .mapToInt(entry -> extent(mapping, entry, extent).to())
                .max()
                .orElseGet(() -> dashed ? trimmed(extent, indent).to() : first);
        lines.add(at, " ".repeat(indent) + line);
    }

    private void cut(Extent extent) {
        lines.subList(extent.from(), extent.to()).clear();
    }

    private Extent whole() {
        return new Extent(0, lines.size());
    }

    private YamlNode root() {
        var file = new SourceFile(NAME, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        var findings = new Findings();
        return YamlTree.read(file, findings)
                .filter(found -> !findings.hasErrors())
                .orElseThrow(Unusual::new);
    }

    private YamlNode.Mapping top() {
        if (root() instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw new Unusual();
    }

    private Found find(List<Object> at) {
        var found = new Found(root(), whole());
        for (Object step : at) {
            found = step instanceof Integer number ? item(found, number) : child(found, step.toString());
        }
        return found;
    }

    private Found child(Found parent, String key) {
        if (parent.node() instanceof YamlNode.Mapping mapping) {
            YamlNode.Entry entry = mapping.entry(key).orElseThrow(Unusual::new);
            return new Found(entry.value(), extent(mapping, entry, parent.extent()));
        }
        throw new Unusual();
    }

    private Found item(Found parent, int number) {
        if (parent.node() instanceof YamlNode.Sequence sequence
                && number < sequence.items().size()) {
            YamlNode node = sequence.items().get(number);
            if (node.at().line() - 1 <= parent.extent().from()) {
                // [{…}] on the line of its key
                throw new Unusual();
            }
            int to = number + 1 < sequence.items().size()
                    ? sequence.items().get(number + 1).at().line() - 1
                    : parent.extent().to();
            return new Found(
                    node,
                    trimmed(new Extent(node.at().line() - 1, to), node.at().column() - 1));
        }
        throw new Unusual();
    }

    private Extent extent(YamlNode.Mapping mapping, YamlNode.Entry entry, Extent parent) {
        int at = mapping.entries().indexOf(entry);
        int to = at + 1 < mapping.entries().size()
                ? mapping.entries().get(at + 1).at().line() - 1
                : parent.to();
        return trimmed(new Extent(entry.at().line() - 1, to), entry.at().column() - 1);
    }

    /** Without the blank lines and comments behind it: those belong to what follows. */
    private Extent trimmed(Extent extent, int indent) {
        int to = extent.to();
        while (to > extent.from() + 1 && isBetween(lines.get(to - 1), indent)) {
            to--;
        }
        if (to <= extent.from()) {
            throw new Unusual();
        }
        return new Extent(extent.from(), to);
    }

    private static boolean isBetween(String line, int indent) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#") && line.indexOf('#') <= indent;
    }

    private void require(Object expected) {
        if (!plain(root()).equals(expected)) {
            throw new Unusual();
        }
    }

    private static Object value(String literal) {
        var file = new SourceFile(NAME, ("value: " + literal + "\n").getBytes(StandardCharsets.UTF_8));
        YamlNode node = YamlTree.read(file, new Findings()).orElseThrow(Unusual::new);
        return mapping(plain(node)).get("value");
    }

    /** What a tree says, without where and how. */
    private static Object plain(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, Object> plain = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> plain.put(entry.key(), plain(entry.value())));
            return plain;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return new ArrayList<>(
                    sequence.items().stream().map(YamlEdit::plain).toList());
        }
        var scalar = (YamlNode.Scalar) node;
        return scalar.kind() + " " + scalar.text();
    }

    private static Object reach(Object plain, List<Object> at) {
        Object reached = plain;
        for (Object step : at) {
            reached = step instanceof Integer number
                    ? list(reached).get(number)
                    : mapping(reached).get(step);
        }
        return reached;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapping(Object plain) {
        if (plain instanceof Map) {
            return (Map<String, Object>) plain;
        }
        throw new Unusual();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object plain) {
        if (plain instanceof List) {
            return (List<Object>) plain;
        }
        throw new Unusual();
    }
}
