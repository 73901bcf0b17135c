package org.gongshi.evaluation.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.MarkdownFile;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;

/** A notice of {@code notices/} as a form (公告登记): title, day and text. What the head holds besides keeps every byte. */
@Article({7, 13})
public final class NoticeForm {
    /** What a notice is called in its address. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    private static final String FENCE = "---";
    private static final String BODY = "body";
    private static final List<String> HEAD = List.of("title", "date");

    private NoticeForm() {}

    /** Where a notice lies. */
    public static String path(String name) {
        return ContentPaths.NOTICES + "/" + name + ".md";
    }

    /** Names of the notices, the last name first. */
    public static List<String> names(ContentFolder folder) {
        List<String> names = new ArrayList<>();
        for (String file : folder.list(ContentPaths.NOTICES, new Findings())) {
            String name = file.endsWith(".md") ? file.substring(0, file.length() - 3) : "";
            if (NAME.matcher(name).matches()) {
                names.add(0, name);
            }
        }
        return names;
    }

    /** {@code title}, {@code date} and {@code body}; nothing where there is no such notice, or one that cannot be read. */
    public static Map<String, String> read(ContentFolder folder, String name) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<MarkdownFile> file = folder.openIfPresent(path(name), new Findings())
                .flatMap(found -> MarkdownFile.read(found, new Findings()));
        file.ifPresent(found -> {
            for (String key : HEAD) {
                if (found.frontMatter() instanceof YamlNode.Mapping mapping
                        && mapping.entry(key).map(YamlNode.Entry::value).orElse(null)
                                instanceof YamlNode.Scalar scalar) {
                    values.put(key, scalar.text());
                }
            }
            values.put(BODY, found.body());
        });
        return values;
    }

    /** The bytes of the file; empty when its head is laid out so that only an editor can change it. */
    public static Optional<byte[]> bytes(ContentFolder folder, String name, Map<String, String> values) {
        Map<String, String> before = read(folder, name);
        String text = folder.openIfPresent(path(name), new Findings())
                .flatMap(file -> file.text(new Findings()))
                .map(whole -> whole.replace("\r\n", "\n"))
                .orElse(FENCE + "\ntitle: x\n" + FENCE + "\n");
        List<String> lines = List.of(text.split("\n", -1));
        int end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (!lines.get(0).equals(FENCE) || end == 0) {
            return Optional.empty();
        }
        try {
            var edit = new YamlEdit(String.join("\n", lines.subList(1, end)) + "\n");
            for (String key : HEAD) {
                String value = values.getOrDefault(key, "");
                if (!value.equals(before.get(key))) {
                    String literal = key.equals("date") ? value : YamlLines.text(value);
                    edit.put(List.of(), HEAD.subList(0, HEAD.indexOf(key)), key, Optional.of(literal));
                }
            }
            String body = values.getOrDefault(BODY, "");
            String rest = body.equals(before.get(BODY))
                    ? String.join("\n", lines.subList(end + 1, lines.size()))
                    : body.stripTrailing() + "\n";
            String whole = FENCE + "\n" + edit.text() + FENCE + "\n" + rest;
            return Optional.of(whole.getBytes(StandardCharsets.UTF_8));
        } catch (YamlEdit.Unusual unusual) {
            return Optional.empty();
        }
    }

    /** What the reader of notices says of those bytes. */
    public static List<Finding> check(String name, byte[] bytes) {
        var findings = new Findings();
        MarkdownFile.read(new SourceFile(path(name), bytes), findings)
                .ifPresent(file -> Fields.of(file.frontMatter(), findings)
                        .ifPresent(fields -> TextFile.notice(name, file, fields)));
        return findings.sorted();
    }
}
