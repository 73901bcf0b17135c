package org.gongshi.evaluation.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value (RFC 8259), immutable. Objects keep the order of their fields; numbers are exact decimals, so that a
 * figure is written exactly as it was read.
 */
public sealed interface Json {

    /** The JSON {@code null}. */
    Json NULL = new Null();

    /** An object; field order is kept. */
    record Obj(Map<String, Json> fields) implements Json {
        public Obj {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** The field of that name, or empty when it is absent or {@code null}. */
        public Optional<Json> field(String name) {
            return Optional.ofNullable(fields.get(name)).filter(value -> !(value instanceof Null));
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A text. */
    record Str(String value) implements Json {}

    /** A number, exact. */
    record Num(BigDecimal value) implements Json {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Json {}

    /** The JSON {@code null}. */
    record Null() implements Json {}

    static Json of(String value) {
        return value == null ? NULL : new Str(value);
    }

    static Json of(BigDecimal value) {
        return value == null ? NULL : new Num(value);
    }

    static Json of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    static Json of(boolean value) {
        return new Bool(value);
    }

    /** A double as the shortest decimal that reads back as the same double; NaN and infinities become {@code null}. */
    static Json of(double value) {
        return Double.isFinite(value) ? new Num(new BigDecimal(Double.toString(value))) : NULL;
    }

    static Json array(List<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    /** Starts an object whose fields appear in the order in which they are put. */
    static ObjectBuilder object() {
        return new ObjectBuilder();
    }

    /** Collects the fields of one object. */
    final class ObjectBuilder {
        private final Map<String, Json> fields = new LinkedHashMap<>();

        private ObjectBuilder() {}

        /** Puts a field.
         * @throws IllegalArgumentException when the object has the field already */
        public ObjectBuilder put(String name, Json value) {
            if (fields.putIfAbsent(name, value == null ? NULL : value) != null) {
                throw new IllegalArgumentException("field twice: " + name);
            }
            return this;
        }

        public ObjectBuilder put(String name, String value) {
            return put(name, of(value));
        }

        public ObjectBuilder put(String name, BigDecimal value) {
            return put(name, of(value));
        }

        public ObjectBuilder put(String name, long value) {
            return put(name, of(value));
        }

        public ObjectBuilder put(String name, boolean value) {
            return put(name, of(value));
        }

        public Obj build() {
            return new Obj(fields);
        }
    }
}
