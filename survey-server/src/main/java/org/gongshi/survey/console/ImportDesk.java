package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.release.WholeFile;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.StoreFault;

/**
 * Takes workbooks and reports in (导入): the generator's own {@code import} works on a copy of the content; what it would write is shown
 * line by line, and goes into the content when a person accepts it, unless that has changed meanwhile. Thread-safe.
 */
final class ImportDesk {
    private static final int KEPT = 20;

    private final House house;
    private final SiteProgram program;
    private final Path folder;
    private final Executor worker;
    private final List<ImportJob> jobs = new ArrayList<>();
    private int last;

    ImportDesk(House house, SiteProgram program, Path folder, Executor worker) {
        this.house = Objects.requireNonNull(house, "house");
        this.program = Objects.requireNonNull(program, "program");
        this.folder = Objects.requireNonNull(folder, "folder");
        this.worker = Objects.requireNonNull(worker, "worker");
    }

    boolean hasProgram() {
        return program.runner().isPresent();
    }

    /** Newest first; since the server started. */
    synchronized List<ImportJob> all() {
        return List.copyOf(jobs);
    }

    synchronized Optional<ImportJob> find(int number) {
        return jobs.stream().filter(job -> job.number() == number).findFirst();
    }

    private SiteProgram.Runner runner() {
        return program.runner().orElseThrow(() -> new RoundFault("找不到生成程序"));
    }

    /** The workbook of a kind with what is known already. @throws RoundFault with the generator's words */
    byte[] template(String kind) {
        List<String> said = new ArrayList<>();
        return inFolder("template", own -> {
            Path file = own.resolve(kind + ".xlsx");
            int code = runner().run(
                            said::add,
                            "export-template",
                            kind,
                            "--content",
                            house.content().root().toString(),
                            "--year",
                            house.round().round().year().toString(),
                            "--organizer",
                            house.round().round().organizer().value(),
                            "--output",
                            file.toString());
            if (code != 0) {
                throw new RoundFault(said.isEmpty() ? List.of("工作簿无法导出") : said);
            }
            return Files.readAllBytes(file);
        });
    }

    /** @param report the place whose report it is; empty for a workbook */
    ImportJob take(Request.Upload upload, String person, Optional<String> report) {
        runner();
        ImportJob job;
        synchronized (this) {
            if (jobs.stream().anyMatch(one -> one.state() == ImportJob.State.RUNNING)) {
                throw new RoundFault("正在检查另一份文件，请稍候");
            }
            job = new ImportJob(
                    ++last,
                    person,
                    upload.plainName(),
                    house.clock().instant().atOffset(House.ZONE).withNano(0));
            jobs.add(0, job);
            if (jobs.size() > KEPT) {
                jobs.remove(jobs.size() - 1);
            }
        }
        worker.execute(() -> check(job, upload, report));
        return job;
    }

    private void check(ImportJob job, Request.Upload upload, Optional<String> report) {
        ImportJob.State next = ImportJob.State.REFUSED;
        try {
            next = inFolder("import", own -> checked(job, upload, report, own));
        } catch (RuntimeException fault) {
            boolean told = fault instanceof RoundFault || fault instanceof StoreFault;
            job.say(told ? fault.getMessage() : "程序故障：" + fault.getClass().getSimpleName());
        } finally {
            job.turn(ImportJob.State.RUNNING, next);
        }
    }

    private ImportJob.State checked(ImportJob job, Request.Upload upload, Optional<String> report, Path own)
            throws IOException, InterruptedException {
        Path content = own.resolve("content");
        SiteFolders.copy(house.content().root(), content);
        Map<String, Digest> before = digests(content);
        Path file = own.resolve(job.file());
        Files.write(file, upload.bytes());
        List<String> arguments = new ArrayList<>(List.of("import", file.toString(), "--content", content.toString()));
        report.ifPresent(
                place -> arguments.addAll(List.of("--report", house.round().round() + "/" + place)));
        int code = runner().run(job::say, arguments.toArray(String[]::new));
        if (code != 0) {
            return ImportJob.State.REFUSED;
        }
        for (Map.Entry<String, Digest> after : digests(content).entrySet()) {
            Optional<Digest> was = Optional.ofNullable(before.get(after.getKey()));
            if (!was.equals(Optional.of(after.getValue()))) {
                byte[] bytes = Files.readAllBytes(content.resolve(after.getKey()));
                Path live = house.content().root().resolve(after.getKey());
                List<String> old = was.isPresent() ? lines(Files.readAllBytes(live)) : List.of();
                job.change(
                        after.getKey(),
                        new ImportJob.Change(
                                was.map(Digest::toString).orElse(""), bytes, TextDiff.of(old, lines(bytes))));
            }
        }
        return ImportJob.State.READY;
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    private static Map<String, Digest> digests(Path content) throws IOException {
        Map<String, Digest> digests = new TreeMap<>();
        try (Stream<Path> all = Files.walk(content)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                digests.put(content.relativize(one).toString().replace('\\', '/'), Digest.of(Files.readAllBytes(one)));
            }
        }
        return digests;
    }

    /** Writes what was shown; each file whole. @return the names of the files */
    List<String> accept(int number) {
        ImportJob job = require(number);
        synchronized (this) {
            for (Map.Entry<String, ImportJob.Change> change : job.changes().entrySet()) {
                if (!digestNow(change.getKey()).equals(change.getValue().before())) {
                    throw new RoundFault(change.getKey() + " 在上传之后被改动，请重新上传，再核对差异");
                }
            }
            if (job.changes().isEmpty() || !job.turn(ImportJob.State.READY, ImportJob.State.ACCEPTED)) {
                throw new RoundFault("这份文件没有可接受的改动");
            }
            job.changes().forEach((name, change) -> {
                Path live = house.content().root().resolve(name);
                try {
                    Files.createDirectories(live.getParent());
                } catch (IOException fault) {
                    throw new StoreFault("目录无法建立：" + live.getParent(), fault);
                }
                WholeFile.write(live, change.bytes());
            });
        }
        return List.copyOf(job.changes().keySet());
    }

    void discard(int number) {
        if (!require(number).turn(ImportJob.State.READY, ImportJob.State.DISCARDED)) {
            throw new RoundFault("这份文件没有待接受的改动");
        }
    }

    private ImportJob require(int number) {
        return find(number).orElseThrow(() -> new RoundFault("没有这一次导入，或服务已重新启动：请重新上传"));
    }

    private String digestNow(String name) {
        Path live = house.content().root().resolve(name);
        try {
            return Files.exists(live) ? Digest.of(Files.readAllBytes(live)).toString() : "";
        } catch (IOException fault) {
            throw new StoreFault("文件无法读取：" + live, fault);
        }
    }

    /** Something that needs a folder of its own for a while. */
    private interface Errand<T> {
        T run(Path own) throws IOException, InterruptedException;
    }

    private <T> T inFolder(String prefix, Errand<T> errand) {
        try {
            Files.createDirectories(folder);
            Path own = Files.createTempDirectory(folder, prefix);
            try {
                return errand.run(own);
            } finally {
                SiteFolders.remove(own);
            }
        } catch (IOException fault) {
            throw new StoreFault("文件无法处理：" + fault.getMessage(), fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RoundFault("服务正在停止");
        }
    }
}
