package org.gongshi.survey.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.round.SurveyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code office}: everything an office needs, in one folder and from one start (办公服务). A folder that is not there is made from the
 * starter content; what follows is done in the browser.
 */
@Command(name = "office", description = "启动办公服务：内容、各轮调查、账号、网站都在一个文件夹里，其余的事在浏览器里办", mixinStandardHelpOptions = true)
public final class OfficeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = FolderOptions.HOME + "office",
            description = "办公室的文件夹（默认为项目目录下的 office）；没有的，照 content/starter 建立")
    private Path home;

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

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port 应在 0 至 65535 之间：" + port);
        }
        URI outside = Urls.require(spec, baseUrl == null ? URI.create("http://" + host + ":" + port) : baseUrl);
        var folder = new OfficeHome(home);
        var content = new SurveyFolder(folder.content());
        RoundShelf shelf = RoundShelf.of(content, folder.chosen());
        Integer code = Desk.DONE;
        // Ends with the process, or with a fault: after a change of the round it goes on with the other.
        while (code == Desk.DONE) {
            code = Desk.guarded(spec.commandLine().getErr(), () -> serve(folder, content, shelf, outside));
        }
        return code;
    }

    private int serve(OfficeHome folder, SurveyFolder content, RoundShelf shelf, URI outside)
            throws IOException, InterruptedException {
        if (folder.prepare(Path.of(System.getProperty("gongshi.home", "")).resolve("content/starter"))) {
            spec.commandLine().getOut().println("已建立办公室的文件夹：" + folder.root());
        }
        RoundKey round = shelf.current();
        SurveyFiles files = SurveyFiles.beside(folder.survey(round));
        var settings = new ServeSettings(host, port, outside, Optional.ofNullable(trustedProxy), folder.clueKey());
        new Serving(files, settings, folder.office(), SiteOptions.program(folder.site(), folder.siteKey()))
                .run(new Desk(files, content, round), shelf, spec.commandLine().getOut());
        return Desk.DONE;
    }
}
