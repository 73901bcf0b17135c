package org.gongshi.benchmarks;

import java.util.Arrays;

/** The benchmarks' command line: a suite and its arguments, or {@code jmh} and JMH's own. */
public final class Main {
    private static final int USAGE = 64;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String suite = arguments.length == 0 ? "" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (suite) {
            case "jmh" -> org.openjdk.jmh.Main.main(rest);
            default -> {
                System.err.println("usage: jmh, then JMH's arguments: see docs/benchmarks.md");
                System.exit(USAGE);
            }
        }
    }
}
