package org.gongshi.evaluation.content.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;

/**
 * Reads the keys of one mapping and reports every fault: missing and unknown keys, wrong types, wrong values. A reader asks for
 * all keys first and calls {@link #build} last.
 */
public final class Fields {
    private final YamlNode.Mapping mapping;
    private final Findings findings;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Field<?>> asked = new ArrayList<>();
    private boolean rejected;

    private Fields(YamlNode.Mapping mapping, Findings findings) {
        this.mapping = mapping;
        this.findings = findings;
    }

    /** The keys of a node; empty, with a finding, when it is no mapping. */
    public static Optional<Fields> of(YamlNode node, Findings findings) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(new Fields(mapping, findings));
        }
        findings.error(node.at(), "应为键值组，此处是" + node.described(), "请写成“键: 值”，每行一个");
        return Optional.empty();
    }

    /** Where the mapping begins. */
    public Location at() {
        return mapping.at();
    }

    /** A key that must be there. */
    public <T> Field<T> required(String key, Form<T> form) {
        return required(key, form::read);
    }

    /** A key that must be there, read by a reader of its own. */
    public <T> Field<T> required(String key, BiFunction<YamlNode, Findings, Optional<T>> reader) {
        known.add(key);
        Optional<YamlNode> node = mapping.entry(key).map(YamlNode.Entry::value);
        if (node.isEmpty()) {
            findings.error(of(key), "缺少键“" + key + "”", "请补上 " + key + ": …");
        }
        return ask(node.flatMap(present -> reader.apply(present, findings)), key);
    }

    /** A key that may be absent. */
    public <T> Field<Optional<T>> optional(String key, Form<T> form) {
        return optional(key, form::read);
    }

    /** A key that may be absent, read by a reader of its own. */
    public <T> Field<Optional<T>> optional(String key, BiFunction<YamlNode, Findings, Optional<T>> reader) {
        known.add(key);
        Optional<YamlNode> node = mapping.entry(key).map(YamlNode.Entry::value);
        if (node.isEmpty()) {
            return ask(Optional.of(Optional.empty()), key);
        }
        return ask(reader.apply(node.get(), findings).map(Optional::of), key);
    }

    /** A mapping under a key that must be there. */
    public <T> Field<T> mapping(String key, Function<Fields, Optional<T>> reader) {
        return required(key, (node, found) -> of(node, found).flatMap(reader));
    }

    /** A mapping under a key that may be absent. */
    public <T> Field<Optional<T>> optionalMapping(String key, Function<Fields, Optional<T>> reader) {
        return optional(key, (node, found) -> of(node, found).flatMap(reader));
    }

    /** A list of mappings under a key that must be there. */
    public <T> Field<List<T>> mappings(String key, Function<Fields, Optional<T>> reader) {
        return required(key, listOf((node, found) -> of(node, found).flatMap(reader)));
    }

    /** A list of single values under a key that must be there. */
    public <T> Field<List<T>> list(String key, Form<T> form) {
        return required(key, listOf(form::read));
    }

    /** A mapping whose keys are data; every value in one form. */
    public List<YamlNode.Entry> entries() {
        return mapping.entries();
    }

    /** Whether the mapping has that key, so that a reader may choose what to ask for. */
    public boolean has(String key) {
        return mapping.entry(key).isPresent();
    }

    /** The single value of a key as it is written, when it has one. */
    public Optional<String> word(String key) {
        return mapping.entry(key)
                .map(YamlNode.Entry::value)
                .filter(YamlNode.Scalar.class::isInstance)
                .map(value -> ((YamlNode.Scalar) value).text());
    }

    /** Reports a fault that lies between fields; the mapping will not be built. */
    public void reject(Location at, String message, String hint) {
        findings.error(at, message, hint);
        rejected = true;
    }

    /** The object, unless something was wrong with the mapping. Unknown keys are reported here. */
    public <T> Optional<T> build(Supplier<T> maker) {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                reject(entry.at(), "未知的键“" + Shown.of(entry.key()) + "”", Closest.hint(entry.key(), known));
            }
        }
        return isSound() ? Optional.of(maker.get()) : Optional.empty();
    }

    /** Whether all that was asked for so far was right. */
    public boolean isSound() {
        return !rejected && asked.stream().noneMatch(Field::isFaulty);
    }

    /** Where a key's value stands, or the mapping when the key is absent; the field is named in either case. */
    public Location of(String key) {
        return mapping.entry(key).map(entry -> entry.value().at()).orElseGet(() -> {
            Location at = mapping.at();
            String path = at.field().isEmpty() ? key : at.field() + "." + key;
            return new Location(at.file(), at.line(), at.column(), path);
        });
    }

    /** Where a value below this mapping stands, by its path from here; the mapping when there is none. */
    public Location below(String path) {
        String full = mapping.at().field().isEmpty() ? path : mapping.at().field() + "." + path;
        return locate(mapping, full).orElse(mapping.at());
    }

    /** Every single value below this mapping whose key is that one, in the order of the file. */
    public List<YamlNode.Scalar> scalarsNamed(String key) {
        List<YamlNode.Scalar> found = new ArrayList<>();
        collect(mapping, key, found);
        return List.copyOf(found);
    }

    private static void collect(YamlNode node, String key, List<YamlNode.Scalar> found) {
        if (node instanceof YamlNode.Sequence inner) {
            inner.items().forEach(item -> collect(item, key, found));
        } else if (node instanceof YamlNode.Mapping inner) {
            for (YamlNode.Entry entry : inner.entries()) {
                if (entry.key().equals(key) && entry.value() instanceof YamlNode.Scalar scalar) {
                    found.add(scalar);
                }
                collect(entry.value(), key, found);
            }
        }
    }

    private static Optional<Location> locate(YamlNode node, String path) {
        if (node.at().field().equals(path)) {
            return Optional.of(node.at());
        }
        if (node instanceof YamlNode.Mapping inner) {
            return inner.entries().stream()
                    .flatMap(entry -> locate(entry.value(), path).stream())
                    .findFirst();
        }
        if (node instanceof YamlNode.Sequence inner) {
            return inner.items().stream()
                    .flatMap(item -> locate(item, path).stream())
                    .findFirst();
        }
        return Optional.empty();
    }

    private <T> Field<T> ask(Optional<T> value, String key) {
        Field<T> field = new Field<>(value, of(key));
        asked.add(field);
        return field;
    }

    private static <T> BiFunction<YamlNode, Findings, Optional<List<T>>> listOf(
            BiFunction<YamlNode, Findings, Optional<T>> reader) {
        return (node, findings) -> {
            if (!(node instanceof YamlNode.Sequence sequence)) {
                findings.error(node.at(), "应为列表，此处是" + node.described(), "请写成每行一个“- …”；没有内容时写 []");
                return Optional.empty();
            }
            List<Optional<T>> items = sequence.items().stream()
                    .map(item -> reader.apply(item, findings))
                    .toList();
            return items.stream().allMatch(Optional::isPresent)
                    ? Optional.of(items.stream().flatMap(Optional::stream).toList())
                    : Optional.empty();
        };
    }
}
