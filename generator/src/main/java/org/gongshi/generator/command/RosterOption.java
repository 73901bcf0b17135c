package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.generator.importing.RosterWorkbook;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --roster FILE}: the roster of inspectors (督学名册), a workbook or a CSV. */
final class RosterOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--roster", paramLabel = "FILE", required = true, descriptionKey = "roster")
    private Path roster;

    /**
     * The roster in its plain form, whose digest counts; empty, with findings, when anything is wrong with it.
     *
     * @throws CommandLine.ParameterException when there is no such file
     */
    Optional<SourceFile> file(Findings findings) throws IOException {
        return plain(given(), findings);
    }

    /** The plain form of any roster. */
    static Optional<SourceFile> plain(Path file, Findings findings) throws IOException {
        return RosterWorkbook.plain(file.getFileName().toString(), Files.readAllBytes(file), findings);
    }

    /** The file as it was named. */
    Path given() {
        if (!Files.isRegularFile(roster)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("file.absent") + roster);
        }
        return roster;
    }
}
