package org.gongshi.benchmarks.site;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongshi.benchmarks.Contender;
import org.gongshi.benchmarks.Measure;
import org.gongshi.benchmarks.ProcessRun;
import org.gongshi.benchmarks.ResultTable;
import org.gongshi.benchmarks.SideBySide;

/**
 * Builds the same reports as a site with Gongshi and with Hugo, whole process, cold, alternated; then what is built again, what is
 * verified, and what copying alone costs. Ours runs as a clerk runs it, by the launcher (newest JDK, kept class data), in 512 MB. The folder holds {@code reports.ndjson}, and {@code hugo/} with the same reports as a
 * Hugo site.
 */
public final class SiteSuite {
    private final Path data;
    private final List<String> gongshi;
    private final SiteContent content;
    private final Path aside;
    private int put;

    private SiteSuite(Path data, Path launcher) throws IOException {
        this.data = data;
        this.aside = data.resolve("aside");
        this.content = SiteContent.write(data.resolve("reports.ndjson"), data.resolve("content"));
        this.gongshi = List.of("env", "JAVA_TOOL_OPTIONS=-Xmx512m", launcher.toString());
    }

    /** @param arguments folder, launcher, rounds */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("usage: site DIR LAUNCHER ROUNDS");
        }
        SiteSuite suite = new SiteSuite(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath());
        try {
            System.out.print(new ResultTable().of(suite.contenders().run(Integer.parseInt(arguments[2]))));
        } finally {
            delete(suite.aside);
        }
    }

    private SideBySide contenders() throws Exception {
        Path anew = data.resolve("anew");
        Path kept = data.resolve("kept");
        build(kept).run().once();
        AtomicInteger round = new AtomicInteger();
        SideBySide all = new SideBySide();
        if (Files.isDirectory(data.resolve("hugo"))) {
            all.add(cleaned(
                    "Hugo",
                    List.of(data.resolve("hugo-out")),
                    run(List.of("hugo", "--quiet", "-d", "../hugo-out"), "hugo")));
        }
        all.add(cleaned(
                "Gongshi, full",
                List.of(anew, data.resolve("anew.releases")),
                build(anew).run()));
        all.add(new Contender("Gongshi, nothing changed", build(kept).run()));
        all.add(new Contender("Gongshi, one report changed", () -> {
            content.changeOne(round.incrementAndGet());
            Measure measure = build(kept).run().once();
            build(kept).run().once();
            return measure;
        }));
        all.add(new Contender("Gongshi, verify", run(command("verify", kept.toString()), "")));
        all.add(cleaned(
                "cp -r of the pages and cat of the reports",
                List.of(data.resolve("copy")),
                run(List.of("sh", "-c", "cp -r kept/. copy && cat reports.ndjson > /dev/null"), "")));
        return all;
    }

    private Contender build(Path output) {
        return new Contender(
                "build",
                run(
                        command(
                                "build",
                                "--quiet",
                                "--content",
                                content.folder().toString(),
                                "--output",
                                output.toString()),
                        ""));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(gongshi);
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private ProcessRun run(List<String> command, String folder) {
        return new ProcessRun(data.resolve(folder), command);
    }

    /** Puts aside first, untimed, what the run will make; deleted at the end, for ext4 makes files slowly after many were deleted. */
    private Contender cleaned(String name, List<Path> made, Contender.Run run) {
        return new Contender(name, () -> {
            for (Path path : made) {
                if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(aside);
                    Files.move(path, aside.resolve(String.valueOf(put++)));
                }
            }
            return run.once();
        });
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
                for (Path child : children) {
                    delete(child);
                }
            }
        }
        Files.deleteIfExists(path);
    }
}
