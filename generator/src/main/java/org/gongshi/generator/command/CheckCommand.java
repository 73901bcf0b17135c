package org.gongshi.generator.command;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        var loader = new ContentLoader(content.folder(around), Optional.ofNullable(asOf));
        var lines = new FindingLines(loader.check());
        lines.print(around.out(), spec.resourceBundle());
        boolean fine = lines.errors() == 0 && (!strict || lines.warnings() == 0);
        return fine ? 0 : ERRORS;
    }
}
