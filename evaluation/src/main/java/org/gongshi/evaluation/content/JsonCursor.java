package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.json.Json;

/** One value of a JSON document and the path to it: reads strictly, and every refusal names the path. */
record JsonCursor(Json value, String path) {

    static JsonCursor of(Json document) {
        return new JsonCursor(document, "");
    }

    ShapeFault fault(String problem) {
        return new ShapeFault(path.isEmpty() ? "." : path, problem);
    }

    /** Runs a constructor; what it refuses becomes a fault at this path. */
    <T> T make(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException refused) {
            throw fault("内容不成立：" + refused.getMessage());
        }
    }

    /** Insists on an object with exactly these fields: none missing (it may be {@code null}), none besides. */
    JsonCursor only(String... names) {
        Set<String> known = Set.of(names);
        for (String name : object().keySet()) {
            if (!known.contains(name)) {
                throw at(name).fault("未知的字段");
            }
        }
        for (String name : names) {
            if (!object().containsKey(name)) {
                throw at(name).fault("缺少该字段");
            }
        }
        return this;
    }

    boolean has(String name) {
        return object().containsKey(name);
    }

    JsonCursor at(String name) {
        String below = path.isEmpty() ? name : path + "." + name;
        return new JsonCursor(object().getOrDefault(name, Json.NULL), below);
    }

    Optional<JsonCursor> ifPresent(String name) {
        return Optional.of(at(name)).filter(below -> below.value != Json.NULL && !(below.value instanceof Json.Null));
    }

    Map<String, Json> object() {
        if (value instanceof Json.Obj object) {
            return object.fields();
        }
        throw fault("应为对象");
    }

    Stream<JsonCursor> items() {
        if (value instanceof Json.Arr array) {
            List<JsonCursor> items = new ArrayList<>();
            for (int index = 0; index < array.items().size(); index++) {
                items.add(new JsonCursor(array.items().get(index), path + "[" + index + "]"));
            }
            return items.stream();
        }
        throw fault("应为数组");
    }

    String text() {
        if (value instanceof Json.Str text && !text.value().isBlank()) {
            if (SourceFile.hasForbidden(text.value())) {
                throw fault("含有看不见的控制字符");
            }
            return text.value();
        }
        throw fault("应为非空文字");
    }

    /** A text that matches as a whole; otherwise the fault says which form was expected. */
    String text(String pattern, String form) {
        String text = text();
        if (!text.matches(pattern)) {
            throw fault("应为" + form);
        }
        return text;
    }

    BigDecimal decimal() {
        if (value instanceof Json.Num number) {
            return number.value();
        }
        throw fault("应为数");
    }

    long whole() {
        try {
            return decimal().longValueExact();
        } catch (ArithmeticException refused) {
            throw fault("应为整数");
        }
    }

    int small() {
        try {
            return Math.toIntExact(whole());
        } catch (ArithmeticException refused) {
            throw fault("数过大");
        }
    }

    boolean flag() {
        if (value instanceof Json.Bool flag) {
            return flag.value();
        }
        throw fault("应为 true 或 false");
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text("[12][0-9]{3}-[0-9]{2}-[0-9]{2}", "日期，形如 2025-03-31"));
        } catch (DateTimeParseException refused) {
            throw fault("应为日期，形如 2025-03-31");
        }
    }

    /** A word of a closed list. */
    <T> T word(Function<String, Optional<T>> lookup) {
        return word(text(), lookup);
    }

    <T> T word(String word, Function<String, Optional<T>> lookup) {
        return lookup.apply(word).orElseThrow(() -> fault("未知的值“" + word + "”"));
    }
}
