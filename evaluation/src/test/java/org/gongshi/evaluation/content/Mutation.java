package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.json.Json;

/** A valid tree with one thing changed. */
record Mutation(String title, YamlNode tree) {

    /** An unknown key in every mapping, every key taken away, every value exchanged for others of another type. */
    static List<Mutation> all(YamlNode root) {
        List<Mutation> mutations = new ArrayList<>();
        collect(root, tree -> tree, mutations);
        return mutations;
    }

    private static void collect(YamlNode node, Function<YamlNode, YamlNode> rebuild, List<Mutation> found) {
        String path = node.at().field();
        if (node instanceof YamlNode.Mapping mapping) {
            List<YamlNode.Entry> entries = mapping.entries();
            List<YamlNode.Entry> more = new ArrayList<>(entries);
            more.add(new YamlNode.Entry(node.at(), "fremd", new YamlNode.Scalar(node.at(), "x", false)));
            found.add(new Mutation("unknown key in " + path, rebuild.apply(new YamlNode.Mapping(node.at(), more))));
            for (int i = 0; i < entries.size(); i++) {
                int index = i;
                YamlNode.Entry entry = entries.get(i);
                found.add(new Mutation(
                        "without " + entry.at().field(),
                        rebuild.apply(new YamlNode.Mapping(node.at(), without(entries, index)))));
                collect(
                        entry.value(),
                        value -> rebuild.apply(new YamlNode.Mapping(
                                node.at(), with(entries, index, new YamlNode.Entry(entry.at(), entry.key(), value)))),
                        found);
            }
        } else if (node instanceof YamlNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                int index = i;
                collect(
                        sequence.items().get(i),
                        value -> rebuild.apply(new YamlNode.Sequence(node.at(), with(sequence.items(), index, value))),
                        found);
            }
        }
        for (YamlNode other : others(node)) {
            found.add(new Mutation(path + " becomes " + json(other), rebuild.apply(other)));
        }
    }

    private static List<YamlNode> others(YamlNode node) {
        var at = node.at();
        return List.of(
                new YamlNode.Mapping(at, List.of(new YamlNode.Entry(at, "fremd", new YamlNode.Scalar(at, "x", false)))),
                new YamlNode.Sequence(at, List.of(new YamlNode.Mapping(at, List.of()))),
                new YamlNode.Scalar(at, "", false),
                new YamlNode.Scalar(at, "true", false),
                new YamlNode.Scalar(at, " ", true),
                new YamlNode.Scalar(at, "-7.5", false));
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(index);
        return shorter;
    }

    private static <T> List<T> with(List<T> list, int index, T value) {
        List<T> changed = new ArrayList<>(list);
        changed.set(index, value);
        return changed;
    }

    /** What an editor takes a tree for: YAML 1.2, core schema. */
    static Json json(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, Json> fields = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> fields.put(entry.key(), json(entry.value())));
            return new Json.Obj(fields);
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return Json.array(sequence.items().stream().map(Mutation::json).toList());
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        return switch (scalar.kind()) {
            case TEXT -> Json.of(scalar.text());
            case NUMBER -> Json.of(new BigDecimal(scalar.text()));
            case BOOL -> Json.of(scalar.text().equalsIgnoreCase("true"));
            case EMPTY -> Json.NULL;
        };
    }
}
