package org.gongshi.generator.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gongshi.generator.diff.DiffText;
import org.gongshi.generator.diff.SiteComparison;
import org.gongshi.generator.diff.SiteDiff;
import org.gongshi.generator.seal.SealFault;
import org.gongshi.generator.verify.FolderSource;
import org.gongshi.generator.verify.SiteSource;
import org.gongshi.generator.verify.UrlSource;
import org.gongshi.generator.verify.ZipSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}: what differs for a reader between two sites (比较两个版本). */
@Command(name = "diff")
final class DiffCommand implements Callable<Integer> {
    private static final int UNREADABLE = 1;

    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "OLD")
    private String old;

    @Parameters(index = "1", paramLabel = "NEW")
    private String now;

    @Option(names = "--html", paramLabel = "FILE")
    private Path html;

    DiffCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        SiteDiff diff;
        try (SiteSource before = source(old);
                SiteSource after = source(now)) {
            diff = SiteComparison.of(before, after);
        } catch (IOException | SealFault | IllegalArgumentException fault) {
            around.err().println("gongshi: 无法比较：" + fault.getMessage());
            return UNREADABLE;
        }
        DiffText.lines(diff).forEach(around.out()::println);
        if (html != null) {
            Files.writeString(html, DiffText.html(diff), StandardCharsets.UTF_8);
            around.out().println(html);
        }
        return 0;
    }

    private static SiteSource source(String target) throws IOException {
        if (UrlSource.isAddress(target)) {
            return new UrlSource(target);
        }
        Path path = Path.of(target);
        if (Files.isDirectory(path)) {
            return new FolderSource(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException(target + " 不是文件夹、压缩包或网址");
        }
        return new ZipSource(path);
    }
}
