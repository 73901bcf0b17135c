package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.generator.importing.Kind;
import org.gongshi.generator.importing.RosterWorkbook;
import org.gongshi.generator.importing.WorkbookExport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export-template}: a workbook to be filled in, with what is known already (导出工作簿). */
@Command(name = "export-template")
final class ExportTemplateCommand implements Callable<Integer> {
    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ContentOption content;

    @Mixin
    private RoundOption round;

    @Parameters(paramLabel = "KIND")
    private String kind;

    @Option(names = "--output", paramLabel = "FILE")
    private Path output;

    ExportTemplateCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Path root = content.folder(around);
        RoundKey key = round.key(root);
        Optional<Kind> wanted = Kind.of(kind);
        if (wanted.isEmpty() && !kind.equals(RosterWorkbook.KEY)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("template.kind"));
        }
        Path file = output == null ? Path.of(kind + "-" + key.year() + ".xlsx") : output;
        if (Files.exists(file)) {
            around.err().println("gongshi: " + file + spec.resourceBundle().getString("template.present"));
            return 1;
        }
        Findings findings = new Findings();
        var folder = new ContentFolder(root);
        Optional<byte[]> workbook = wanted.isPresent()
                ? WorkbookExport.of(wanted.get(), key, folder, findings)
                : Optional.of(RosterWorkbook.template(folder));
        if (workbook.isEmpty()) {
            new FindingLines(findings.sorted()).print(around.out(), spec.resourceBundle());
            return 1;
        }
        Files.write(file, workbook.get());
        around.out().println(file);
        return 0;
    }
}
