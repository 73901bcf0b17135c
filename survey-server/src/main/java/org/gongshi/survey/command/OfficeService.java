package org.gongshi.survey.command;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gongshi.survey.console.Console;
import org.gongshi.survey.console.House;
import org.gongshi.survey.console.Rounds;
import org.gongshi.survey.console.Schedule;
import org.gongshi.survey.console.SiteProgram;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The office's console beside a running survey (办公控制台): its pages, and the schedule that somebody may have armed. */
final class OfficeService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeService.class);
    private static final int TICK_SECONDS = 30;
    private static final int LAST_STEP_SECONDS = 5;

    private final Office office;
    private final Console console;
    private final ScheduledExecutorService ticks;
    private final ExecutorService worker;

    private OfficeService(Office office, Console console, ScheduledExecutorService ticks, ExecutorService worker) {
        this.worker = worker;
        this.office = office;
        this.console = console;
        this.ticks = ticks;
    }

    /** The office belongs to the service from now on. */
    static OfficeService start(
            Office office,
            SurveyRound round,
            SurveyFiles files,
            SurveyFolder content,
            Clock clock,
            URI baseUrl,
            SiteProgram site,
            Path works,
            Rounds rounds) {
        try {
            var house = new House(
                    office,
                    round,
                    files,
                    new OfficeContent(content, round.round()),
                    clock,
                    new SecureRandom(),
                    baseUrl,
                    rounds);
            ExecutorService worker = Executors.newSingleThreadExecutor(work -> daemon(work, "office-site"));
            var console = new Console(house, site, works, worker);
            var schedule = new Schedule(house);
            ScheduledExecutorService ticks =
                    Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "office-schedule"));
            ticks.scheduleWithFixedDelay(() -> tick(schedule), TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
            return new OfficeService(office, console, ticks, worker);
        } catch (RuntimeException fault) {
            office.close();
            throw fault;
        }
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** One that failed must not be the last: a full disk may be mended. */
    private static void tick(Schedule schedule) {
        try {
            schedule.tick();
        } catch (RuntimeException fault) {
            LOG.error("the schedule could not be kept: {}", fault.getClass().getName());
        }
    }

    Console console() {
        return console;
    }

    /** Path of the page on which the first account is made; empty when there is one. */
    Optional<String> setup() {
        return console.setup();
    }

    @Override
    public void close() {
        ticks.shutdown();
        letFinish(worker);
        office.close();
    }

    /** What is nearly done is done; a long build is broken off, and counts as interrupted at the next start. */
    private static void letFinish(ExecutorService worker) {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(LAST_STEP_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
