package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.finding.Findings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code draw-seed}: a secret seed, and what is to be published of it before the draw (抽取前的承诺). */
@Command(name = "draw-seed")
final class DrawSeedCommand implements Callable<Integer> {
    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RosterOption roster;

    @Option(names = "--output", paramLabel = "FILE")
    private Path output;

    DrawSeedCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Findings findings = new Findings();
        Optional<SourceFile> people = roster.file(findings);
        if (people.isEmpty()) {
            new FindingLines(findings.sorted()).print(around.out(), spec.resourceBundle());
            return 1;
        }
        Path file = around.orDefault(output, "keys/draw.seed").toAbsolutePath();
        Files.createDirectories(file.getParent());
        // 122 bits of the platform's strongest random source: nobody can try them all against the commitment.
        String seed = UUID.randomUUID().toString();
        try {
            PrivateFile.write(file, seed);
        } catch (FileAlreadyExistsException there) {
            around.err()
                    .println("gongshi: " + there.getFile()
                            + spec.resourceBundle().getString("draw.seed.present"));
            return 1;
        }
        around.out().println(spec.resourceBundle().getString("draw.seed.file") + file);
        byte[] plain = people.get().bytes();
        if (!Arrays.equals(plain, Files.readAllBytes(roster.given()))) {
            Path beside = file.resolveSibling(file.getFileName() + ".roster.csv");
            Files.write(beside, plain);
            around.out().println(spec.resourceBundle().getString("draw.seed.plain") + beside);
        }
        around.out().println(spec.resourceBundle().getString("draw.seed.publish"));
        around.out()
                .println("  " + spec.resourceBundle().getString("draw.seed.commitment")
                        + new CommittedSeed(seed, Optional.empty()).commitment());
        around.out()
                .println("  " + spec.resourceBundle().getString("draw.seed.roster")
                        + people.get().digest());
        return 0;
    }
}
