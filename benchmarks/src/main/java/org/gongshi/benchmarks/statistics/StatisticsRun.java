package org.gongshi.benchmarks.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gongshi.benchmarks.Contender;
import org.gongshi.benchmarks.Measure;
import org.gongshi.benchmarks.ProcessRun;
import org.gongshi.benchmarks.ResultTable;
import org.gongshi.benchmarks.Runs;
import org.gongshi.benchmarks.SideBySide;

/** The suite {@code statistics}: counting beside DuckDB, raked means beside R, the same from 10⁴ to 10⁷ responses. */
public final class StatisticsRun {
    private static final long SEED = 20260101;
    private static final String USAGE =
            "usage: statistics count ROWS ROUNDS | raked|overall ROWS ROUNDS [TIMES] | flat ROUNDS ROWS... (see docs/benchmarks.md)";

    private StatisticsRun() {}

    /** @param arguments see docs/benchmarks.md */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 3) {
            throw new IllegalArgumentException(USAGE);
        }
        Path folder = Files.createTempDirectory("gongshi-benchmark");
        try {
            switch (arguments[0]) {
                case "count" -> count(folder, number(arguments[1]), number(arguments[2]));
                case "raked", "overall" -> raked(folder, arguments);
                case "flat" -> flat(folder, number(arguments[1]), rows(arguments));
                default -> throw new IllegalArgumentException(USAGE);
            }
        } finally {
            remove(folder);
        }
    }

    private static int number(String text) {
        return (int) Double.parseDouble(text);
    }

    private static List<Integer> rows(String[] arguments) {
        return Stream.of(arguments).skip(2).map(StatisticsRun::number).toList();
    }

    private static void count(Path folder, int rows, int rounds) throws Exception {
        var columns = new Columns(folder, rows);
        columns.invent(SEED);
        try (DuckCounting duck = DuckCounting.open(columns)) {
            long expected = (long) rows * SyntheticCells.ITEMS;
            List<Runs> runs = new SideBySide()
                    .add(Contender.inProcess("Gongshi, 28,800 cells × 20 items", () -> check(sum(columns), expected)))
                    .add(Contender.inProcess(
                            "DuckDB, 20 GROUP BYs, 3,600 schools", () -> check(duck.count(), expected)))
                    .run(rounds);
            System.out.println(new ResultTable().of(runs));
        }
    }

    private static long sum(Columns columns) {
        var counts = Counting.count(columns);
        long sum = 0;
        for (int item = 0; item < SyntheticCells.ITEMS; item++) {
            for (int cell = 0; cell < SyntheticCells.CELLS; cell++) {
                for (int option = 0; option < SyntheticCells.OPTIONS; option++) {
                    sum += counts.count(item, cell, option);
                }
            }
        }
        return sum;
    }

    private static void check(long sum, long expected) {
        if (sum != expected) {
            throw new IllegalStateException(sum + " answers counted instead of " + expected);
        }
    }

    /**
     * {@code raked}: R estimates the 720 means, {@code overall}: only the 20 of the whole sample. With TIMES R is stopped once it
     * took so many times as long as our slowest run before it: a bound of the ratio where R would take hours.
     */
    private static void raked(Path folder, String[] arguments) throws Exception {
        int rows = number(arguments[1]);
        String part = arguments[0];
        prepare(folder, rows);
        Path script = folder.resolve("raked_means.R");
        try (InputStream source = StatisticsRun.class.getResourceAsStream("raked_means.R")) {
            Files.copy(source, script);
        }
        List<Double> before = new ArrayList<>();
        var ours = new ProcessRun(folder, ours(folder, rows));
        double times = arguments.length > 3 ? Double.parseDouble(arguments[3]) : Double.POSITIVE_INFINITY;
        List<Runs> runs = new SideBySide()
                .add(new Contender("Gongshi: rake, 740 means, -Xmx512m", () -> {
                    Measure measure = ours.once();
                    before.add(measure.seconds());
                    return measure;
                }))
                .add(new Contender(
                        part.equals("raked") ? "R survey: rake, 720 means" : "R survey: rake, 20 means",
                        new ProcessRun(
                                folder,
                                List.of("Rscript", "--vanilla", script.toString(), "" + rows, part),
                                () -> times * Collections.max(before))))
                .run(number(arguments[2]));
        System.out.println(new ResultTable("cpu", "computing", "estimating", "estimating-cpu").of(runs));
        System.out.println(
                runs.get(1).stopped()
                        ? "R was stopped before its end: nothing to compare"
                        : Agreement.of(folder.resolve("ours.csv"), folder.resolve("theirs.csv")));
    }

    private static void flat(Path folder, int rounds, List<Integer> sizes) throws Exception {
        var runs = new SideBySide();
        for (int rows : sizes) {
            Path own = Files.createDirectory(folder.resolve("rows" + rows));
            prepare(own, rows);
            runs.add(new Contender(
                    String.format(Locale.ROOT, "%,d responses", rows), new ProcessRun(own, ours(own, rows))));
        }
        System.out.println(new ResultTable("cpu", "counting", "estimating", "estimating-cpu").of(runs.run(rounds)));
    }

    private static void prepare(Path folder, int rows) throws IOException {
        var columns = new Columns(folder, rows);
        columns.invent(SEED);
        Targets.invent(columns);
    }

    private static List<String> ours(Path folder, int rows) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().toString(),
                RakedMeans.class.getName(),
                folder.toString(),
                Integer.toString(rows)));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
