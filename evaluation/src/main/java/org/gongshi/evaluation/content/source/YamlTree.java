package org.gongshi.evaluation.content.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads plain YAML into a tree with positions. Refused, with findings: faults of syntax, repeated keys, anchors, aliases,
 * tags, directives, several documents, nesting over {@value #DEEPEST}, more than {@value #MOST_NODES} values or
 * {@value #LONGEST} characters.
 */
public final class YamlTree {
    static final int DEEPEST = 32;
    static final int MOST_NODES = 200_000;
    // A hundred times the largest file of the demonstration; above it a hostile file would cost minutes.
    private static final int LONGEST = 2_000_000;
    private static final int LONGEST_KEY = 100;
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .loadSettings(LoadSettings.builder()
                    .setCodePointLimit(LONGEST + 1)
                    .setMaxAliasesForCollections(0)
                    .build())
            // Duplicate keys are found here, so that the finding can name both lines.
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4 * DEEPEST)
                    .maxStringLength(LONGEST + 1)
                    .maxNameLength(LONGEST + 1)
                    .maxNumberLength(LONGEST + 1)
                    .build())
            .build();

    private final SourceFile file;
    private final int firstLine;
    private final CodePoints source;
    private final JsonParser parser;
    private final Findings findings;
    private int nodes;

    private YamlTree(SourceFile file, int firstLine, String text, JsonParser parser, Findings findings) {
        this.file = file;
        this.firstLine = firstLine;
        this.source = new CodePoints(text);
        this.parser = parser;
        this.findings = findings;
    }

    /** The file as a tree; empty, with findings, when no tree can be made. */
    public static Optional<YamlNode> read(SourceFile file, Findings findings) {
        return file.text(findings).flatMap(text -> read(file, 1, text, findings));
    }

    /** A part of the file, such as front matter, that begins on that line. */
    static Optional<YamlNode> read(SourceFile file, int firstLine, String text, Findings findings) {
        if (text.length() > LONGEST) {
            findings.error(file.at(), "YAML 超过 " + LONGEST + " 个字符", "请核对文件内容");
            return Optional.empty();
        }
        if (text.startsWith("%") || text.contains("\n%YAML") || text.contains("\n%TAG")) {
            findings.error(file.at(firstLine, 1), "不允许 YAML 指令（%）", "请删去以 % 开头的行");
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new YamlTree(file, firstLine, text, parser, findings).document();
        } catch (Refused refused) {
            findings.error(refused.at, refused.getMessage(), refused.hint);
        } catch (JacksonException fault) {
            // The library's message quotes the source, which may be a draft; ours never does.
            Location at = place(file, firstLine, fault);
            findings.error(at, "YAML 语法错误：" + SyntaxFault.message(fault.getOriginalMessage()), SyntaxFault.HINT);
        }
        return Optional.empty();
    }

    private static Location place(SourceFile file, int firstLine, JacksonException fault) {
        if (fault.getCause() instanceof MarkedYamlEngineException marked) {
            // What is never closed is noticed at the end of the file; the clerk looks for where it was opened.
            boolean unclosed = SyntaxFault.isUnclosed(fault.getOriginalMessage());
            var mark = unclosed ? marked.getContextMark().or(marked::getProblemMark) : marked.getProblemMark();
            if (mark.isPresent()) {
                return file.at(mark.get().getLine() + firstLine, mark.get().getColumn() + 1);
            }
        }
        var at = fault.getLocation();
        boolean known = at != null && at.getLineNr() > 0 && !(fault.getCause() instanceof YamlEngineException);
        return known ? file.at(at.getLineNr() + firstLine - 1, Math.max(0, at.getColumnNr())) : file.at();
    }

    private Optional<YamlNode> document() {
        if (parser.nextToken() == null) {
            findings.error(file.at(), "文件是空的", "请按 docs/content.md 填写");
            return Optional.empty();
        }
        YamlNode root = node("", 1);
        if (parser.nextToken() != null) {
            throw new Refused(here(""), "一个文件里有多个 YAML 文档（---）", "请只保留一个文档");
        }
        return Optional.of(root);
    }

    private YamlNode node(String path, int depth) {
        Location at = here(path);
        if (depth > DEEPEST) {
            throw new Refused(file.at(at.line(), at.column()), "嵌套超过 " + DEEPEST + " 层", "请检查缩进和括号");
        }
        if (++nodes > MOST_NODES) {
            throw new Refused(file.at(at.line(), at.column()), "文件中的值超过 " + MOST_NODES + " 个", "请核对文件内容");
        }
        refuseReferences(at);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(at, path, depth);
        }
        return token == JsonToken.START_ARRAY ? sequence(at, path, depth) : scalar(at);
    }

    private YamlNode mapping(Location at, String path, int depth) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            if (key.length() > LONGEST_KEY) {
                throw new Refused(here(path), "键的名称过长", "键至多 " + LONGEST_KEY + " 个字符");
            }
            Location keyAt = here(path.isEmpty() ? key : path + "." + key);
            refuseReferences(keyAt);
            parser.nextToken();
            var entry = new YamlNode.Entry(keyAt, key, node(keyAt.field(), depth + 1));
            YamlNode.Entry earlier = entries.putIfAbsent(key, entry);
            if (earlier != null) {
                findings.error(
                        keyAt, "键“" + Shown.of(key) + "”重复，第 " + earlier.at().line() + " 行已经有了", "请删去其中一个");
            }
        }
        return new YamlNode.Mapping(at, List.copyOf(entries.values()));
    }

    private YamlNode sequence(Location at, String path, int depth) {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path + "[" + items.size() + "]", depth + 1));
        }
        return new YamlNode.Sequence(at, items);
    }

    private YamlNode scalar(Location at) {
        String text = parser.getString();
        checkCharacters(at, text);
        int first = source.at(parser.currentTokenLocation().getCharOffset());
        return new YamlNode.Scalar(at, text, first == '"' || first == '\'' || first == '|' || first == '>');
    }

    /** Escapes such as {@code "\x07"} bring in what the bytes do not show. */
    private void checkCharacters(Location at, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c) || SourceFile.isForbidden(c)) {
                findings.error(at, String.format("文字中有不允许的字符 U+%04X", (int) c), "请删去这个转义");
                return;
            }
        }
    }

    private void refuseReferences(Location at) {
        switch (source.at(parser.currentTokenLocation().getCharOffset())) {
            case '&' -> findings.error(at, "不允许 YAML 锚点（&）", "请直接写出内容；以 & 开头的文字请加引号");
            case '*' -> findings.error(at, "不允许 YAML 别名（*）", "请直接写出内容；以 * 开头的文字请加引号");
            case '!' -> findings.error(at, "不允许 YAML 标签（!）", "请删去标签；以 ! 开头的文字请加引号");
            default -> {
                // an ordinary value
            }
        }
    }

    private Location here(String path) {
        var at = parser.currentTokenLocation();
        return new Location(file.name(), at.getLineNr() + firstLine - 1, at.getColumnNr(), path);
    }

    /** Stops the reading of one file. */
    private static final class Refused extends RuntimeException {
        private final Location at;
        private final String hint;

        Refused(Location at, String message, String hint) {
            super(message, null, false, false);
            this.at = at;
            this.hint = hint;
        }
    }
}
