package org.gongshi.survey.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.gongshi.survey.demo.DemoContent;
import org.gongshi.survey.office.OfficeFolder;
import org.gongshi.survey.round.SurveyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code survey rehearse}: starts the server once in a temporary folder, opens its pages and stops it (试启动). It shows whether an
 * installation can serve at all, and what it loads is what the launcher keeps for quicker starts.
 */
@Command(
        name = "rehearse",
        description = "试启动：在临时目录里启动一次调查服务，打开各页再停止，不碰已有的数据；安装后可用来自检",
        mixinStandardHelpOptions = true)
public final class RehearseCommand implements Callable<Integer> {
    private static final String HOST = "127.0.0.1";
    private static final List<String> PAGES =
            List.of("health", "ready", "metrics", "", "office/sign-in", "api/v1/plan");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--content",
            paramLabel = "DIR",
            defaultValue = FolderOptions.HOME + "content/demo",
            description = "内容目录（默认为项目目录下的 content/demo）")
    private Path content;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("gongshi-rehearsal");
        try {
            return Desk.guarded(spec.commandLine().getErr(), () -> rehearse(folder));
        } finally {
            DemoContent.remove(folder);
        }
    }

    private int rehearse(Path folder) throws IOException, InterruptedException {
        var survey = new SurveyFolder(content);
        SurveyFiles files = SurveyFiles.beside(folder.resolve("survey"));
        var serving = new Serving(
                files,
                ServeSettings.plain(HOST, 0, URI.create("http://" + HOST + "/")),
                OfficeFolder.beside(files.folder().root()),
                SiteOptions.program(folder.resolve("site"), folder.resolve("site.key")));
        try (SurveyService service = serving.start(
                new Desk(files, survey, survey.newest()),
                RoundShelf.fixed(survey),
                Optional.empty(),
                new AtomicReference<>(Optional.empty()))) {
            return visit(service.port());
        }
    }

    private int visit(int port) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        int verdict = Desk.DONE;
        for (String page : PAGES) {
            URI address = URI.create("http://" + HOST + ":" + port + "/" + page);
            int status = client.send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != OK) {
                spec.commandLine().getErr().println("错误：试启动时 /" + page + " 回答 " + status + "，应为 " + OK);
                verdict = Desk.REFUSED;
            }
        }
        if (verdict == Desk.DONE) {
            spec.commandLine().getOut().println("试启动成功：" + PAGES.size() + " 个页面都有回答，数据没有改动");
        }
        return verdict;
    }
}
