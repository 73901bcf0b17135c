package org.gongshi.benchmarks.collector;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gongshi.benchmarks.Contender;
import org.gongshi.benchmarks.Measure;
import org.gongshi.benchmarks.ResultTable;
import org.gongshi.benchmarks.Runs;
import org.gongshi.benchmarks.SideBySide;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.command.SurveyFolder;

/**
 * The survey server under load, beside itself without storing and beside itself with one transaction a request: every
 * submission bears a code of its own and fifteen answers, and counts only when 201 came back.
 */
public final class CollectorLoad {
    private static final double WARM_UP = 5;
    private static final int WARM_UPS = 12;
    private static final double STEADY = 1.03;
    private static final int CODES = 500_000;
    private static final int ANSWERS = 15;
    private static final int STUDENTS = 20 * 45;
    private static final double ROOM_SECONDS = 60;

    private CollectorLoad() {}

    /** Arguments, all or none: connections, seconds of a run, rounds (64, 10, 3). Run it in the project's folder. */
    public static void main(String[] arguments) throws Exception {
        int connections = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 10;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        Path folder = Files.createTempDirectory("collector");
        Process servers = start(folder);
        try {
            Map<String, Integer> ports = ports(servers);
            var bodies = new Bodies(folder);
            var contenders = new SideBySide();
            for (String name : List.of("nothing", "whole", "single")) {
                contenders.add(new Contender(
                        name(name),
                        () -> new Load(ports.get(name), connections, seconds).run(() -> bodies.next(name), 201)));
                warmUp(() -> new Load(ports.get(name), connections, WARM_UP).run(() -> bodies.next(name), 201));
            }
            byte[] page = Load.get("/survey/parent");
            contenders.add(new Contender(
                    "questionnaire page",
                    () -> new Load(ports.get("whole"), connections, seconds).run(() -> page, 200)));
            List<Runs> runs = contenders.run(rounds);
            System.out.println(connections + " connections, runs of " + seconds + " s");
            System.out.print(new ResultTable("per-second", "p50-ms", "p99-ms", "other").of(runs));
            rooms(ports.get("whole"), bodies, page);
            double nothing = runs.get(0).medianOf("per-second").orElseThrow();
            double whole = runs.get(1).medianOf("per-second").orElseThrow();
            double single = runs.get(2).medianOf("per-second").orElseThrow();
            System.out.printf(
                    "stored / not stored %.2f, batches / one transaction each %.1f%n", whole / nothing, whole / single);
        } finally {
            servers.getOutputStream().close();
            servers.waitFor();
            remove(folder);
        }
    }

    /** Until the rate grows no more: while the JVM still compiles it takes a processor from what is measured. */
    private static void warmUp(Callable<Measure> load) throws Exception {
        double best = 0;
        for (int run = 0; run < WARM_UPS; run++) {
            double rate = load.call().figures().get("per-second");
            if (run > 1 && rate < best * STEADY) {
                return;
            }
            best = Math.max(best, rate);
        }
    }

    /** 20 computer rooms of 45 students, all at the same moment: each opens the page, each sends. */
    private static void rooms(int port, Bodies bodies, byte[] page) throws InterruptedException {
        var pages = new AtomicInteger(STUDENTS);
        Measure opened =
                new Load(port, STUDENTS, ROOM_SECONDS).run(() -> pages.getAndDecrement() > 0 ? page : new byte[0], 200);
        var sheets = new AtomicInteger(STUDENTS);
        Measure sent = new Load(port, STUDENTS, ROOM_SECONDS)
                .run(() -> sheets.getAndDecrement() > 0 ? bodies.next("whole") : new byte[0], 201);
        System.out.printf(
                "%d students at once: pages p99 %.0f ms, %.0f errors; sheets p99 %.0f ms, %.0f errors, all in %.2f s%n",
                STUDENTS,
                opened.figures().get("p99-ms"),
                opened.figures().get("other"),
                sent.figures().get("p99-ms"),
                sent.figures().get("other"),
                sent.seconds());
    }

    private static String name(String server) {
        return switch (server) {
            case "nothing" -> "parsed and answered, not stored";
            case "whole" -> "stored durably, batches (the server)";
            default -> "stored durably, one transaction each";
        };
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CollectorServers.class.getName(),
                        folder.toString(),
                        "content/demo",
                        String.valueOf(CODES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Map<String, Integer> ports(Process servers) throws IOException {
        Map<String, Integer> ports = new TreeMap<>();
        BufferedReader lines = servers.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the servers did not start");
            }
            String[] parts = line.split(" ");
            if (parts.length == 2) {
                ports.put(parts[0], Integer.parseInt(parts[1]));
            }
        }
        return ports;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Submissions, each with the next code of its server; the one that keeps nothing takes the same code again and again. */
    private static final class Bodies {
        private final Map<String, Queue<String>> codes = new TreeMap<>();
        private final String anyCode;
        private final String head;
        private final String answers;

        Bodies(Path folder) throws IOException {
            for (String name : List.of("whole", "single", "nothing")) {
                codes.put(name, new ConcurrentLinkedQueue<>(Files.readAllLines(folder.resolve(name + ".codes"))));
            }
            anyCode = codes.get("nothing").peek();
            var content = new SurveyFolder(Path.of("content/demo"));
            var questionnaire = content.forms(content.newest()).questionnaires().get(Audience.PARENT);
            head = "{\"audience\":\"parent\",\"questionnaire\":\"" + questionnaire.digest() + "\",\"nonce\":\"";
            var object = Json.object();
            questionnaire.items().stream().limit(ANSWERS).forEach(item -> object.put(item.code(), Json.of(4)));
            answers = JsonText.compact(object.build());
        }

        byte[] next(String name) {
            String code = name.equals("nothing") ? anyCode : codes.get(name).poll();
            if (code == null) {
                return new byte[0];
            }
            byte[] nonce = new byte[16];
            ThreadLocalRandom.current().nextBytes(nonce);
            return Load.post(head + HexFormat.of().formatHex(nonce) + "\",\"code\":\"" + code + "\",\"answers\":"
                    + answers + "}");
        }
    }
}
