package org.gongshi.generator.command;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --content DIR}: the content folder, by default the demonstration. */
final class ContentOption {
    static final String DEFAULT = "content/demo";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--content", paramLabel = "DIR", descriptionKey = "content")
    private Path content;

    /** The folder.
     * @throws CommandLine.ParameterException when there is none */
    Path folder(Surroundings around) {
        Path folder = around.orDefault(content, DEFAULT);
        if (!Files.isDirectory(folder)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("content.absent") + folder);
        }
        return folder;
    }
}
