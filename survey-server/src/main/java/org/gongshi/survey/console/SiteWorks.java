package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.AuditEntry;
import org.gongshi.survey.office.Person;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.StoreFault;

/**
 * Prepares and publishes the site (网站生成): one thing at a time, each on a copy of the content, so that what the reviewer looked at
 * is what gets published, byte by byte. Thread-safe.
 */
final class SiteWorks {
    private final House house;
    private final SiteProgram program;
    private final SiteFolders folders;
    private final Executor worker;
    private final List<SiteJob> jobs;

    SiteWorks(House house, SiteProgram program, Path folder, Executor worker) {
        this.house = Objects.requireNonNull(house, "house");
        this.program = Objects.requireNonNull(program, "program");
        this.folders = new SiteFolders(folder);
        this.worker = Objects.requireNonNull(worker, "worker");
        this.jobs = folders.read();
    }

    LocalDate today() {
        return LocalDate.ofInstant(house.clock().instant(), House.ZONE);
    }

    /** The day that is proposed: today; nothing where {@code site.yaml} names a later one, as a demonstration may. */
    String day() {
        boolean ahead = house.content().site().asOf().isAfter(today());
        return ahead ? "" : today().toString();
    }

    /** Whether the public site has results of the round that is worked on. */
    boolean hasResults() {
        return !PublishedTables.of(program.output(), house.round().round())
                .rows("grades")
                .isEmpty();
    }

    boolean hasProgram() {
        return program.runner().isPresent();
    }

    boolean hasKey() {
        return program.hasKey();
    }

    String fingerprint() {
        return program.fingerprint();
    }

    /** Newest first. */
    synchronized List<SiteJob> all() {
        return List.copyOf(jobs);
    }

    synchronized Optional<SiteJob> find(int number) {
        return jobs.stream().filter(job -> job.number() == number).findFirst();
    }

    /** The copy of the content that a preparation was made of, while it is kept. */
    Optional<Path> content(int number) {
        return find(number).map(job -> folders.content(job.number())).filter(Files::isDirectory);
    }

    /** The pages of a candidate, while they are kept: until it is published or discarded. */
    Optional<Path> candidate(int number) {
        return find(number)
                .filter(job -> job.state() == SiteJob.State.READY)
                .map(job -> folders.candidate(job.number()))
                .filter(Files::isDirectory);
    }

    synchronized boolean isBusy() {
        return jobs.stream().anyMatch(job -> job.state().isBusy());
    }

    /** Begins a preparation of what lies in the content folder now. */
    SiteJob prepare(Person person, Optional<LocalDate> asOf) {
        SiteJob job = begin(person, Optional.empty(), asOf);
        worker.execute(() -> run(job, person, Action.PREPARE_SITE, () -> {
            step(job, SiteStep.COPY, () -> copy(job, house.content().root()));
            candidate(job);
            return SiteJob.State.READY;
        }));
        return job;
    }

    /** Publishes the content of an earlier release once more, as a new release. */
    SiteJob again(int earlier, Person person) {
        SiteJob before = require(earlier);
        if (before.state() != SiteJob.State.PUBLISHED) {
            throw new RoundFault("第 " + earlier + " 次没有发布过");
        }
        requireKey();
        requireUnchanged(before);
        // The content goes back, the time does not.
        Optional<LocalDate> asOf = all().stream()
                .filter(one -> one.state() == SiteJob.State.PUBLISHED)
                .flatMap(one -> one.asOf().stream())
                .max(Comparator.naturalOrder());
        SiteJob job = begin(person, Optional.of(earlier), asOf);
        job.publishedBy(person.person());
        worker.execute(() -> run(job, person, Action.PUBLISH_SITE, () -> {
            step(job, SiteStep.COPY, () -> copy(job, folders.content(earlier)));
            candidate(job);
            return publish(job);
        }));
        return job;
    }

    /** Publishes a candidate; by another person than who prepared it. */
    void publish(int number, Person person) {
        SiteJob job = require(number);
        requireKey();
        synchronized (this) {
            if (job.state() != SiteJob.State.READY || isBusy()) {
                throw new RoundFault("现在不能发布：" + (isBusy() ? "正在办理另一次生成" : "候选不在待复核状态"));
            }
            if (job.isOwn(person)) {
                throw new RoundFault("准备和发布须为两人");
            }
            job.turn(SiteJob.State.PUBLISHING);
        }
        job.publishedBy(person.person());
        worker.execute(() -> run(job, person, Action.PUBLISH_SITE, () -> publish(job)));
    }

    void discard(int number) {
        SiteJob job = require(number);
        synchronized (this) {
            if (job.state().isBusy() || job.state() == SiteJob.State.PUBLISHED) {
                throw new RoundFault("办理中或已发布的不能舍弃");
            }
            job.turn(SiteJob.State.DISCARDED);
        }
        folders.discard(number);
        folders.write(job);
    }

    private SiteJob require(int number) {
        return find(number).orElseThrow(() -> new RoundFault("没有第 " + number + " 次生成"));
    }

    private void requireKey() {
        if (!hasKey()) {
            throw new RoundFault("还没有签名密钥：请管理员在“网站”页生成，或把已有的密钥放到 " + program.key());
        }
    }

    private void requireUnchanged(SiteJob job) {
        if (!SiteFolders.digest(folders.content(job.number())).equals(job.content())) {
            throw new RoundFault("候选的内容副本在准备之后被改动，不能发布；请重新准备");
        }
    }

