package org.gongshi.survey.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.store.Disk;
import org.gongshi.survey.store.StoreFault;

/** Where preparations of the site lie: {@code N/job.json}, {@code N/content}, {@code N/site}. */
final class SiteFolders {
    private final Path root;

    SiteFolders(Path root) {
        this.root = Objects.requireNonNull(root, "root");
    }

    Path content(int number) {
        return folder(number).resolve("content");
    }

    Path candidate(int number) {
        return folder(number).resolve("site");
    }

    private Path folder(int number) {
        return root.resolve(Integer.toString(number));
    }

    /** All that are on file, newest first. */
    List<SiteJob> read() {
        if (!Files.isDirectory(root)) {
            return new ArrayList<>();
        }
        try (Stream<Path> folders = Files.list(root)) {
            List<SiteJob> jobs = new ArrayList<>();
            for (Path folder :
                    folders.filter(one -> Files.exists(one.resolve("job.json"))).toList()) {
                jobs.add(SiteJob.read(Files.readAllBytes(folder.resolve("job.json"))));
            }
            jobs.sort(Comparator.comparingInt(SiteJob::number).reversed());
            return jobs;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** One at a time: the job and whoever stops or publishes it may write at once. */
    synchronized void write(SiteJob job) {
        try {
            Files.createDirectories(folder(job.number()));
        } catch (IOException fault) {
            throw new StoreFault("网站生成目录无法建立：" + folder(job.number()), fault);
        }
        Disk.write(folder(job.number()).resolve("job.json"), job.json());
    }

    /** Copies a content folder: plain files and folders only, never what a link points to. */
    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isSymbolicLink(one)) {
                    throw new StoreFault("内容目录中有符号链接：" + one);
                }
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target);
                }
            }
        } catch (IOException fault) {
            throw new StoreFault("内容无法复制：" + fault.getMessage(), fault);
        }
    }

    /** One digest over names and bytes of a folder. */
    static String digest(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(one).toString(),
                        Digest.of(Files.readAllBytes(one)).hex());
            }
        } catch (IOException fault) {
            throw new StoreFault("内容无法读取：" + folder, fault);
        }
        var text = new StringBuilder();
        files.forEach((name, hex) -> text.append(hex).append(' ').append(name).append('\n'));
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Removes what a candidate needs and its record does not. */
    void discard(int number) {
        remove(candidate(number));
        remove(content(number));
    }

    void removeCandidate(int number) {
        remove(candidate(number));
    }

    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException fault) {
            throw new StoreFault("目录无法删除：" + folder, fault);
        }
    }
}
