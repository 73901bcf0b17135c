package org.gongshi.survey.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.store.SealedClue;
import org.gongshi.templates.office.AccountsPage;
import org.gongshi.templates.office.CluesPage;

/**
 * The box of clues (线索收件箱): day and size of what came, and all of it as one sealed file. This server cannot open it; the office
 * does, in its browser or on its own machine, with its own key.
 */
final class ClueHandlers {
    private static final int ID = 8;
    private static final int MOST = 500;

    private final House house;
    private final Frames frames;

    ClueHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/clues", Action.READ_CLUES, this::show),
                Route.take("/office/clues/export", Action.READ_CLUES, this::export));
    }

    private Answer show(Visit visit) {
        List<SealedClue> clues = exported(SealedClue::read);
        List<CluesPage.Line> lines = clues.stream()
                .sorted(Comparator.comparing(SealedClue::day).reversed().thenComparing(SealedClue::id))
                .limit(MOST)
                .map(clue -> new CluesPage.Line(
                        clue.id().substring(0, ID), clue.day().toString(), clue.bytes().length))
                .toList();
        return Answer.page(new CluesPage(
                frames.frame(visit, "clues"), house.round().clueBox().isPresent(), clues.size(), lines, places()));
    }

    private List<AccountsPage.Choice> places() {
        return house.content().places().stream()
                .map(place -> new AccountsPage.Choice(place.code().value(), place.name()))
                .toList();
    }

    private Answer export(Visit visit) {
        byte[] bytes = exported(ClueHandlers::bytes);
        return Answer.download("线索密文.txt", "text/plain; charset=us-ascii", bytes)
                .about("导出线索密文");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** By way of a file that is gone afterwards; what is in it is sealed. */
    private <T> T exported(Function<Path, T> use) {
        try {
            Path folder = Files.createTempDirectory("clues");
            Path file = folder.resolve("clues.txt");
            try {
                house.round().exportClues(file);
                return use.apply(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
