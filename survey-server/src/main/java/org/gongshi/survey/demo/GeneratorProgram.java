package org.gongshi.survey.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The other program, started as a process (生成程序): the two never see each other's classes.
 *
 * @param java the JVM's command
 * @param where a jar, or a class path
 */
public record GeneratorProgram(Path java, String where) {
    private static final String MAIN = "org.gongshi.generator.Main";

    public GeneratorProgram {
        Objects.requireNonNull(java, "java");
        Objects.requireNonNull(where, "where");
    }

    /**
     * Runs a command to its end.
     *
     * @param line is told every line it prints
     * @throws DemoFault when it does not end with 0; it holds what was printed last
     */
    public void run(Consumer<String> line, String... arguments) {
        List<String> printed = new ArrayList<>();
        try {
            Process process = start(arguments);
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                for (String next = reader.readLine(); next != null; next = reader.readLine()) {
                    printed.add(next);
                    line.accept(next);
                }
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new DemoFault("命令 " + arguments[0] + " 以 " + code + " 结束：\n"
                        + String.join("\n", printed.subList(Math.max(0, printed.size() - 40), printed.size())));
            }
        } catch (IOException fault) {
            throw new DemoFault("生成程序无法启动：" + where, fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DemoFault("演示被中断", stopped);
        }
    }

    /** Starts a command and leaves it running. */
    public Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        // Short commands: the small collector and the quick compiler start soonest.
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        if (where.endsWith(".jar")) {
            command.addAll(List.of("-jar", where));
        } else {
            command.addAll(List.of("-cp", where, MAIN));
        }
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // However we end, the child ends with us.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }
}
