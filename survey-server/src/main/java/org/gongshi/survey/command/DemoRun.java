package org.gongshi.survey.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.Step;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.demo.Counts;
import org.gongshi.survey.demo.DemoClock;
import org.gongshi.survey.demo.DemoContent;
import org.gongshi.survey.demo.DemoFault;
import org.gongshi.survey.demo.Fieldwork;
import org.gongshi.survey.demo.GeneratorProgram;
import org.gongshi.survey.demo.NextRound;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.release.RoundRelease;
import org.gongshi.survey.release.ScoreTakeOver;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.results.Outcome;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;

/** The steps of the demonstration, in order, each with its line and its time. */
final class DemoRun {
    private static final String HOST = "127.0.0.1";
    private static final List<String> ROLES = DemoCommand.ROLES;
    /** Of the people invited so many send something, volunteers included. */
    private static final double ANSWERS_OF_INVITED = 0.84;

    private final Path work;
    private final GeneratorProgram generator;
    private final PrintWriter out;
    private final Clock real;
    private final SecureRandom random;
    private final DemoProgress progress;

    DemoRun(Path work, GeneratorProgram generator, PrintWriter out, Clock real, SecureRandom random) {
        this.work = work;
        this.generator = generator;
        this.out = out;
        this.real = real;
        this.random = random;
        this.progress = new DemoProgress(out, real);
    }

    DemoContent run(Path source, Optional<EvaluationYear> year, Optional<Long> given, Optional<Integer> responses) {
        DemoContent content = progress.step("复制演示内容", () -> DemoContent.copy(source, work.resolve("content"), year));
        // Another year asks other people.
        long seed = given.orElse((long) content.key().year().value());
        responses.ifPresent(wanted -> content.scale(wanted / (ANSWERS_OF_INVITED * invited(content.populations()))));
        ReleasedResults results = survey(content, seed);
        progress.step("满意度指数写入 scores.csv", () -> takeOver(content));
        decide(content);
        progress.step(
                "检查全部内容", () -> generate("check", "--content", content.root().toString()));
        progress.step("生成签名密钥", () -> generate("keys", "new", "--output", key().toString()));
        content.beforeCorrections(source, work.resolve("content-first"))
                .ifPresent(first -> progress.step(
                        "更正之前的首次发布（截至 " + first.asOf() + "）",
                        () -> build(first.root(), "--as-of", first.asOf().toString(), "--pages-only")));
        progress.step("建站并签名", () -> build(content.root()));
        progress.step("验证网站", () -> generate("verify", site().toString(), "--public-key", key() + ".pub"));
        out.println();
        out.println("完成，用时 " + progress.total() + "。结果 " + results.results().size() + " 行，其中指数不予公布 "
                + ReleaseCommand.withheld(results) + " 行。");
        out.println("网站    " + site());
        out.println("内容    " + content.root());
        out.println("公钥    " + key() + ".pub");
        out.flush();
        return content;
    }

    private ReleasedResults survey(DemoContent content, long seed) {
        LockedForms forms = content.forms();
        var clock = new DemoClock(real);
        clock.moveTo(forms.plan().opens().minusDays(1).toInstant());
        SurveyFiles files = SurveyFiles.beside(work.resolve("survey"));
        var folder = new SurveyFolder(content.root());
        var survey = new SurveyRound(files, Optional.of(content.key()), folder, clock, random);
        // Nobody opens a page of this one in a browser: what it is called from outside is of no account.
        URI outside = URI.create("http://" + HOST);
        try (var service = SurveyService.startWithFreeOpenLink(survey, files, folder, HOST, 0, outside)) {
            URI address = URI.create("http://" + HOST + ":" + service.port());
            var fieldwork = new Fieldwork(
                    forms, content.populations(), folder.baseWeights(content.key()), seed, SplittableRandom::new);
            Fieldwork.Prepared prepared = progress.step("启动调查服务，生成访问码", () -> fieldwork.prepare(survey));
            out.println("    访问码 " + prepared.codes() + " 个");
            clock.moveTo(forms.plan().opens().plusHours(1).toInstant());
            survey.open();
            Counts counts = progress.step(
                    "开启调查，经 HTTP 提交答卷",
                    () -> fieldwork.send(prepared, address, random, progress.counter(prepared.people())));
            tell(counts);
            clock.moveTo(forms.plan().closes().minusHours(1).toInstant());
            progress.step("结束调查，销毁访问码密钥", () -> {
                survey.closeSurvey();
                return true;
            });
            RoundRecord record = survey.report().round();
            ReleasedResults results = progress.step(
                    "发布结果（" + ROLES.get(0) + "发布，" + ROLES.get(1) + "复核）", () -> release(content, files, record));
            survey.markReleased();
            return results;
        }
    }

    private void tell(Counts counts) {
        out.println("    请求 " + counts.sent() + "，收下 " + counts.accepted() + "，重试得到同一回执 " + counts.retried()
                + "，重复用码被拒 " + counts.spent());
    }

