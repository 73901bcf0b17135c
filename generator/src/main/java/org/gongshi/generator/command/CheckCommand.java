package org.gongshi.generator.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.publication.PreviewResult;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.generator.incremental.SiteCheck;
import org.gongshi.generator.incremental.SiteEditions;
import org.gongshi.generator.load.ContentLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: everything that is wrong with the content, drafts too (检查). */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private static final int ERRORS = 1;
    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ContentOption content;

    @Option(names = "--strict")
    private boolean strict;

    @Option(names = "--as-of", paramLabel = "DATE")
    private LocalDate asOf;

    CheckCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Path folder = content.folder(around);
        var loader = new ContentLoader(folder, Optional.ofNullable(asOf));
        List<Finding> findings = new ArrayList<>(loader.check());
        findings.addAll(pages(loader, folder));
        var lines = new FindingLines(
                findings.stream().sorted(Comparator.comparing(Finding::at)).toList());
        lines.print(around.out(), spec.resourceBundle());
        boolean fine = lines.errors() == 0 && (!strict || lines.warnings() == 0);
        return fine ? 0 : ERRORS;
    }

    /** What shows on the pages alone, drafts' too; nothing while the content gives no pages, since its own findings come first. */
    private static List<Finding> pages(ContentLoader loader, Path folder) {
        if (!(loader.preview() instanceof PreviewResult.Shown shown)) {
            return List.of();
        }
        PublishedContent content = shown.preview().content();
        try {
            Findings languages = new Findings();
            SiteEditions.check(content, languages);
            List<Finding> found = new ArrayList<>(languages.sorted());
            found.addAll(SiteCheck.of(content, SiteEditions.compose(content, true), new ContentFolder(folder)));
            return found;
        } catch (IllegalArgumentException incomplete) {
            // A draft may contradict itself where only the gate would say so; the findings above tell what.
            return List.of();
        }
    }
}
