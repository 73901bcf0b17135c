package org.gongshi.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contender that is a program of its own: measured from its start to its end, with the most memory it held and, as the figure
 * {@code cpu}, the seconds of processor time of the process (to some milliseconds). Of its standard output the lines {@code figure NAME VALUE} are kept; the rest is dropped.
 * A program that may take hours can be given a limit: it is stopped there, and its time is a lower bound.
 */
public final class ProcessRun implements Contender.Run {
    private static final Pattern FIGURE = Pattern.compile("figure (\\S+) (\\S+)");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long EVERY_MILLIS = 5;

    private final List<String> command;
    private final Path folder;
    private final DoubleSupplier limitSeconds;

    /** @param folder the program's working folder */
    public ProcessRun(Path folder, List<String> command) {
        this(folder, command, () -> Double.POSITIVE_INFINITY);
    }

    /**
     * @param folder the program's working folder
     * @param limitSeconds asked when the run begins: after so many seconds the program is stopped
     */
    public ProcessRun(Path folder, List<String> command, DoubleSupplier limitSeconds) {
        this.folder = folder;
        this.command = List.copyOf(command);
        this.limitSeconds = limitSeconds;
    }

    @Override
    public Measure once() throws IOException, InterruptedException {
        double limit = limitSeconds.getAsDouble();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var memory = new Watch(process, begin, limit);
        memory.start();
        Map<String, Double> figures = figures(process);
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        memory.join();
        if (memory.cpuSeconds > 0) {
            figures.put("cpu", memory.cpuSeconds);
        }
        if (memory.stopped) {
            return new Measure(seconds, memory.peak(), figures, true);
        }
        if (exit != 0) {
            throw new IOException(command.get(0) + " ended with " + exit);
        }
        return new Measure(seconds, memory.peak(), figures);
    }

    private static Map<String, Double> figures(Process process) throws IOException {
        Map<String, Double> figures = new HashMap<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = FIGURE.matcher(line);
                if (matcher.matches()) {
                    figures.put(matcher.group(1), Double.valueOf(matcher.group(2)));
                }
            }
        }
        return figures;
    }

    /**
     * Reads the kernel's own high-water mark and the processor time again and again: it only grows, so the last reading is the
     * peak. Stops the program at its limit.
     */
    private static final class Watch extends Thread {
        private final Process process;
        private final long begin;
        private final double limitSeconds;
        private boolean stopped;
        private long kilobytes;
        private double cpuSeconds;

        Watch(Process process, long begin, double limitSeconds) {
            this.process = process;
            this.begin = begin;
            this.limitSeconds = limitSeconds;
            setDaemon(true);
        }

        @Override
        public void run() {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            do {
                read(status);
                if (!stopped && (System.nanoTime() - begin) / 1e9 > limitSeconds) {
                    stopped = true;
                    List<ProcessHandle> children = process.descendants().toList();
                    process.destroyForcibly();
                    children.forEach(ProcessHandle::destroyForcibly);
                }
            } while (!ended());
        }

        private void read(Path status) {
            try {
                Matcher matcher = PEAK.matcher(Files.readString(status));
                if (matcher.find()) {
                    kilobytes = Math.max(kilobytes, Long.parseLong(matcher.group(1)));
                }
                cpuSeconds = process.info()
                        .totalCpuDuration()
                        .map(time -> time.toNanos() / 1e9)
                        .orElse(cpuSeconds);
            } catch (IOException gone) {
                // Another system, or the process ended between two readings: what is known stays known.
            }
        }

        private boolean ended() {
            try {
                return process.waitFor(EVERY_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                return true;
            }
        }

        OptionalDouble peak() {
            return kilobytes == 0 ? OptionalDouble.empty() : OptionalDouble.of(kilobytes / 1024.0);
        }
    }
}
