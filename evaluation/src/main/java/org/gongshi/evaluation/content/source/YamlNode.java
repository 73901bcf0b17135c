package org.gongshi.evaluation.content.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.evaluation.finding.Location;

/** A YAML value with its position: the tree that every reader walks. Plain YAML only, so a tree has no cycles. */
public sealed interface YamlNode {

    /** Where it begins, with the path of its field. */
    Location at();

    /** What stands there, in Chinese, for messages. */
    String described();

    /** What YAML 1.2 (core schema) makes of a scalar. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOL,
        EMPTY
    }

    /**
     * A single value.
     *
     * @param text as written, without quotes and escapes
     * @param quoted whether it stood in quotes or as a block text, so that it is text whatever it looks like
     */
    record Scalar(Location at, String text, boolean quoted) implements YamlNode {
        private static final Pattern EMPTY = Pattern.compile("|~|null|Null|NULL");
        private static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");
        private static final Pattern NUMBER =
                Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
                        + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
        private static final int LONGEST_NUMBER = 64;

        public Scalar {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(text, "text");
        }

        public Kind kind() {
            if (quoted || text.length() > LONGEST_NUMBER) {
                return Kind.TEXT;
            }
            if (EMPTY.matcher(text).matches()) {
                return Kind.EMPTY;
            }
            if (BOOL.matcher(text).matches()) {
                return Kind.BOOL;
            }
            return NUMBER.matcher(text).matches() ? Kind.NUMBER : Kind.TEXT;
        }

        @Override
        public String described() {
            return switch (kind()) {
                case EMPTY -> "空值";
                case NUMBER -> "数字 " + Shown.of(text);
                case BOOL -> "是非值 " + text;
                case TEXT -> "文字“" + Shown.of(text) + "”";
            };
        }
    }

    /** A list. */
    record Sequence(Location at, List<YamlNode> items) implements YamlNode {
        public Sequence {
            Objects.requireNonNull(at, "at");
            items = List.copyOf(items);
        }

        @Override
        public String described() {
            return "列表";
        }
    }

    /** A mapping; keys are distinct and in the order of the file. */
    record Mapping(Location at, List<Entry> entries) implements YamlNode {
        public Mapping {
            Objects.requireNonNull(at, "at");
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        @Override
        public String described() {
            return "键值组";
        }
    }

    /**
     * A key and its value.
     *
     * @param at where the key stands
     */
    record Entry(Location at, String key, YamlNode value) {
        public Entry {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }
    }
}
