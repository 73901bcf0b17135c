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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contender that is a program of its own: measured from its start to its end, with the most memory it held and, as the figure
 * {@code cpu}, the seconds of processor time of the process (to some milliseconds). Of its standard output the lines {@code figure NAME VALUE} are kept; the rest is dropped.
 */
public final class ProcessRun implements Contender.Run {
    private static final Pattern FIGURE = Pattern.compile("figure (\\S+) (\\S+)");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long EVERY_MILLIS = 5;

    private final List<String> command;
    private final Path folder;

    /** @param folder the program's working folder */
    public ProcessRun(Path folder, List<String> command) {
        this.folder = folder;
        this.command = List.copyOf(command);
    }

    @Override
    public Measure once() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var memory = new MemoryWatch(process);
        memory.start();
        Map<String, Double> figures = figures(process);
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        memory.join();
        if (memory.cpuSeconds > 0) {
            figures.put("cpu", memory.cpuSeconds);
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

    /** Reads the kernel's own high-water mark and the processor time again and again: it only grows, so the last reading is the peak. */
    private static final class MemoryWatch extends Thread {
        private final Process process;
        private long kilobytes;
        private double cpuSeconds;

        MemoryWatch(Process process) {
            this.process = process;
            setDaemon(true);
        }

        @Override
        public void run() {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            do {
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
                    return;
                }
            } while (!ended());
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
