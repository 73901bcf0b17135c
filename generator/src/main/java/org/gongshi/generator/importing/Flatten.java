package org.gongshi.generator.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongshi.evaluation.content.source.YamlNode;

/** The tree of a YAML file into sheets. */
final class Flatten {
    private Flatten() {}

    /** The rows of one sheet, each with the texts of its columns. */
    static List<Map<String, String>> rows(YamlNode root, Table table) {
        if (table.path().isEmpty()) {
            return List.of(row(root, table));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        if (table.outer().isEmpty()) {
            list(root, table.path()).forEach(item -> rows.add(row(item, table)));
        } else if (table.parent().isEmpty()) {
            at(root, table.outer())
                    .ifPresent(outer -> list(outer, table.list()).forEach(item -> rows.add(row(item, table))));
        } else {
            for (YamlNode outer : list(root, table.outer())) {
                for (YamlNode item : list(outer, table.list())) {
                    Map<String, String> row = row(item, table);
                    row.put(table.columns().get(0).path(), text(at(outer, table.parent())));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static Map<String, String> row(YamlNode item, Table table) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            String text = text(at(item, column.path()));
            if (!text.isEmpty()) {
                row.put(column.path(), text);
            }
        }
        return row;
    }

    private static List<YamlNode> list(YamlNode node, String key) {
        return at(node, key)
                .filter(YamlNode.Sequence.class::isInstance)
                .map(sequence -> ((YamlNode.Sequence) sequence).items())
                .orElse(List.of());
    }

    private static Optional<YamlNode> at(YamlNode node, String path) {
        Optional<YamlNode> at = Optional.of(node);
        for (String key : path.split("\\.")) {
            at = at.filter(YamlNode.Mapping.class::isInstance)
                    .flatMap(mapping -> ((YamlNode.Mapping) mapping).entry(key))
                    .map(YamlNode.Entry::value);
        }
        return at;
    }

    /** A single value, or the values of a list one a line. */
    private static String text(Optional<YamlNode> node) {
        if (node.isPresent() && node.get() instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        if (node.isPresent() && node.get() instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> text(Optional.of(item)))
                    .collect(Collectors.joining("\n"));
        }
        return "";
    }
}
