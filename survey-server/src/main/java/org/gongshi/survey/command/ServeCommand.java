package org.gongshi.survey.command;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.survey.office.OfficeFolder;
import org.gongshi.survey.round.SurveyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code survey serve}: the survey server, until it is told to stop. */
@Command(name = "serve", description = "运行调查服务，直到收到停止信号（停止时写完已收下的答卷）", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
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
        if (options.isOffice()) {
            throw new ParameterException(spec.commandLine(), "办公室的文件夹用 gongshi office --home 启动");
        }
        URI outside = Urls.require(spec, baseUrl == null ? URI.create("http://" + host + ":" + port) : baseUrl);
        var desk = new Desk(options);
        return Desk.guarded(spec.commandLine().getErr(), () -> serve(desk, outside));
    }

    private int serve(Desk desk, URI outside) throws InterruptedException {
        SurveyFiles files = options.files();
        OfficeFolder accounts = office.folder(options);
        // A key that was made at the console, unless another is named.
        Optional<Path> clues = Optional.ofNullable(clueKey)
                .or(() -> Optional.of(accounts.cluePublicKey()).filter(Files::exists));
        var settings = new ServeSettings(host, port, outside, Optional.ofNullable(trustedProxy), clues);
        new Serving(files, settings, accounts, site.program())
                .run(desk, RoundShelf.fixed(desk.content()), spec.commandLine().getOut());
        return Desk.DONE;
    }
}
