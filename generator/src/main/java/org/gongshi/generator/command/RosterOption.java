package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongshi.evaluation.content.source.SourceFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --roster FILE}: the roster of inspectors (督学名册). */
final class RosterOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--roster", paramLabel = "FILE", required = true, descriptionKey = "roster")
    private Path roster;

    /** The file.
     * @throws CommandLine.ParameterException when there is none */
    SourceFile file() throws IOException {
        if (!Files.isRegularFile(roster)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("file.absent") + roster);
        }
        return new SourceFile(roster.toString(), Files.readAllBytes(roster));
    }
}
