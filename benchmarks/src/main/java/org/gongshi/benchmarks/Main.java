package org.gongshi.benchmarks;

import java.util.Arrays;
import org.gongshi.benchmarks.collector.CollectorLoad;
import org.gongshi.benchmarks.statistics.StatisticsRun;

/** The benchmarks' command line: a suite and its arguments, or {@code jmh} and JMH's own. */
public final class Main {
    private static final int USAGE = 64;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String suite = arguments.length == 0 ? "" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (suite) {
            case "site" -> org.gongshi.benchmarks.site.SiteSuite.main(rest);
            case "collector" -> CollectorLoad.main(rest);
            case "many" -> org.gongshi.benchmarks.collector.ManyRun.main(rest);
            case "statistics" -> StatisticsRun.main(rest);
            case "jmh" -> org.openjdk.jmh.Main.main(rest);
            default -> {
                System.err.println(
                        "usage: site | collector | many | statistics | jmh, then their arguments: see docs/benchmarks.md");
                System.exit(USAGE);
            }
        }
    }
}
