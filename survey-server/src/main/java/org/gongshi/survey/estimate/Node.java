package org.gongshi.survey.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gongshi.evaluation.json.Json;

/** A value of design.json that knows where it stands, so that every fault names its field. */
record Node(String path, Json value) {

    /** The field of that name, when it is there and not null. */
    Optional<Node> field(String name) {
        if (!(value instanceof Json.Obj object)) {
            throw fault("is " + kind() + "", "an object with the field \"" + name + "\"", "write { ... }");
        }
        return object.field(name).map(found -> new Node(child(name), found));
    }

    Node required(String name) {
        return field(name).orElseThrow(() -> fault("has no \"" + name + "\"", "the field \"" + name + "\"", "add it"));
    }

    String text(String name) {
        return required(name).asText();
    }

    Optional<String> optionalText(String name) {
        return field(name).map(Node::asText);
    }

    double number(String name) {
        return required(name).asNumber();
    }

    OptionalDouble optionalNumber(String name) {
        return field(name).map(found -> OptionalDouble.of(found.asNumber())).orElse(OptionalDouble.empty());
    }

    boolean flag(String name) {
        Optional<Node> found = field(name);
        if (found.isEmpty()) {
            return false;
        }
        if (found.get().value() instanceof Json.Bool bool) {
            return bool.value();
        }
        throw found.get().fault("is " + found.get().kind(), "true or false", "write true or false without quotes");
    }

    /** The items of a list field; none when the field is absent. A single value counts as a list of one. */
    List<Node> list(String name) {
        return field(name).map(Node::items).orElse(List.of());
    }

    List<String> texts(String name) {
        return list(name).stream().map(Node::asText).toList();
    }

    /** As {@link #texts}, but at least one. */
    List<String> someTexts(String name) {
        List<String> texts = texts(name);
        if (texts.isEmpty()) {
            throw fault("\"" + name + "\" is missing or empty", "a list of at least one name", "name them");
        }
        return texts;
    }

    List<Node> items() {
        if (!(value instanceof Json.Arr array)) {
            return List.of(this);
        }
        List<Node> items = new ArrayList<>();
        for (int index = 0; index < array.items().size(); index++) {
            items.add(new Node(path + "[" + index + "]", array.items().get(index)));
        }
        return items;
    }

    String asText() {
        if (value instanceof Json.Str text) {
            return text.value();
        }
        throw fault("is " + kind(), "a text", "put it in double quotes");
    }

    double asNumber() {
        if (value instanceof Json.Num number) {
            return number.value().doubleValue();
        }
        throw fault("is " + kind(), "a number", "write it without quotes");
    }

    /** A text, or a number in its shortest form: how a category is written. */
    String asCode() {
        return value instanceof Json.Num number ? Codes.of(number.value().doubleValue()) : asText();
    }

    CaseFault fault(String what, String expected, String mend) {
        return new CaseFault(path, what, expected, mend);
    }

    private String child(String name) {
        return path.endsWith(": ") ? path + name : path + "." + name;
    }

    private String kind() {
        if (value instanceof Json.Obj) {
            return "an object";
        }
        if (value instanceof Json.Arr) {
            return "a list";
        }
        if (value instanceof Json.Str text) {
            return "the text \"" + text.value() + "\"";
        }
        if (value instanceof Json.Num number) {
            return "the number " + number.value().toPlainString();
        }
        return value instanceof Json.Bool bool ? String.valueOf(bool.value()) : "null";
    }
}
