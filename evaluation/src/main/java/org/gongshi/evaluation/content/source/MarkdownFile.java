package org.gongshi.evaluation.content.source;

import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.finding.Findings;

/**
 * Markdown with YAML front matter between two {@code ---} lines (文头).
 *
 * @param body what follows the front matter, line ends as LF
 * @param bodyLine line of the file on which the body begins, from 1
 */
public record MarkdownFile(YamlNode frontMatter, String body, int bodyLine) {
    private static final String FENCE = "---";
    private static final String HINT = "文件以一行 --- 开头，接着是“键: 值”，再以一行 --- 结束，然后是正文";

    public MarkdownFile {
        Require.text(body, "body");
        Require.that(bodyLine >= 1, "lines count from 1");
    }

    /** The file's parts; empty, with findings, when it has no front matter or no body. */
    public static Optional<MarkdownFile> read(SourceFile file, Findings findings) {
        return file.text(findings)
                .map(text -> text.replace("\r\n", "\n").replace('\r', '\n'))
                .flatMap(text -> split(file, text, findings));
    }

    private static Optional<MarkdownFile> split(SourceFile file, String text, Findings findings) {
        String[] lines = text.split("\n", -1);
        if (!lines[0].stripTrailing().equals(FENCE)) {
            findings.error(file.at(1, 1), "缺少文头", HINT);
            return Optional.empty();
        }
        int end = 1;
        while (end < lines.length && !lines[end].stripTrailing().equals(FENCE)) {
            end++;
        }
        if (end == lines.length) {
            findings.error(file.at(1, 1), "文头没有结束", HINT);
            return Optional.empty();
        }
        int first = end + 1;
        while (first < lines.length && lines[first].isBlank()) {
            first++;
        }
        String head = join(lines, 1, end);
        Optional<YamlNode> frontMatter = YamlTree.read(file, 2, head, findings);
        if (first == lines.length) {
            findings.error(file.at(lines.length, 1), "没有正文", "请在文头之后写正文");
            return Optional.empty();
        }
        String body = join(lines, first, lines.length);
        int bodyLine = first + 1;
        return frontMatter.map(node -> new MarkdownFile(node, body, bodyLine));
    }

    private static String join(String[] lines, int from, int to) {
        return String.join("\n", java.util.Arrays.asList(lines).subList(from, to));
    }
}
