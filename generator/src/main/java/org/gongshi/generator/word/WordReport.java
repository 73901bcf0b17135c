package org.gongshi.generator.word;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.picture.Picture;

/**
 * A report as it was written in Word (Word 写的报告), as Markdown.
 *
 * @param title text of the document's title, where it has one
 * @param body Markdown of the rest; blank when nothing of it may become public
 * @param pictures that the body shows, by the names of their files
 */
public record WordReport(Optional<String> title, String body, Map<String, Picture> pictures) {
    public WordReport {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(body, "body");
        pictures = Collections.unmodifiableMap(new TreeMap<>(pictures));
    }

    /**
     * Reads a document. Everything that was left out or changed is a warning with place and words; what cannot be read at all is an error.
     *
     * @param file name that the findings give
     * @return empty, with an error, when it is no document that can be read
     */
    public static Optional<WordReport> read(String file, byte[] bytes, Findings findings) {
        Optional<ForeignFile> foreign = ForeignFile.of(bytes);
        if (foreign.isPresent()) {
            return refused(file, foreign.get().what(), foreign.get().mend(), findings);
        }
        try {
            WordFile parts = WordFile.read(bytes);
            Optional<Xml> document = parts.document();
            if (document.isPresent()) {
                return Optional.of(of(file, parts, document.get(), findings));
            }
            String what = parts.isOther()
                    ? "Excel、PowerPoint 或别的程序的文件"
                    : parts.isMainBroken() ? "正文部分（document.xml）已损坏" : "缺少正文部分（document.xml）";
            return refused(file, what, "请用 Word 或 WPS 打开原文件，另存为 .docx 后再导入", findings);
        } catch (IOException | IllegalArgumentException fault) {
            return refused(file, "文件已损坏，或解压后过大", "请用 Word 或 WPS 打开它，另存为 .docx（不加密码）后再导入", findings);
        }
    }

    private static Optional<WordReport> refused(String file, String what, String mend, Findings findings) {
        findings.error(Location.of(file), "不是可以读取的 .docx 文档：" + what, mend);
        return Optional.empty();
    }

    private static WordReport of(String file, WordFile parts, Xml document, Findings findings) {
        var ledger = new Ledger();
        var context = new Context(parts, ledger);
        var reader = new BlockReader(context);
        reader.read(document.at("w:body").orElse(document));
        notes(context, reader.output());
        ledger.at("");
        ledger.audit(document);
        comments(context);
        running(parts, ledger);
        context.pictures().report(ledger);
        broken(file, parts, findings);
        ledger.report(file, findings);
        return new WordReport(
                reader.title(), reader.output().text(), context.pictures().all());
    }

    /** A note may itself hold a note's mark: their number grows while they are read. */
    private static void notes(Context context, Output output) {
        for (int index = 0; index < context.notes().size(); index++) {
            Xml reference = context.notes().get(index);
            String kind = reference.name().substring(2).replace("Reference", "");
            context.ledger().at("注 " + (index + 1));
            context.notesOf(kind + "s");
            Optional<Xml> note = context.file().part(kind + "s").stream()
                    .flatMap(part -> part.children().stream())
                    .filter(one -> one.attribute("w:id").equals(reference.attribute("w:id")))
                    .findFirst();
            String text = note.map(one -> one.all("w:p").stream()
                            .map(paragraph -> RunReader.read(context, paragraph, false))
                            .map(read -> read.line().markdown())
                            .filter(line -> !line.isBlank())
                            .collect(Collectors.joining(" ")))
                    .orElse("");
            if (note.isEmpty()) {
                context.ledger().tell(Loss.NOTE, "");
            }
            note.ifPresent(context.ledger()::audit);
            output.add("注" + (index + 1) + "：" + text);
        }
    }

    private static void comments(Context context) {
        context.file()
                .part("comments")
                .ifPresent(part -> part.all("w:comment").forEach(comment -> {
                    context.ledger().at(context.commented(comment.attribute("w:id")));
                    context.ledger().tell(Loss.COMMENT, comment.words());
                }));
    }

    private static void running(WordFile parts, Ledger ledger) {
        ledger.at("");
        for (String kind : List.of("header", "footer")) {
            for (Xml part : parts.running(kind)) {
                String words = part.words().strip();
                // Page numbers alone are no loss.
                if (words.codePoints().anyMatch(Character::isLetter)
                        && !words.matches("[-—第\\s]*[0-9]*\\s*页?[\\s，,/]*共?\\s*[0-9]*\\s*页?[-—\\s]*")) {
                    ledger.tell(Loss.HEADER, words);
                }
            }
        }
    }

    private static void broken(String file, WordFile parts, Findings findings) {
        for (String part : parts.broken()) {
            if (part.startsWith("word/") && !part.startsWith("word/theme/")) {
                findings.warning(
                        Location.of(file), "文档的一个部分已损坏，没有读取：" + part, "请用 Word 打开并修复，另存为 .docx 后再导入；并核对注、编号和标题");
            }
        }
    }
}
