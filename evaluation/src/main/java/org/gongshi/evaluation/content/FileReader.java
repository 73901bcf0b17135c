package org.gongshi.evaluation.content;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.MarkdownFile;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;

/**
 * Opens one file and hands its parts to the reader of its kind. A value comes out only when the whole file is free of errors.
 */
final class FileReader {
    private final ContentFolder folder;
    private final Findings findings;

    FileReader(ContentFolder folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    <T> Optional<Located<T>> yaml(String name, Function<Fields, Optional<T>> reader) {
        return yaml(name, (file, fields) -> reader.apply(fields));
    }

    /** The same for readers that need the file, for its digest. */
    <T> Optional<Located<T>> yaml(String name, BiFunction<SourceFile, Fields, Optional<T>> reader) {
        return whole(found -> located(name, found, reader));
    }

    /** The same with findings of the caller's. */
    <T> Optional<Located<T>> located(String name, Findings found, BiFunction<SourceFile, Fields, Optional<T>> reader) {
        return folder.open(name, found)
                .flatMap(file -> YamlTree.read(file, found)
                        .flatMap(root -> Fields.of(root, found)
                                .flatMap(fields -> reader.apply(file, fields))
                                .map(value -> new Located<>(value, Positions.of(root)))));
    }

    /** The tree alone, for readers that look at a part of it. */
    Optional<YamlNode> tree(String name) {
        return whole(found -> folder.open(name, found).flatMap(file -> YamlTree.read(file, found)));
    }

    <T> Optional<Located<T>> markdown(String name, BiFunction<MarkdownFile, Fields, Optional<T>> reader) {
        return whole(found -> folder.open(name, found)
                .flatMap(file -> MarkdownFile.read(file, found)
                        .flatMap(markdown -> Fields.of(markdown.frontMatter(), found)
                                .flatMap(fields -> reader.apply(markdown, fields))
                                .map(value -> new Located<>(value, Positions.of(markdown.frontMatter()))))));
    }

    <T> Optional<List<T>> csv(String name, BiFunction<SourceFile, Findings, List<T>> reader) {
        return whole(found -> folder.open(name, found).map(file -> reader.apply(file, found)));
    }

    /** Passes on what was found; the value only when nothing of it was an error. */
    <T> Optional<T> whole(Function<Findings, Optional<T>> reading) {
        Findings found = new Findings();
        Optional<T> value = reading.apply(found);
        for (Finding finding : found.sorted()) {
            findings.add(finding);
        }
        return found.hasErrors() ? Optional.empty() : value;
    }
}
