package org.gongshi.benchmarks.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.command.ServeSettings;
import org.gongshi.survey.command.SurveyFolder;
import org.gongshi.survey.command.SurveyService;
import org.gongshi.survey.intake.Intake;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;

/**
 * Three servers in one process, so that all are warm alike: the real one, the same that parses, checks and answers but keeps
 * nothing, and the same that takes one submission at a time, a transaction each. Prints a line {@code NAME PORT} for each
 * and writes the codes to {@code FOLDER/codes}; ends with its standard input.
 */
public final class CollectorServers {
    private static final Instant DAY = Instant.parse("2025-03-10T04:00:00Z");
    private static final String NO_RECEIPT = "0".repeat(64);

    private CollectorServers() {}

    /** Arguments: folder, content folder, number of codes. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        var content = new SurveyFolder(Path.of(arguments[1]));
        int codes = Integer.parseInt(arguments[2]);
        List<SurveyService> services = List.of(
                start(folder, "whole", content, codes, intake -> intake),
                start(folder, "nothing", content, 1, CollectorServers::keepsNothing),
                start(folder, "single", content, codes, CollectorServers::oneAtATime));
        System.out.println("ready");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        services.forEach(SurveyService::close);
    }

    private static SurveyService start(
            Path folder, String name, SurveyFolder content, int codes, UnaryOperator<Intake> around) {
        SurveyFiles files = SurveyFiles.beside(folder.resolve(name));
        var round = new SurveyRound(
                files, Optional.of(content.newest()), content, Clock.fixed(DAY, ZoneOffset.UTC), new SecureRandom());
        var stratum = new Stratum(new PlaceCode("990100"), Audience.PARENT, Optional.of(SchoolStage.PRIMARY));
        List<AccessCode> minted = new ArrayList<>();
        for (int left = codes; left > 0; left -= MintOrder.MOST) {
            minted.addAll(round.mint(new MintOrder(stratum, Optional.of("A"), Math.min(left, MintOrder.MOST)))
                    .codes());
        }
        round.open();
        try {
            Files.write(
                    folder.resolve(name + ".codes"),
                    minted.stream().map(AccessCode::value).toList());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        var settings = ServeSettings.plain("127.0.0.1", 0, URI.create("http://127.0.0.1"));
        SurveyService service = SurveyService.start(round, files, content, settings, around);
        System.out.println(name + " " + service.port());
        return service;
    }

    private static Intake keepsNothing(Intake real) {
        return submission -> CompletableFuture.completedFuture(new Reply.Accepted(NO_RECEIPT, false));
    }

    private static Intake oneAtATime(Intake real) {
        var lock = new Object();
        return submission -> {
            synchronized (lock) {
                return CompletableFuture.completedFuture(
                        real.submit(submission).toCompletableFuture().join());
            }
        };
    }
}
