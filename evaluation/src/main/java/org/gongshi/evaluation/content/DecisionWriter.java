package org.gongshi.evaluation.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.round.Subject;

/**
 * Appends a decision to {@code decisions.yaml} (登记决定): what stands there stays as it is, comments too. The new file is written
 * beside the old one and takes its place in one step.
 */
public final class DecisionWriter {
    private static final String HEADER = "# 审定、批准、发布的决定；由 ./gongshi decide 写入，不要手工修改\n"
            + "# yaml-language-server: $schema=../../../../../evaluation/src/main/resources/org/gongshi/evaluation/content/schema/"
            + "decisions.schema.json\ndecisions:\n";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ContentFolder folder;

    public DecisionWriter(ContentFolder folder) {
        this.folder = folder;
    }

    /**
     * The bytes of the file with one more decision; empty, with findings, when the file has faults or a layout that cannot be
     * appended to.
     */
    public Optional<byte[]> appended(Subject subject, Decision decision, Findings findings) {
        String name = ContentPaths.decisions(subject);
        if (!folder.has(name)) {
            return Optional.of((HEADER + entry(decision, "  ")).getBytes(StandardCharsets.UTF_8));
        }
        Optional<SourceFile> file = folder.open(name, findings);
        Optional<List<Decision>> before = file.flatMap(present -> decisions(present, findings));
        if (before.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = append(file.get(), decision).getBytes(StandardCharsets.UTF_8);
        List<Decision> expected = new ArrayList<>(before.get());
        expected.add(decision);
        // Whatever the layout was: only what reads back as the old decisions and the new one is written.
        if (!decisions(new SourceFile(name, bytes), new Findings()).equals(Optional.of(expected))) {
            findings.error(file.get().at(), "无法在这个文件的末尾添加决定", "请把 decisions 写成每行一个“- kind: …”的列表，放在文件末尾");
            return Optional.empty();
        }
        return Optional.of(bytes);
    }

    /** Puts the bytes in the place of the file, in one step. */
    public void write(Subject subject, byte[] bytes) throws IOException {
        Path target = folder.path(ContentPaths.decisions(subject));
        Path beside = target.resolveSibling(".decisions.yaml.new");
        Files.deleteIfExists(beside);
        try {
            try (FileChannel channel =
                    FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static Optional<List<Decision>> decisions(SourceFile file, Findings findings) {
        Findings found = new Findings();
        Optional<List<Decision>> read = YamlTree.read(file, found)
                .flatMap(root -> Fields.of(root, found))
                .flatMap(DecisionFile::decisions);
        found.sorted().forEach(findings::add);
        return found.hasErrors() ? Optional.empty() : read;
    }

    private static String append(SourceFile file, Decision decision) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        YamlNode.Sequence list = list(file);
        String start = list.items().isEmpty() ? withoutBrackets(text, list) : text;
        String gap = start.isEmpty() || start.endsWith("\n") ? "" : lineEnd;
        String indent = list.items().isEmpty() ? "  " : " ".repeat(list.at().column() - 1);
        return start + gap + entry(decision, indent).replace("\n", lineEnd);
    }

    private static YamlNode.Sequence list(SourceFile file) {
        YamlNode root = YamlTree.read(file, new Findings()).orElseThrow();
        return (YamlNode.Sequence)
                ((YamlNode.Mapping) root).entry("decisions").orElseThrow().value();
    }

    /** {@code decisions: []} becomes {@code decisions:}. */
    private static String withoutBrackets(String text, YamlNode.Sequence list) {
        int start = text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        for (int line = 1; line < list.at().line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int open = text.offsetByCodePoints(start, list.at().column() - 1);
        int close = text.indexOf(']', open);
        return text.substring(0, open).stripTrailing() + text.substring(close + 1);
    }

    private static String entry(Decision decision, String indent) {
        return indent + "- kind: " + DecisionKind.of(decision).key() + "\n"
                + indent + "  body: " + quoted(decision.body()) + "\n"
                + indent + "  document: " + quoted(decision.document()) + "\n"
                + indent + "  date: " + decision.date() + "\n"
                + indent + "  digest: " + quoted(decision.digest().toString()) + "\n";
    }

    /** A JSON string is a double-quoted YAML scalar. */
    private static String quoted(String text) {
        return JsonText.compact(Json.of(text));
    }
}
