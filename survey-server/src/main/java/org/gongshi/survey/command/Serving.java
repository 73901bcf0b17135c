package org.gongshi.survey.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.console.SiteProgram;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.AuditEntry;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.office.OfficeFolder;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.StoreFault;
import org.gongshi.survey.upkeep.Destruction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the server with its console (一次运行), until it is told to stop or to go on with another round.
 *
 * @param office where accounts and log lie
 * @param site what makes the site, and where it is published
 */
record Serving(SurveyFiles files, ServeSettings settings, OfficeFolder office, SiteProgram site) {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    Serving {
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(site, "site");
    }

    /**
     * Serves until somebody stops the process; or until the console asks to begin anew, perhaps with another round: then it returns.
     *
     * @param former the office of the run before: who was signed in stays signed in
     * @return the office of this run, closed
     */
    Optional<Office> run(Desk desk, RoundShelf shelf, Optional<Office> former, PrintWriter out)
            throws InterruptedException {
        var opened = new AtomicReference<Optional<Office>>(Optional.empty());
        boolean unfinished = Files.exists(files.folder().destroying());
        SurveyService service = start(desk, shelf, former, opened);
        if (unfinished) {
            out.println("上次没有完成的销毁已经完成：原始答卷和行校验密钥都不在了，证明见 " + files.folder().destruction());
        }
        var ended = new CountDownLatch(1);
        shelf.whenSwitched(ended::countDown);
        var atStop = new Thread(() -> {
            service.close();
            LOG.info("event=stopped");
        });
        Runtime.getRuntime().addShutdownHook(atStop);
        tell(service, shelf.canSwitch(), out);
        ended.await();
        Runtime.getRuntime().removeShutdownHook(atStop);
        service.close();
        LOG.info("event=switching");
        return opened.get();
    }

    /**
     * Starts without waiting for an end.
     *
     * @param opened takes the office of this run
     */
    SurveyService start(
            Desk desk, RoundShelf shelf, Optional<Office> former, AtomicReference<Optional<Office>> opened) {
        // Two people ordered it; what a crash cut short is done before anything else.
        boolean resumed = new Destruction(files).finish();
        SurveyRound round = desk.hold();
        URI outside = settings.baseUrl();
        new ServedAddress(files.folder().root()).remember(outside);
        return SurveyService.withOffice(
                round,
                files,
                desk.content(),
                settings,
                () -> OfficeService.start(
                        opened(opened, former, resumed),
                        round,
                        files,
                        desk.content(),
                        desk.clock(),
                        outside,
                        site,
                        office.site(),
                        shelf));
    }

    private Office opened(AtomicReference<Optional<Office>> opened, Optional<Office> former, boolean resumed) {
        Office mine = OfficeOptions.open(office, former);
        Path proof = files.folder().destruction();
        if (resumed) {
            LOG.warn("event=destruction-finished proof={}", proof);
        }
        if (Files.exists(proof)) {
            tell(mine, Digest.of(bytes(proof)), resumed);
        }
        opened.set(Optional.of(mine));
        return mine;
    }

    /** The proof outlives a kill between the last file and the line of the log; then the line is written by the next start. */
    private static void tell(Office office, Digest proof, boolean resumed) {
        if (!office.log().tells(proof.toString())) {
            String what = resumed ? "启动时完成上次中断的销毁" : "启动时补记已经完成的销毁";
            office.log()
                    .write("-", "-", Action.CONFIRM_DESTRUCTION.key(), what + "，证明 " + proof, AuditEntry.Outcome.DONE);
        }
    }

    private static byte[] bytes(Path proof) {
        try {
            return Files.readAllBytes(proof);
        } catch (IOException fault) {
            throw new StoreFault("文件无法读取：" + proof, fault);
        }
    }

    private void tell(SurveyService service, boolean inBrowser, PrintWriter out) {
        SurveyRound round = service.round();
        out.println("调查服务已启动：http://" + settings.host() + ":" + service.port() + "/  轮次 " + round.round() + "  状态 "
                + round.state().label());
        out.println("办公控制台：" + settings.address("office"));
        service.setup()
                .ifPresent(path ->
                        out.println("还没有账号。请在浏览器打开下面的网址，建立第一个管理员（只到建立为止有效，不要转发）：\n  " + settings.address(path)));
        settings.reminders(inBrowser).forEach(reminder -> out.println("提醒：" + reminder));
        out.flush();
        LOG.info(
                "event=started port={} round={} state={} milliseconds={}",
                service.port(),
                round.round(),
                round.state().key(),
                sinceStart());
    }

    /** Since the process began, the start of the Java platform included. */
    private static long sinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(begun ->
                        Duration.between(begun, Clock.systemUTC().instant()).toMillis())
                .orElse(-1L);
    }
}