    private ReleasedResults release(DemoContent content, SurveyFiles files, RoundRecord record) {
        LocalDate closed = record.closed().orElseThrow();
        LocalDate date = content.round()
                .milestone(Step.MONITORING)
                .map(Milestone::date)
                .filter(day -> !day.isBefore(closed))
                .orElse(closed);
        Outcome outcome = new RoundRelease(content.root(), files, record).run(ROLES, date);
        if (outcome instanceof Outcome.Released released) {
            return released.results();
        }
        throw new DemoFault("结果不能发布：\n" + lines(outcome.findings()));
    }

    private boolean takeOver(DemoContent content) {
        ScoreTakeOver.Result result = new ScoreTakeOver(content.root(), content.key()).run();
        if (result.rows() == 0) {
            throw new DemoFault("指数不能写入 scores.csv：\n" + lines(result.findings()));
        }
        return true;
    }

    private static String lines(List<Finding> findings) {
        return String.join("\n", findings.stream().map(Finding::toLine).toList());
    }

    private void decide(DemoContent content) {
        Round round = content.round();
        progress.step(
                "审定（" + round.bodies().review() + "）",
                () -> decide(content, "review", round.bodies().review(), "演示审", Step.REVIEW));
        progress.step(
                "批准（" + round.bodies().approval() + "）",
                () -> decide(content, "approval", round.bodies().approval(), "演示批", Step.APPROVAL));
    }

    private boolean decide(DemoContent content, String kind, String body, String series, Step step) {
        Milestone milestone = content.round()
                .milestone(step)
                .orElseThrow(() -> new DemoFault("calendar.yaml 没有“" + step.label() + "”的日期"));
        return generate(
                "decide",
                "--content",
                content.root().toString(),
                "--place",
                "all",
                "--year",
                content.key().year().toString(),
                "--organizer",
                content.key().organizer().value(),
                "--kind",
                kind,
                "--body",
                body,
                "--document",
                series + "〔" + content.key().year() + "〕1号",
                "--date",
                milestone.date().toString());
    }

    private boolean build(Path content, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "build", "--content", content.toString(), "--output", site().toString(), "--key", key().toString()));
        arguments.addAll(List.of(more));
        return generate(arguments.toArray(String[]::new));
    }

    private boolean generate(String... arguments) {
        generator.run(line -> {}, arguments);
        return true;
    }

    private static long invited(List<Population> populations) {
        return populations.stream().mapToLong(Population::invited).sum();
    }

    private Path site() {
        return work.resolve("site");
    }

    private Path key() {
        return work.resolve("keys").resolve("site.key");
    }

    /** The built site, served by the other program. */
    ServedSite serveSite(String host, int port) throws IOException {
        return new ServedSite(
                generator.start("serve", site().toString(), "--host", host, "--port", Integer.toString(port)));
    }

    /** A child that is stopped with us. */
    record ServedSite(Process process) implements AutoCloseable {
        void onExit(Runnable action) {
            process.onExit().thenRun(action);
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The survey of the next round, open now, with a few codes to try. */
    ServedSurvey serveNextRound(DemoContent before, URI address, OffsetDateTime now) {
        DemoContent next = NextRound.make(before, work.resolve("next"), now);
        LockedForms forms = next.forms();
        SurveyFiles files = SurveyFiles.beside(work.resolve("survey-next"));
        var folder = new SurveyFolder(next.root());
        var survey = new SurveyRound(files, Optional.of(next.key()), folder, real, random);
        var accounts = new DemoAccounts(work, real, random);
        var clues = DemoClueKey.make(work.resolve("keys").resolve("clues.key"), random);
        var service = SurveyService.withOffice(
                survey,
                files,
                folder,
                ServeSettings.plain(address.getHost(), address.getPort(), address)
                        .withClues(clues.publicFile()),
                () -> OfficeService.start(
                        accounts.office(),
                        survey,
                        files,
                        folder,
                        real,
                        address,
                        SiteOptions.program(work.resolve("next-site"), key()),
                        work.resolve("office").resolve("site"),
                        RoundShelf.fixed(folder)));
        Map<Audience, List<String>> codes = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            Optional<SchoolStage> stage =
                    forms.plan().stages().get(audience).stream().findFirst();
            var order = new MintOrder(
                    new Stratum(next.round().places().get(0), audience, stage),
                    audience.isSampledBySchool() ? Optional.of("演示学校") : Optional.empty(),
                    3);
            codes.put(
                    audience,
                    survey.mint(order).codes().stream().map(AccessCode::printed).toList());
        }
        survey.open();
        var signIns = new ArrayList<>(accounts.signIns());
        signIns.add(clues.toLine());
        return new ServedSurvey(service, address, next.round().title(), codes, List.copyOf(signIns));
    }

    /** A running survey. */
    record ServedSurvey(
            SurveyService service, URI address, String title, Map<Audience, List<String>> codes, List<String> signIns)
            implements AutoCloseable {
        @Override
        public void close() {
            service.close();
        }
    }
}
