package org.gongshi.generator.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which program runs: every file of its class path by size and time, so that another program never takes over a former one's pages. */
final class ProgramState {
    private ProgramState() {}

    static String ofThisProcess() throws IOException {
        var state = new StringBuilder("java ").append(Runtime.version().feature());
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    List<Path> sorted =
                            files.filter(Files::isRegularFile).sorted().toList();
                    for (Path file : sorted) {
                        append(state, file);
                    }
                }
            } else if (Files.exists(path)) {
                append(state, path);
            }
        }
        return state.toString();
    }

    private static void append(StringBuilder state, Path file) throws IOException {
        state.append(' ')
                .append(file)
                .append(' ')
                .append(Files.size(file))
                .append(' ')
                .append(Files.getLastModifiedTime(file));
    }
}
