package org.gongshi.evaluation.content;

import java.util.HashMap;
import java.util.Map;
import org.gongshi.evaluation.content.source.CsvRow;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.finding.Location;

/**
 * Where each field of a file stands, by its path such as {@code problems[2].deadline}, so that a check on typed values can name
 * line and column. An absent field stands where its parent stands. Immutable.
 */
public final class Positions {
    private final Location whole;
    private final Map<String, Location> byField;

    private Positions(Location whole, Map<String, Location> byField) {
        this.whole = whole;
        this.byField = Map.copyOf(byField);
    }

    /** Every field leads to the file as a whole. */
    public static Positions ofFile(String name) {
        return new Positions(Location.of(name), Map.of());
    }

    /** The fields of a tree. */
    static Positions of(YamlNode root) {
        Map<String, Location> found = new HashMap<>();
        collect(root, found);
        return new Positions(root.at(), found);
    }

    /** The fields of rows by the name of each row, as {@code A1-01.points}. */
    static Positions of(String file, Map<String, CsvRow> rows, Iterable<String> columns) {
        Map<String, Location> found = new HashMap<>();
        rows.forEach((name, row) -> {
            found.put(name, row.at());
            columns.forEach(column -> found.put(name + "." + column, row.at(column)));
        });
        return new Positions(Location.of(file), found);
    }

    /** Where that field stands, or its nearest parent that is there. */
    public Location at(String field) {
        String path = field;
        while (!path.isEmpty()) {
            Location found = byField.get(path);
            if (found != null) {
                return new Location(found.file(), found.line(), found.column(), field);
            }
            path = path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
        }
        return new Location(whole.file(), whole.line(), whole.column(), field);
    }

    private static void collect(YamlNode node, Map<String, Location> found) {
        found.put(node.at().field(), node.at());
        if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> collect(item, found));
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> collect(entry.value(), found));
        }
    }
}
