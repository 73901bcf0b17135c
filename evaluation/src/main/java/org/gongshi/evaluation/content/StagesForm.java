package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.Subject;

/**
 * {@code stages.yaml} as a form (各环节登记表): what has happened so far is filled in, group by group, in the course of the year. A field
 * is named {@code group.key}.
 */
@Article({8, 9, 10, 11, 12})
public final class StagesForm {
    private static final String HEAD =
            "# 自评、监测、实地检查、反馈、整改、复查的办理情况\n# yaml-language-server: $schema=../../../../../evaluation/"
                    + "src/main/resources/org/gongshi/evaluation/content/schema/stages.schema.json\n";

    /** What a field holds. */
    public enum Form {
        DATE,
        TEXT,
        COUNT
    }

    /**
     * A field of a group.
     *
     * @param needed whether the group is not complete without it
     */
    public record Field(String key, Form form, boolean needed) {}

    /**
     * A step of the year.
     *
     * @param article of the regulation
     */
    public record Group(String key, int article, List<Field> fields) {
        public Group {
            fields = List.copyOf(fields);
        }

        /** Whether everything that it needs is filled in. */
        public boolean isComplete(Map<String, String> values) {
            return fields.stream()
                    .filter(Field::needed)
                    .noneMatch(field ->
                            values.getOrDefault(key + "." + field.key(), "").isEmpty());
        }
    }

    /** In the order of the file. */
    public static final List<Group> GROUPS = List.of(
            new Group(
                    "selfEvaluation",
                    8,
                    List.of(
                            date("received"),
                            text("document"),
                            text("signedBy"),
                            text("truthfulness"),
                            new Field("digest", Form.TEXT, false))),
            new Group("monitoring", 9, List.of(date("from"), date("to"), text("agency"), text("report"))),
            new Group(
                    "inspection",
                    10,
                    List.of(date("from"), date("to"), new Field("team", Form.COUNT, true), text("method"))),
            new Group("feedback", 11, List.of(date("date"), text("document"))),
            new Group("rectification", 12, List.of(date("plan"), date("due"), new Field("reported", Form.DATE, false))),
            new Group("recheck", 12, List.of(date("date"), text("conclusion"))));

    private StagesForm() {}

    private static Field date(String key) {
        return new Field(key, Form.DATE, true);
    }

    private static Field text(String key) {
        return new Field(key, Form.TEXT, true);
    }

    /** What is filled in already; nothing where there is no file, or one that cannot be read. */
    public static Map<String, String> read(ContentFolder folder, Subject subject) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<YamlNode> root = folder.openIfPresent(ContentPaths.stages(subject), new Findings())
                .flatMap(file -> YamlTree.read(file, new Findings()));
        for (Group group : GROUPS) {
            Optional<YamlNode> inner = root.flatMap(node -> value(node, group.key()));
            for (Field field : group.fields()) {
                inner.flatMap(node -> value(node, field.key()))
                        .filter(YamlNode.Scalar.class::isInstance)
                        .ifPresent(
                                node -> values.put(group.key() + "." + field.key(), ((YamlNode.Scalar) node).text()));
            }
        }
        return values;
    }

    private static Optional<YamlNode> value(YamlNode node, String key) {
        return node instanceof YamlNode.Mapping mapping
                ? mapping.entry(key).map(YamlNode.Entry::value)
                : Optional.empty();
    }

    /** The bytes of the file; a group of which nothing is filled in is left out. */
    public static byte[] bytes(ContentFolder folder, Subject subject, Map<String, String> values) {
        Optional<SourceFile> before = folder.openIfPresent(ContentPaths.stages(subject), new Findings());
        var text = new StringBuilder(YamlLines.head(before, HEAD));
        boolean any = false;
        for (Group group : GROUPS) {
            var lines = new StringBuilder();
            for (Field field : group.fields()) {
                String value = values.getOrDefault(group.key() + "." + field.key(), "");
                if (!value.isEmpty()) {
                    String shown = field.form() == Form.TEXT ? YamlLines.text(value) : YamlLines.scalar(value);
                    lines.append("  ")
                            .append(field.key())
                            .append(": ")
                            .append(shown)
                            .append('\n');
                }
            }
            if (lines.length() > 0) {
                any = true;
                text.append(group.key()).append(":\n").append(lines);
            }
        }
        return (any ? text.toString() : text + "{}\n").getBytes(StandardCharsets.UTF_8);
    }
}
