package org.gongshi.generator.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --year YEAR --organizer CODE}: one round of the content (哪一轮评价). */
final class RoundOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--year", paramLabel = "YEAR", required = true, descriptionKey = "round.year")
    private int year;

    @Option(names = "--organizer", paramLabel = "CODE", descriptionKey = "round.organizer")
    private String organizer;

    /** The round.
     * @throws CommandLine.ParameterException when the content has no such round, or more than one */
    RoundKey key(Path root) {
        return key(root, year, organizer, spec);
    }

    /** The organizer's round of that year; the organizer may be {@code null} where the year has one round. */
    static RoundKey key(Path root, int year, String organizer, CommandSpec spec) {
        if (organizer != null && !PlaceCode.isValid(organizer)) {
            throw usage("round.invalid", spec);
        }
        if (year < 2000 || year > 2999) {
            throw usage("round.absent", spec);
        }
        EvaluationYear wanted = new EvaluationYear(year);
        List<RoundKey> rounds = new ArrayList<>(new ContentReader(new ContentFolder(root), new Findings()).rounds());
        rounds.removeIf(key -> !key.year().equals(wanted));
        Optional.ofNullable(organizer)
                .map(PlaceCode::new)
                .ifPresent(code -> rounds.removeIf(key -> !key.organizer().equals(code)));
        if (rounds.isEmpty()) {
            throw usage("round.absent", spec);
        }
        if (rounds.size() > 1) {
            // 第十六条: a year may have rounds of both tiers; without an organizer the first tier is meant.
            rounds.removeIf(key -> !top(root).equals(Optional.of(key.organizer())));
        }
        if (rounds.size() != 1) {
            throw usage("round.several", spec);
        }
        return rounds.get(0);
    }

    /** The place at the top of the register. */
    private static Optional<PlaceCode> top(Path root) {
        return new ContentReader(new ContentFolder(root), new Findings())
                .places()
                .flatMap(places -> places.all().stream()
                        .filter(place -> place.parent().flatMap(places::find).isEmpty())
                        .map(Place::code)
                        .findFirst());
    }

    private static CommandLine.ParameterException usage(String key, CommandSpec spec) {
        return new CommandLine.ParameterException(
                spec.commandLine(), spec.resourceBundle().getString(key));
    }
}
