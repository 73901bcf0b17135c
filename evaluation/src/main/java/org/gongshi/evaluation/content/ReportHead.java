package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.source.MarkdownFile;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.Subject;

/**
 * The front matter of {@code report.md} as a form (报告要素表): title, grade, standards and their grounds, document, date and index number.
 * The text of the report stays as it is, whatever is filled in here.
 */
@Article(13)
public final class ReportHead {
    /** What a field holds. */
    public enum Form {
        TEXT,
        DATE,
        GRADE,
        STANDARDS
    }

    /** A field, in the order of the file. */
    public record Field(String key, Form form, boolean needed) {}

    public static final List<Field> FIELDS = List.of(
            new Field("title", Form.TEXT, true),
            new Field("grade", Form.GRADE, true),
            new Field("standards", Form.STANDARDS, true),
            new Field("standardsBasis", Form.TEXT, true),
            new Field("gradeReason", Form.TEXT, false),
            new Field("document", Form.TEXT, true),
            new Field("drawnUp", Form.DATE, true),
            new Field("index", Form.TEXT, true));

    /** What a report that nobody has handed in yet begins with; the figures are filled in by the build. */
    private static final String SKELETON = """
            ## 一、总体评价

            加权分数 {{加权分数}} 分，评价等级{{等级}}。

            ## 二、主要成效

            （待填写）

            ## 三、存在问题

            共 {{问题数}} 项，见问题清单。

            ## 四、意见建议

            （待填写）
            """;

    private static final String FENCE = "---";

    private ReportHead() {}

    /** What is filled in already; nothing where there is no report, or one whose head cannot be read. */
    public static Map<String, String> read(ContentFolder folder, Subject subject) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<YamlNode> head = file(folder, subject)
                .flatMap(file -> MarkdownFile.read(file, new Findings()))
                .map(MarkdownFile::frontMatter);
        if (head.isPresent() && head.get() instanceof YamlNode.Mapping mapping) {
            for (Field field : FIELDS) {
                mapping.entry(field.key())
                        .map(YamlNode.Entry::value)
                        .filter(YamlNode.Scalar.class::isInstance)
                        .map(node -> ((YamlNode.Scalar) node).text())
                        .ifPresent(text -> values.put(field.key(), text));
            }
        }
        return values;
    }

    private static Optional<SourceFile> file(ContentFolder folder, Subject subject) {
        return folder.openIfPresent(ContentPaths.report(subject), new Findings());
    }

    /**
     * The bytes of the file with that head. What is empty stands as an empty key where it is needed, and is left out elsewhere; what
     * stays as it was keeps its line, and the text after the head keeps every byte.
     */
    public static byte[] bytes(ContentFolder folder, Subject subject, Map<String, String> values) {
        Map<String, String> before = read(folder, subject);
        List<String> lines = file(folder, subject)
                .flatMap(file -> file.text(new Findings()))
                .map(text -> List.of(text.split("\\R", -1)))
                .orElse(List.of());
        int end = end(lines);
        var text = new StringBuilder(FENCE).append('\n');
        for (Field field : FIELDS) {
            String value = values.getOrDefault(field.key(), "");
            Optional<String> kept = lines.subList(0, end).stream()
                    .filter(line -> line.startsWith(field.key() + ": "))
                    .filter(line -> value.equals(before.get(field.key())) && !line.matches(".*: [|>].*"))
                    .findFirst();
            if (kept.isPresent()) {
                text.append(kept.get()).append('\n');
            } else if (!value.isEmpty()) {
                String shown = field.form() == Form.TEXT ? YamlLines.text(value) : value;
                text.append(field.key()).append(": ").append(shown).append('\n');
            } else if (field.needed()) {
                text.append(field.key()).append(":\n");
            }
        }
        text.append(FENCE).append('\n');
        String body = end == 0 ? "\n" + SKELETON : String.join("\n", lines.subList(end + 1, lines.size()));
        return text.append(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Number of the line that ends the head; 0 without a head. */
    private static int end(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).stripTrailing().equals(FENCE)) {
            return 0;
        }
        for (int at = 1; at < lines.size(); at++) {
            if (lines.get(at).stripTrailing().equals(FENCE)) {
                return at;
            }
        }
        return 0;
    }
}
