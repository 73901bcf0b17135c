package org.gongshi.benchmarks.collector;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.command.SurveyFolder;
import org.gongshi.survey.handover.HandoverPack;
import org.gongshi.survey.release.RoundRelease;
import org.gongshi.survey.results.Outcome;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.ClosedStore;

/**
 * A survey with a million stored answers in a process of 512 MB: how long it takes to start, to know its counts, to tell the
 * status, to be examined, closed and released, and what memory that takes.
 */
public final class ManyRun {
    private static final double MILLION = 1e6;

    private ManyRun() {}

    /** Arguments, all or none: responses (1e6), content folder (content/demo); {@code measure FOLDER CONTENT} is the second process. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3 && "measure".equals(arguments[0])) {
            measure(SurveyFiles.beside(Path.of(arguments[1])), Path.of(arguments[2]));
            return;
        }
        int responses = arguments.length > 0 ? (int) Double.parseDouble(arguments[0]) : (int) MILLION;
        Path folder = Files.createTempDirectory("many");
        try {
            Path content = unreleased(Path.of(arguments.length > 1 ? arguments[1] : "content/demo"), folder, responses);
            SurveyFiles files = SurveyFiles.beside(folder.resolve("data"));
            tell("write " + responses + " responses", () -> {
                ManyResponses.write(files, new SurveyFolder(content), responses);
                return true;
            });
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ManyRun.class.getName(),
                            "measure",
                            folder.resolve("data").toString(),
                            content.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } finally {
            remove(folder);
        }
    }

    private static void measure(SurveyFiles files, Path folder) throws Exception {
        var content = new SurveyFolder(folder);
        SurveyRound round = tell("open the store and take answers", () -> {
            SurveyRound opened = ManyResponses.round(files, content);
            opened.showForms();
            return opened;
        });
        try (round) {
            tell("status while the answers are still counted", round::report);
            tell("all answers counted", () -> counted(round));
            tell("status", round::report);
            memory("live");
            tell("doctor", () -> requireNone(round.check()));
            tell("close", () -> {
                round.closeSurvey();
                return true;
            });
            LocalDate day = round.record().closed().orElseThrow();
            tell(
                    "release from the counts in memory",
                    () -> preview(new RoundRelease(folder, files, round.record(), round::tally), day));
            memory("after the release");
            tell("release from the rows", () -> preview(new RoundRelease(folder, files, round.record()), day));
            tell("pack for the agency", () -> pack(round, files, content, new RoundRelease(folder, files, round.record(), round::tally), day));
            memory("after the pack");
        }
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .forEach(System.out::println);
    }

    /** Every row as CSV and as a workbook. */
    private static boolean pack(
            SurveyRound round, SurveyFiles files, SurveyFolder content, RoundRelease release, LocalDate day)
            throws IOException {
        var pack = new HandoverPack(
                "benchmark",
                content.forms(round.round()),
                content.places(round.round()),
                List.of(),
                release.weights(day));
        pack.write(
                OutputStream.nullOutputStream(),
                consumer -> {
                    try (ClosedStore store = ClosedStore.open(files.folder(), RowKey.read(files.rowKey()))) {
                        store.forEach(consumer);
                    }
                },
                files.folder().root(),
                new SecureRandom());
        return true;
    }

    private static boolean counted(SurveyRound round) {
        while (!round.isCounted()) {
            Thread.onSpinWait();
        }
        return true;
    }

    private static boolean requireNone(List<?> damages) {
        if (!damages.isEmpty()) {
            throw new IllegalStateException(damages.toString());
        }
        return true;
    }

    private static Optional<Outcome> preview(RoundRelease release, LocalDate day) {
        Outcome outcome = release.preview(day);
        System.out.println("  " + outcome.getClass().getSimpleName());
        outcome.findings().stream().limit(3).forEach(finding -> System.out.println("  " + finding.toLine()));
        return Optional.of(outcome);
    }

    private static <T> T tell(String what, Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        T done = work.call();
        System.out.printf("%-45s %8.3f s%n", what, (System.nanoTime() - begun) / 1e9);
        return done;
    }

    private static void memory(String when) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "heap in use %s: %.0f MB of %.0f MB%n",
                when, (runtime.totalMemory() - runtime.freeMemory()) / MILLION, runtime.maxMemory() / MILLION);
    }

    /** A copy of the content whose results are still to be released, for a region with as many people as answers need. */
    private static Path unreleased(Path content, Path folder, int responses) throws IOException {
        Path copy = folder.resolve("content");
        try (Stream<Path> all = Files.walk(content)) {
            for (Path path : all.filter(path -> !path.endsWith("results.json")).toList()) {
                Path target = copy.resolve(content.relativize(path).toString());
                if (path.endsWith("populations.csv")) {
                    Files.write(target, crowded(Files.readAllLines(path), responses));
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return copy;
    }

    /** place, audience, stage, population, schools, invited. */
    private static List<String> crowded(List<String> rows, int responses) {
        List<String> crowded = new ArrayList<>(rows.subList(0, 1));
        int invited = 2 * responses / (rows.size() - 1);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            String schools = cells[4].isEmpty() ? "" : String.valueOf(2 * ManyResponses.SCHOOLS);
            crowded.add(String.join(
                    ",",
                    cells[0],
                    cells[1],
                    cells[2],
                    String.valueOf(10L * invited),
                    schools,
                    String.valueOf(invited)));
        }
        return crowded;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
