package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.office.Person;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.StoreFault;

/**
 * Takes changes of the content in (改动): each is made on a copy, held against the rules, shown line by line, and goes into the content
 * when a person accepts it, unless that has changed meanwhile. What waits outlives a restart; what nobody accepts is dropped after two
 * weeks. Thread-safe.
 */
final class ChangeDesk {
    /** How long a change waits for somebody to accept it. */
    static final Duration WAITS = Duration.ofDays(14);

    private static final int KEPT = 200;

    private final House house;
    private final SiteProgram program;
    private final Path folder;
    private final Executor worker;
    private final ChangeFolders folders;
    private final List<ChangeJob> jobs;

    ChangeDesk(House house, SiteProgram program, Path folder, Executor worker) {
        this.house = Objects.requireNonNull(house, "house");
        this.program = Objects.requireNonNull(program, "program");
        this.folder = Objects.requireNonNull(folder, "folder");
        this.worker = Objects.requireNonNull(worker, "worker");
        this.folders = new ChangeFolders(folder, house.content().root());
        this.jobs = folders.read();
        expire();
    }

    /** How a change is made on a copy of the content. */
    interface Edit {
        /**
         * Makes it.
         *
         * @param own a folder for this errand alone
         * @param content the copy of the content
         * @param job is told what is wrong
         * @return whether it could be made
         */
        boolean make(Path own, Path content, ChangeJob job) throws IOException, InterruptedException;
    }

    boolean hasProgram() {
        return program.runner().isPresent();
    }

    /** Newest first. */
    synchronized List<ChangeJob> all() {
        expire();
        return List.copyOf(jobs);
    }

    synchronized Optional<ChangeJob> find(int number) {
        expire();
        return jobs.stream().filter(job -> job.number() == number).findFirst();
    }

    private synchronized void expire() {
        OffsetDateTime oldest = now().minus(WAITS);
        for (ChangeJob job : jobs) {
            if (job.moment().isBefore(oldest) && job.turn(ChangeJob.State.READY, ChangeJob.State.EXPIRED)) {
                job.forget();
                folders.write(job);
            }
        }
        while (jobs.size() > KEPT) {
            folders.remove(jobs.remove(jobs.size() - 1));
        }
    }

    private OffsetDateTime now() {
        return house.clock().instant().atOffset(House.ZONE).withNano(0);
    }

    SiteProgram.Runner runner() {
        return program.runner().orElseThrow(() -> new RoundFault("找不到生成程序"));
    }

    /** The workbook of a kind with what is known already. @throws RoundFault with the generator's words */
    byte[] template(String kind) {
        List<String> said = new ArrayList<>();
        return inFolder("template", own -> {
            Path file = own.resolve(kind + ".xlsx");
            List<String> arguments = new ArrayList<>(List.of("export-template", kind));
            arguments.addAll(house.generatorOptions());
            arguments.addAll(List.of("--output", file.toString()));
            int code = runner().run(said::add, arguments.toArray(String[]::new));
            if (code != 0) {
                throw new RoundFault(said.isEmpty() ? List.of("工作簿无法导出") : said);
            }
            return Files.readAllBytes(file);
        });
    }

    /** @param report the place whose report it is; empty for a workbook */
    ChangeJob take(Request.Upload upload, Person person, Optional<String> report) {
        SiteProgram.Runner runner = runner();
        ChangeKind kind = report.isPresent() ? ChangeKind.REPORT : ChangeKind.WORKBOOK;
        return begin(kind, upload.plainName(), person, (own, content, job) -> {
            Path file = own.resolve(job.title());
            Files.write(file, upload.bytes());
            List<String> arguments =
                    new ArrayList<>(List.of("import", file.toString(), "--content", content.toString()));
            report.ifPresent(
                    place -> arguments.addAll(List.of("--report", house.round().round() + "/" + place)));
            return runner.run(job::say, arguments.toArray(String[]::new)) == 0;
        });
    }

    /** Begins a change; it is made and checked in the background. */
    ChangeJob begin(ChangeKind kind, String title, Person person, Edit edit) {
        ChangeJob job;
        synchronized (this) {
            if (jobs.stream().anyMatch(one -> one.state() == ChangeJob.State.RUNNING)) {
                throw new RoundFault("正在检查另一处改动，请稍候");
            }
            int number = jobs.stream().mapToInt(ChangeJob::number).max().orElse(0) + 1;
            job = new ChangeJob(number, kind, title, person, now());
            folders.write(job);
            jobs.add(0, job);
            expire();
        }
        worker.execute(() -> check(job, edit));
        return job;
    }

    private void check(ChangeJob job, Edit edit) {
        ChangeJob.State next = ChangeJob.State.REFUSED;
        try {
            next = inFolder("change", own -> checked(job, edit, own));
        } catch (RuntimeException fault) {
            boolean told = fault instanceof RoundFault || fault instanceof StoreFault;
            job.say(told ? fault.getMessage() : "程序故障：" + fault.getClass().getSimpleName());
        } finally {
            job.turn(ChangeJob.State.RUNNING, next);
            folders.write(job);
        }
    }

    private ChangeJob.State checked(ChangeJob job, Edit edit, Path own) throws IOException, InterruptedException {
        Path content = own.resolve("content");
        SiteFolders.copy(house.content().root(), content);
        Map<String, Digest> before = digests(content);
        if (!edit.make(own, content, job)) {
            return ChangeJob.State.REFUSED;
        }
        Map<String, Digest> after = digests(content);
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                Optional<byte[]> bytes = after.containsKey(name)
                        ? Optional.of(Files.readAllBytes(content.resolve(name)))
                        : Optional.empty();
                String was = Optional.ofNullable(before.get(name))
                        .map(Digest::toString)
                        .orElse("");
                job.change(name, new ChangeJob.Change(was, bytes, folders.diff(name, bytes)));
            }
        }
        boolean sound =
                job.kind().isChecked() || ChangeCheck.sound(house.content().root(), content, now().toLocalDate(), job);
        return sound ? ChangeJob.State.READY : ChangeJob.State.REFUSED;
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
        ChangeJob job = require(number);
        List<String> names;
        synchronized (this) {
            for (Map.Entry<String, ChangeJob.Change> change : job.changes().entrySet()) {
                if (!digestNow(change.getKey()).equals(change.getValue().before())) {
                    throw new RoundFault(change.getKey() + " 在此之后被改动，请重新办理，再核对差异");
                }
            }
            names = List.copyOf(job.changes().keySet());
            if (names.isEmpty() || !job.turn(ChangeJob.State.READY, ChangeJob.State.ACCEPTED)) {
                throw new RoundFault("没有可以写入的改动");
            }
            new ChangeWriter(house.content().root()).write(job.changes());
            job.forget();
            folders.write(job);
        }
        return names;
    }

    void discard(int number) {
        ChangeJob job = require(number);
        if (!job.turn(ChangeJob.State.READY, ChangeJob.State.DISCARDED)) {
            throw new RoundFault("没有待写入的改动");
        }
        job.forget();
        folders.write(job);
    }

    ChangeJob require(int number) {
        return find(number).orElseThrow(() -> new RoundFault("没有这一次改动"));
    }

    private String digestNow(String name) {
        Path live = house.content().root().resolve(name);
        return Files.exists(live) ? Digest.of(DeskFiles.read(live)).toString() : "";
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