    private synchronized SiteJob begin(Person person, Optional<Integer> again, Optional<LocalDate> asOf) {
        if (!hasProgram()) {
            throw new RoundFault("找不到生成程序");
        }
        if (isBusy()) {
            throw new RoundFault("正在办理另一次生成");
        }
        int number = jobs.stream().mapToInt(SiteJob::number).max().orElse(0) + 1;
        var job = new SiteJob(
                number,
                person.name(),
                person.person(),
                house.clock().instant().atOffset(House.ZONE).withNano(0),
                again,
                asOf);
        folders.write(job);
        jobs.add(0, job);
        return job;
    }

    /** Something that may not go well. */
    private interface Work {
        void run() throws IOException, InterruptedException, Stopped;
    }

    /** A step ended badly; its own log says why. */
    private static final class Stopped extends Exception {
        private Stopped() {
            super("a step ended badly", null, false, false);
        }
    }

    /** A whole errand, and where it leaves the job. */
    private interface Errand {
        SiteJob.State run() throws IOException, InterruptedException, Stopped;
    }

    private void run(SiteJob job, Person person, Action action, Errand errand) {
        SiteJob.State next;
        try {
            next = errand.run();
        } catch (Stopped stopped) {
            next = SiteJob.State.FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            next = SiteJob.State.INTERRUPTED;
        } catch (IOException | RuntimeException fault) {
            next = SiteJob.State.FAILED;
            fail(job, fault);
        }
        boolean well = next == SiteJob.State.READY || next == SiteJob.State.PUBLISHED;
        // In the log before anybody sees it done.
        house.office()
                .log()
                .write(
                        person,
                        action.key(),
                        "第 " + job.number() + " 次网站生成：" + next.key(),
                        well ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.FAILED);
        job.turn(next);
        folders.write(job);
    }

    private static void fail(SiteJob job, Exception fault) {
        for (SiteStep step : SiteStep.values()) {
            if (job.outcome(step).equals(Optional.of(SiteJob.Outcome.RUNNING))) {
                // Messages of the house's own faults are made to be read; others could tell what is nobody's business.
                boolean own = fault instanceof RoundFault || fault instanceof StoreFault;
                job.line(
                        step,
                        own ? fault.getMessage() : "程序故障：" + fault.getClass().getSimpleName());
                job.end(step, false);
            }
        }
    }

    private void step(SiteJob job, SiteStep step, Work work) throws IOException, InterruptedException, Stopped {
        job.begin(step);
        work.run();
        job.end(step, true);
        folders.write(job);
    }

    /** Where the public site lies. */
    String folder() {
        return program.output().toAbsolutePath().normalize().toString();
    }

    private void copy(SiteJob job, Path from) {
        SiteFolders.copy(from, folders.content(job.number()));
        job.contentIs(SiteFolders.digest(folders.content(job.number())));
        job.line(SiteStep.COPY, job.content());
    }

    private void candidate(SiteJob job) throws IOException, InterruptedException, Stopped {
        String content = folders.content(job.number()).toString();
        String candidate = folders.candidate(job.number()).toString();
        generate(job, SiteStep.CHECK, dated(job, "check", "--content", content));
        generate(job, SiteStep.BUILD, dated(job, "build", "--content", content, "--output", candidate));
        generate(job, SiteStep.VERIFY, "verify", candidate);
        // The reviewer sees what the generator itself counts as a difference: grades, numbers, pages.
        step(job, SiteStep.DIFF, () -> {
            if (Files.exists(program.output().resolve("SHA256SUMS"))) {
                run(job, SiteStep.DIFF, "diff", program.output().toString(), candidate);
            }
        });
    }

    private SiteJob.State publish(SiteJob job) throws IOException, InterruptedException, Stopped {
        String content = folders.content(job.number()).toString();
        String output = program.output().toString();
        step(job, SiteStep.PUBLISH, () -> {
            requireUnchanged(job);
            String key = program.key().toString();
            run(job, SiteStep.PUBLISH, dated(job, "build", "--content", content, "--output", output, "--key", key));
        });
        List<String> verify = new ArrayList<>(List.of("verify", output));
        if (Files.exists(program.publicKey())) {
            verify.addAll(List.of("--public-key", program.publicKey().toString()));
        }
        generate(job, SiteStep.CONFIRM, verify.toArray(String[]::new));
        job.publishedAt(house.clock().instant().atOffset(House.ZONE).withNano(0));
        folders.removeCandidate(job.number());
        return SiteJob.State.PUBLISHED;
    }

    /** The same for the day that the site shall speak of, where one was named. */
    private static String[] dated(SiteJob job, String... arguments) {
        return Stream.concat(
                        Stream.of(arguments), job.asOf().stream().flatMap(day -> Stream.of("--as-of", day.toString())))
                .toArray(String[]::new);
    }

    private void generate(SiteJob job, SiteStep step, String... arguments)
            throws IOException, InterruptedException, Stopped {
        step(job, step, () -> run(job, step, arguments));
    }

    /** A candidate bears no signature by design: the generator's advice to make a key would only mislead. */
    private String unsigned(String line, SiteStep step) {
        boolean candidate = step == SiteStep.BUILD || step == SiteStep.VERIFY;
        if (candidate && line.contains("本次发布没有签名")) {
            String key = hasKey() ? "" : "（还没有密钥，请管理员在“网站”页生成）";
            return "候选不签名；复核人发布时，用服务器上的密钥签名" + key;
        }
        return candidate ? line.replace("，没有签名", "，候选不签名") : line;
    }

    private void run(SiteJob job, SiteStep step, String... arguments)
            throws IOException, InterruptedException, Stopped {
        int code = program.runner().orElseThrow().run(line -> job.line(step, unsigned(line, step)), arguments);
        if (code != 0) {
            job.line(step, arguments[0] + " → " + code);
            job.end(step, false);
            throw new Stopped();
        }
    }
}
