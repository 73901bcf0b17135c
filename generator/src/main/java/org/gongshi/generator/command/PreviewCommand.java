package org.gongshi.generator.command;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.publication.PreviewContent;
import org.gongshi.evaluation.publication.PreviewResult;
import org.gongshi.generator.load.ContentLoader;
import org.gongshi.generator.serve.PreviewServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code preview}: the site as it would be, drafts stamped, rebuilt on every change; nothing is written (预览). */
@Command(name = "preview")
final class PreviewCommand implements Callable<Integer> {
    private final Surroundings around;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ContentOption content;

    @Option(names = "--as-of", paramLabel = "DATE")
    private LocalDate asOf;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8081")
    private int port;

    PreviewCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = content.folder(around);
        if (!Files.isDirectory(folder)) {
            around.err().println("gongshi: 没有文件夹 " + folder);
            return Program.USAGE;
        }
        try (PreviewServer server = PreviewServer.start(port);
                FolderWatch watch = new FolderWatch(folder)) {
            rebuild(folder, server);
            say("http://127.0.0.1:" + server.port() + "/  （草案预览，Ctrl-C 结束）");
            while (!Thread.currentThread().isInterrupted()) {
                watch.await();
                rebuild(folder, server);
            }
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (BindException taken) {
            around.err().println("gongshi: 端口 " + port + " 已被占用。请用 --port 指定另一个");
            return 1;
        }
    }

    /** With content that gives no page, what was shown before stays. */
    private void rebuild(Path folder, PreviewServer server) {
        PreviewResult result = new ContentLoader(folder, Optional.ofNullable(asOf)).preview();
        if (result instanceof PreviewResult.Unreadable unreadable) {
            tell(unreadable.findings());
            return;
        }
        PreviewContent preview = ((PreviewResult.Shown) result).preview();
        tell(preview.findings());
        try {
            server.show(Preview.files(preview));
            say("已更新：" + preview.drafts().size() + " 个地区为草案");
        } catch (IllegalArgumentException incomplete) {
            // A draft may contradict itself where only the gate would say so; the findings above tell what.
            say("草案还不能排版：" + incomplete.getMessage());
        }
    }

    private void tell(List<Finding> findings) {
        new FindingLines(findings).print(around.out(), spec.resourceBundle());
        around.out().flush();
    }

    private void say(String line) {
        around.out().println(line);
        around.out().flush();
    }
}
