package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.NextRound;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.EvaluationYear;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code new-round}: next year's folder from an earlier year's (建立新一轮). */
@Command(name = "new-round")
final class NewRoundCommand implements Callable<Integer> {
    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ContentOption content;

    @Parameters(paramLabel = "YEAR")
    private int year;

    @Option(names = "--from", paramLabel = "YEAR", required = true)
    private int from;

    @Option(names = "--organizer", paramLabel = "CODE", descriptionKey = "round.organizer")
    private String organizer;

    NewRoundCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Path root = content.folder(around);
        if (year < 2000 || year > 2999 || year == from) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("newround.year"));
        }
        Findings findings = new Findings();
        NextRound next = new NextRound(
                new ContentFolder(root), RoundOption.key(root, from, organizer, spec), new EvaluationYear(year));
        Path folder = root.resolve(next.key().toString());
        if (Files.exists(folder)) {
            around.err().println("gongshi: " + folder + spec.resourceBundle().getString("newround.present"));
            return 1;
        }
        Optional<Map<String, byte[]>> files = next.files(findings);
        if (files.isEmpty()) {
            new FindingLines(findings.sorted()).print(around.out(), spec.resourceBundle());
            around.out().println(spec.resourceBundle().getString("newround.refused"));
            return 1;
        }
        write(root, files.get());
        around.out().println(spec.resourceBundle().getString("newround.next"));
        return 0;
    }

    private void write(Path root, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
            around.out().println(path);
        }
    }
}
