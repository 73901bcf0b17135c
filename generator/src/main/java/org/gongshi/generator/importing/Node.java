package org.gongshi.generator.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongshi.evaluation.content.source.YamlNode;

/** A content file between sheets and YAML; grows while it is put together within one import. */
sealed interface Node {

    /** A value and the cell it came from. */
    record Leaf(String text, Column.Type type, CellAt at) implements Node {}

    /** A list. */
    record Items(List<Node> nodes) implements Node {
        Items() {
            this(new ArrayList<>());
        }
    }

    /** Keys and values in their order. */
    record Keys(Map<String, Node> nodes) implements Node {
        Keys() {
            this(new LinkedHashMap<>());
        }

        /** The mapping below that key, made when it is not there. */
        Keys keys(String key) {
            return (Keys) nodes.computeIfAbsent(key, absent -> new Keys());
        }

        Items items(String key) {
            return (Items) nodes.computeIfAbsent(key, absent -> new Items());
        }

        /** Puts a value at a dotted path. */
        void put(String path, Node value) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                nodes.put(path, value);
            } else {
                keys(path.substring(0, dot)).put(path.substring(dot + 1), value);
            }
        }
    }

    /** The bare values, for comparing: maps, lists and texts. */
    static Object plain(Node node) {
        if (node instanceof Leaf leaf) {
            return leaf.text();
        }
        if (node instanceof Items items) {
            return items.nodes().stream().map(Node::plain).toList();
        }
        return ((Keys) node)
                .nodes().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> plain(entry.getValue())));
    }

    /** The bare values of a file as it was read. */
    static Object plain(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream().map(Node::plain).toList();
        }
        return ((YamlNode.Mapping) node)
                .entries().stream().collect(Collectors.toMap(YamlNode.Entry::key, entry -> plain(entry.value())));
    }
}
