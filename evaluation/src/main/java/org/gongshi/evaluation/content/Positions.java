package org.gongshi.evaluation.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gongshi.evaluation.content.source.CsvRow;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.finding.Location;

/**
 * Where each field of a file stands, by its path such as {@code problems[2].deadline}, so that a check on typed values can name
 * line and column. An absent field stands where its parent stands. Immutable.
 */
public final class Positions {
    private final Location whole;
    private final Optional<YamlNode> tree;
    private final Map<String, Location> byField;

    private Positions(Location whole, Optional<YamlNode> tree, Map<String, Location> byField) {
        this.whole = whole;
        this.tree = tree;
        this.byField = Map.copyOf(byField);
    }

    /** Every field leads to the file as a whole. */
    public static Positions ofFile(String name) {
        return new Positions(Location.of(name), Optional.empty(), Map.of());
    }

    /** The fields of a tree or of a part of one, by their paths from there. */
    static Positions of(YamlNode node) {
        Map<String, Location> found = new HashMap<>();
        collect(node, node.at().field().length(), found);
        return new Positions(node.at(), Optional.of(node), found);
    }

    /** The fields of rows by the name of each row, as {@code A1-01.points}. */
    static Positions of(String file, Map<String, CsvRow> rows, Iterable<String> columns) {
        Map<String, Location> found = new HashMap<>();
        rows.forEach((name, row) -> {
            found.put(name, row.at());
            columns.forEach(column -> found.put(name + "." + column, row.at(column)));
        });
        return new Positions(Location.of(file), Optional.empty(), found);
    }

    /** Where that field stands, or its nearest parent that is there. */
    public Location at(String field) {
        Location found = find(field);
        return new Location(found.file(), found.line(), found.column(), field);
    }

    /** The index of the item with that text in the list under a key; 0 when there is none. */
    int indexOf(String list, String text) {
        return index(
                list,
                item -> item instanceof YamlNode.Scalar scalar && scalar.text().equals(text));
    }

    /** The index of the mapping with that text under its key in the list under a key; 0 when there is none. */
    int indexOf(String list, String key, String text) {
        return index(
                list,
                item -> item instanceof YamlNode.Mapping mapping
                        && mapping.entry(key).isPresent()
                        && mapping.entry(key).get().value() instanceof YamlNode.Scalar scalar
                        && scalar.text().equals(text));
    }

    private int index(String list, Predicate<YamlNode> wanted) {
        Optional<YamlNode.Sequence> items = tree.filter(YamlNode.Mapping.class::isInstance)
                .flatMap(root -> ((YamlNode.Mapping) root).entry(list))
                .map(YamlNode.Entry::value)
                .filter(YamlNode.Sequence.class::isInstance)
                .map(YamlNode.Sequence.class::cast);
        List<YamlNode> all = items.map(YamlNode.Sequence::items).orElse(List.of());
        return IntStream.range(0, all.size())
                .filter(i -> wanted.test(all.get(i)))
                .findFirst()
                .orElse(0);
    }

    /** The tree as it was read, where the file is YAML. */
    Optional<YamlNode> tree() {
        return tree;
    }

    private Location find(String field) {
        String path = field;
        while (!path.isEmpty()) {
            Location found = byField.get(path);
            if (found != null) {
                return found;
            }
            path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
        }
        return whole;
    }

    private static void collect(YamlNode node, int prefix, Map<String, Location> found) {
        String path = node.at().field().substring(prefix);
        found.put(path.startsWith(".") ? path.substring(1) : path, node.at());
        if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> collect(item, prefix, found));
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> collect(entry.value(), prefix, found));
        }
    }
}
