package org.gongshi.evaluation.content.source;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;

/**
 * The form in which a single value must be written: the same for a YAML scalar and for a CSV cell.
 *
 * @param expected what is expected, in Chinese, as the object of 应为
 * @param kinds what YAML may take the scalar for
 * @param parse the value of a text, or empty
 * @param hint how to mend a text that has none
 */
public record Form<T>(
        String expected, Set<YamlNode.Kind> kinds, Function<String, Optional<T>> parse, Function<String, String> hint) {
    public Form {
        Objects.requireNonNull(expected, "expected");
        kinds = EnumSet.copyOf(kinds);
        Objects.requireNonNull(parse, "parse");
        Objects.requireNonNull(hint, "hint");
    }

    /** The value of a node; empty, with a finding, when it is not written in this form. */
    public Optional<T> read(YamlNode node, Findings findings) {
        if (node instanceof YamlNode.Scalar scalar && kinds.contains(scalar.kind())) {
            return read(scalar.text(), scalar.at(), scalar.described(), findings);
        }
        findings.error(node.at(), "应为" + expected + "，此处是" + node.described(), kindHint(node));
        return Optional.empty();
    }

    /** The value of a cell; empty, with a finding, when it is not written in this form. */
    public Optional<T> read(String cell, Location at, Findings findings) {
        return read(cell, at, cell.isBlank() ? "空格" : "“" + Shown.of(cell) + "”", findings);
    }

    /** The same form, narrowed. */
    public Form<T> where(String narrower, java.util.function.Predicate<T> condition) {
        return new Form<>(narrower, kinds, text -> parse.apply(text).filter(condition), hint);
    }

    private Optional<T> read(String text, Location at, String described, Findings findings) {
        Optional<T> value = parse.apply(text);
        if (value.isEmpty()) {
            findings.error(at, "应为" + expected + "，此处是" + described, hint.apply(text));
        }
        return value;
    }

    private String kindHint(YamlNode node) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            return "";
        }
        if (scalar.kind() == YamlNode.Kind.EMPTY) {
            return "请填写内容，或删去这个键（如果它是可选的）";
        }
        boolean quotedNumber = scalar.quoted() && !kinds.contains(YamlNode.Kind.TEXT);
        return quotedNumber ? "请去掉引号" : hint.apply(scalar.text());
    }
}
