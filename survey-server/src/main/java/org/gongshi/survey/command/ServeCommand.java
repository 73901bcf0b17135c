package org.gongshi.survey.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code survey serve}: the survey server, until it is told to stop. */
@Command(name = "serve", description = "运行调查服务，直到收到停止信号（停止时写完已收下的答卷）", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions options;

    @Mixin
    private OfficeOptions office;

    @Mixin
    private SiteOptions site;

    @Option(names = "--port", paramLabel = "P", defaultValue = "7070", description = "端口（默认 ${DEFAULT-VALUE}）")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "监听地址（默认 ${DEFAULT-VALUE}）")
    private String host;

    @Option(names = "--base-url", paramLabel = "URL", description = "对外网址（默认 http://HOST:PORT）")
    private URI baseUrl;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            description = "前置代理的地址；只有它的 X-Forwarded-For 被采信（默认不采信任何代理）")
    private String trustedProxy;

    @Option(names = "--clue-key", paramLabel = "FILE", description = "线索箱公钥（survey clues keys 生成）；不给出则不开线索箱")
    private Path clueKey;

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port 应在 0 至 65535 之间：" + port);
        }
        URI outside = Urls.require(spec, baseUrl == null ? URI.create("http://" + host + ":" + port) : baseUrl);
        var desk = new Desk(options);
        return desk.guarded(spec.commandLine().getErr(), () -> serve(desk, outside));
    }

    private int serve(Desk desk, URI outside) throws InterruptedException {
        SurveyRound round = desk.hold();
        new ServedAddress(options.files().folder().root()).remember(outside);
        var settings =
                new ServeSettings(host, port, outside, Optional.ofNullable(trustedProxy), Optional.ofNullable(clueKey));
        SurveyFiles files = options.files();
        Path data = files.folder().root();
        SurveyService service = SurveyService.withOffice(
                round,
                files,
                desk.content(),
                settings,
                () -> OfficeService.start(
                        office.open(data),
                        round,
                        files,
                        desk.content(),
                        desk.clock(),
                        outside,
                        site.program(),
                        office.folder(data).site()));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            LOG.info("event=stopped");
            stopped.countDown();
        }));
        PrintWriter out = spec.commandLine().getOut();
        out.println("调查服务已启动：http://" + host + ":" + service.port() + "/  轮次 " + round.round() + "  状态 "
                + round.state().label());
        out.println("办公控制台：" + outside + (outside.toString().endsWith("/") ? "" : "/") + "office"
                + (service.hasAccounts() ? "" : "   （还没有账号：先运行 survey accounts add）"));
        settings.reminders().forEach(reminder -> out.println("提醒：" + reminder));
        out.flush();
        LOG.info(
                "event=started port={} round={} state={} milliseconds={}",
                service.port(),
                round.round(),
                round.state().key(),
                sinceStart());
        stopped.await();
        return Desk.DONE;
    }

    /** Since the process began, the start of the Java platform included. */
    private static long sinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(begun ->
                        Duration.between(begun, Clock.systemUTC().instant()).toMillis())
                .orElse(-1L);
    }
}
