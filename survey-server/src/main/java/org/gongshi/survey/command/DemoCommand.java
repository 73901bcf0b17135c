package org.gongshi.survey.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.demo.DemoContent;
import org.gongshi.survey.demo.DemoFault;
import org.gongshi.survey.demo.GeneratorProgram;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.StoreFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code demo}: the whole way from the first answer to the verified site, on a copy of the demonstration content; then the
 * site and the survey of the next round to look at.
 */
@Command(name = "demo", description = "演示全过程：发码、收卷、发布、审定、批准、建站、验证；随后可浏览网站、试填下一轮问卷", mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    /** Who releases and who confirms in the demonstration. */
    public static final List<String> ROLES = List.of("演示统计岗", "演示复核岗");

    private static final String MARK = ".gongshi-demo";
    private static final int FEWEST = 400;
    private static final int MOST = 1_000_000;
    private static final String HOST = "127.0.0.1";

    @Spec
    private CommandSpec spec;

    @Option(names = "--once", description = "验证之后即结束，不留下服务")
    private boolean once;

    @Option(names = "--responses", paramLabel = "N", description = "模拟答卷份数，约数（默认按 populations.csv 的发码数，约四千份）")
    private Integer responses;

    @Option(names = "--work", paramLabel = "DIR", description = "工作目录，会先清空（默认 work/demo）")
    private Path work;

    @Option(names = "--content", paramLabel = "DIR", description = "演示内容，只读取（默认 content/demo）")
    private Path content;

    @Option(names = "--seed", paramLabel = "SEED", description = "随机种子：种子和份数相同，结果逐字节相同（默认为评价年度）")
    private Long seed;

    @Option(names = "--year", paramLabel = "Y", description = "演示哪一年度的调查（默认为最新一轮）")
    private Integer year;

    @Option(names = "--renew", description = "完成后把结果、得分和决定写回 --content：更新随程序附带的演示内容")
    private boolean renew;

    @Option(names = "--site-port", paramLabel = "P", defaultValue = "8080", description = "网站端口（默认 ${DEFAULT-VALUE}）")
    private int sitePort;

    @Option(names = "--survey-port", paramLabel = "P", defaultValue = "7070", description = "问卷端口（默认 ${DEFAULT-VALUE}）")
    private int surveyPort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (responses != null && (responses < FEWEST || responses > MOST)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--responses 应在 " + FEWEST + " 至 " + MOST + " 之间（少于 " + FEWEST + " 份时，有的地区、学段会没有答卷，无法加权）："
                            + responses);
        }
        Path home = Path.of(System.getProperty("gongshi.home", ""));
        Path folder = (work == null ? home.resolve("work/demo") : work).toAbsolutePath();
        Path source = (content == null ? home.resolve("content/demo") : content).toAbsolutePath();
        PrintWriter out = spec.commandLine().getOut();
        try {
            var generator = new GeneratorProgram(java(), generator(home));
            prepare(folder, source);
            var run = new DemoRun(folder, generator, out, Clock.systemUTC(), new SecureRandom());
            DemoContent demo = run.run(
                    source,
                    Optional.ofNullable(year).map(EvaluationYear::new),
                    Optional.ofNullable(seed),
                    Optional.ofNullable(responses));
            if (renew) {
                demo.renew(source);
            }
            if (!once) {
                keepOpen(run, demo, folder);
            }
            return Desk.DONE;
        } catch (RoundFault fault) {
            fault.lines().forEach(line -> explain(line));
        } catch (DemoFault | StoreFault | SecretFault fault) {
            explain(fault.getMessage());
        }
        return Desk.REFUSED;
    }

    private void explain(String message) {
        spec.commandLine().getErr().println("演示未完成：" + message);
    }

    /** What lies in the folder is thrown away: only a demonstration's own. */
    private static void prepare(Path folder, Path source) {
        try {
            boolean foreign = Files.isDirectory(folder) && !Files.exists(folder.resolve(MARK)) && !isEmpty(folder);
            if (foreign) {
                throw new DemoFault("工作目录不是空的，也不是以前的演示：" + folder + "（用 --work 指定另一个目录）");
            }
            if (!Files.isDirectory(source)) {
                throw new DemoFault("没有演示内容：" + source);
            }
            if (source.startsWith(folder)) {
                throw new DemoFault("演示内容在工作目录之内，会被清空：" + source);
            }
            DemoContent.remove(folder);
            Files.createDirectories(folder);
            Files.createFile(folder.resolve(MARK));
        } catch (IOException fault) {
            throw new DemoFault("工作目录无法准备：" + folder, fault);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    static Path java() {
        String command = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", command);
    }

    /** The launcher says where the generator lies. */
    private static String generator(Path home) {
        String told = System.getProperty("gongshi.generator", System.getenv("GONGSHI_GENERATOR_JAR"));
        if (told != null) {
            return told;
        }
        Path usual = home.resolve("generator/target/gongshi-generator-0.1.0-all.jar");
        if (!Files.exists(usual)) {
            throw new DemoFault("找不到生成程序：用 ./gongshi demo 启动，或以环境变量 GONGSHI_GENERATOR_JAR 指明");
        }
        return usual.toString();
    }

    private void keepOpen(DemoRun run, DemoContent demo, Path folder) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        var stopped = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            await(ended);
        }));
        try (var site = run.serveSite(HOST, sitePort);
                var survey = run.serveNextRound(
                        demo, URI.create("http://" + HOST + ":" + surveyPort), OffsetDateTime.now())) {
            out.println();
            out.println("网站    http://" + HOST + ":" + sitePort + "/");
            out.println("问卷    " + survey.address() + "/   （" + survey.title() + "，现在开放）");
            survey.codes()
                    .forEach((audience, codes) ->
                            out.println("访问码  " + audience.label() + "  " + String.join("  ", codes)));
            out.println("控制台  " + survey.address() + "/office");
            survey.signIns().forEach(out::println);
            out.println("按 Ctrl-C 结束");
            out.flush();
            site.onExit(stopped::countDown);
            stopped.await();
        } finally {
            ended.countDown();
        }
    }

    /** The shutdown waits until services and children have been stopped; not for this thread, which waits for the shutdown. */
    private static void await(CountDownLatch ended) {
        try {
            ended.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
