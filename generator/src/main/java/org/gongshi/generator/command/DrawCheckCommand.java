package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.content.DrawRecordFile;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.draw.DrawRecord;
import org.gongshi.evaluation.finding.Findings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code draw-check}: draws again from a record, for anyone (复算抽取). */
@Command(name = "draw-check")
final class DrawCheckCommand implements Callable<Integer> {
    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RECORD")
    private Path record;

    @Option(names = "--commitment", paramLabel = "DIGEST")
    private String commitment;

    @Option(names = "--roster", paramLabel = "FILE")
    private Path roster;

    DrawCheckCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Findings findings = new Findings();
        Optional<DrawRecord> read = DrawRecordFile.read(new SourceFile(record.toString(), bytes(record)), findings);
        if (read.isEmpty()) {
            new FindingLines(findings.sorted()).print(around.out(), spec.resourceBundle());
            return 1;
        }
        List<String> faults = faults(read.get());
        faults.forEach(key -> around.out().println(spec.resourceBundle().getString(key)));
        if (faults.isEmpty()) {
            around.out().println(spec.resourceBundle().getString("draw.check.same"));
        }
        return faults.isEmpty() ? 0 : 1;
    }

    private List<String> faults(DrawRecord drawn) throws IOException {
        List<String> faults = new ArrayList<>();
        if (!drawn.isReproduced()) {
            faults.add("draw.check.result");
        }
        boolean published =
                commitment == null || drawn.commitment().map(Digest::toString).equals(Optional.of(commitment));
        if (!drawn.keepsCommitment() || !published) {
            faults.add("draw.check.commitment");
        }
        if (roster != null && !isRoster(drawn.rosterFile())) {
            faults.add("draw.check.roster");
        }
        return faults;
    }

    /** A workbook counts as the plain form that it becomes. */
    private boolean isRoster(Digest recorded) throws IOException {
        return Digest.of(bytes(roster)).equals(recorded)
                || RosterOption.plain(roster, new Findings())
                        .map(SourceFile::digest)
                        .equals(Optional.of(recorded));
    }

    private byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), spec.resourceBundle().getString("file.absent") + file);
        }
        return Files.readAllBytes(file);
    }
}
