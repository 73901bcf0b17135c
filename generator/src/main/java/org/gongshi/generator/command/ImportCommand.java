package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gongshi.generator.importing.OfficeImport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: Excel and Word into the content (导入). */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ContentOption content;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--report", paramLabel = "YEAR/ORGANIZER/PLACE")
    private String report;

    ImportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Path root = content.folder(around);
        if (!Files.isRegularFile(file)) {
            throw usage(spec.resourceBundle().getString("file.absent") + file);
        }
        OfficeImport office = new OfficeImport(root);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean picture = name.matches(".*\\.(?:png|jpe?g)");
        if (picture || name.endsWith(".docx")) {
            if (report == null || !report.matches("2[0-9]{3}/[0-9]{6}/[0-9]{6}")) {
                throw usage(spec.resourceBundle().getString("import.report"));
            }
            return told(picture ? office.picture(file, report) : office.report(file, report));
        }
        return told(office.workbook(file));
    }

    private int told(OfficeImport.Result result) {
        new FindingLines(result.findings()).print(around.out(), spec.resourceBundle());
        if (result.written().isEmpty()) {
            around.out().println(spec.resourceBundle().getString("import.refused"));
            return 1;
        }
        result.written()
                .forEach(name -> around.out().println(spec.resourceBundle().getString("import.written") + name));
        if (!result.consequences().isEmpty()) {
            around.out().println(spec.resourceBundle().getString("import.consequences"));
            result.consequences().forEach(each -> around.out().println("  " + each.toLine()));
        }
        return 0;
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
