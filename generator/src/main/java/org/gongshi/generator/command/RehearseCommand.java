package org.gongshi.generator.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code rehearse}: builds a site of invented reports in a temporary folder, verifies it and removes it (试生成). It shows whether an
 * installation can build at all, and what it loads and how often it does what is what the launcher keeps for quicker builds.
 */
@Command(name = "rehearse")
final class RehearseCommand implements Callable<Integer> {
    /** Enough for the JVM to see what is done often. */
    private static final int REPORTS = 1_000;

    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    RehearseCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("gongshi-trial");
        try {
            return rehearse(folder);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private int rehearse(Path folder) throws IOException {
        StringWriter said = new StringWriter();
        var unheard = new Surroundings(
                around.clock(), around.home(), new PrintWriter(said), new PrintWriter(said), around.environment());
        Path content = RehearsalContent.write(folder.resolve("content"), REPORTS);
        String site = folder.resolve("site").toString();
        int code = Program.run(unheard, "build", "--quiet", "--content", content.toString(), "--output", site);
        if (code == 0) {
            code = Program.run(unheard, "verify", site);
        }
        if (code == 0) {
            around.out().println(spec.resourceBundle().getString("rehearse.done"));
        } else {
            around.err().print(said);
        }
        return code;
    }
}
