package org.gongshi.survey.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gongshi.survey.command.SurveyFolder;
import org.gongshi.survey.command.SurveyService;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.release.RoundRelease;
import org.gongshi.survey.results.Outcome;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;

/** A small demonstration survey, run over HTTP on a real store, then closed. */
public final class DemoSurvey {
    public final DemoContent content;
    public final SurveyFiles files;
    public final Counts counts;
    public final RoundRecord record;

    private DemoSurvey(DemoContent content, SurveyFiles files, Counts counts, RoundRecord record) {
        this.content = content;
        this.files = files;
        this.counts = counts;
        this.record = record;
    }

    /** @param factor invitations against those of the demonstration */
    public static DemoSurvey run(Path folder, long seed, double factor) {
        return run(folder, seed, factor, plan -> plan);
    }

    /** @param planning what the office writes into {@code survey-plan.yaml} before the opening */
    public static DemoSurvey run(Path folder, long seed, double factor, UnaryOperator<String> planning) {
        return prepared(
                folder,
                seed,
                factor,
                content -> rewrite(content.root().resolve("2025/990000/survey-plan.yaml"), planning));
    }

    /** @param preparing what the office does with the content before the opening */
    static DemoSurvey prepared(Path folder, long seed, double factor, Consumer<DemoContent> preparing) {
        DemoContent content = DemoContent.copy(Path.of("..", "content", "demo"), folder.resolve("content"));
        content.scale(factor);
        preparing.accept(content);
        LockedForms forms = content.forms();
        var clock = new DemoClock(Clock.systemUTC());
        clock.moveTo(forms.plan().opens().plusHours(1).toInstant());
        SurveyFiles files = SurveyFiles.beside(folder.resolve("data"));
        var random = new SecureRandom();
        var surveyFolder = new SurveyFolder(content.root());
        var survey = new SurveyRound(files, Optional.of(content.key()), surveyFolder, clock, random);
        URI outside = URI.create("http://127.0.0.1:7070");
        try (var service = SurveyService.startWithFreeOpenLink(survey, files, surveyFolder, "127.0.0.1", 0, outside)) {
            URI address = URI.create("http://127.0.0.1:" + service.port());
            var fieldwork = new Fieldwork(
                    forms, content.populations(), surveyFolder.baseWeights(content.key()), seed, SplittableRandom::new);
            Fieldwork.Prepared prepared = fieldwork.prepare(survey);
            survey.open();
            Counts counts = fieldwork.send(prepared, address, new Random(System.nanoTime()), done -> {});
            survey.closeSurvey();
            return new DemoSurvey(content, files, counts, survey.report().round());
        }
    }

    private static void rewrite(Path file, UnaryOperator<String> change) {
        try {
            Files.writeString(file, change.apply(Files.readString(file)));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public Outcome release(List<String> releasedBy, LocalDate date) {
        return new RoundRelease(content.root(), files, record).run(releasedBy, date);
    }
}
