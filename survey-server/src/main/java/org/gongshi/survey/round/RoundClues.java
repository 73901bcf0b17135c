package org.gongshi.survey.round;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.clue.ClueBox;
import org.gongshi.survey.clue.ClueKey;
import org.gongshi.survey.store.ClueStore;
import org.gongshi.survey.store.Damage;
import org.gongshi.survey.store.DataFolder;
import org.gongshi.survey.store.SealedClue;

/** The sealed clues of a survey's data folder (线索箱): the file begins with the first clue's box. The round's lock guards it. */
final class RoundClues implements AutoCloseable {
    private final DataFolder folder;
    private final Supplier<RowKey> key;
    private final SecureRandom random;
    private Optional<ClueStore> store = Optional.empty();
    private volatile Optional<ClueBox> box = Optional.empty();

    RoundClues(DataFolder folder, Supplier<RowKey> key, SecureRandom random) {
        this.folder = folder;
        this.key = key;
        this.random = random;
    }

    ClueBox open(ClueKey office) {
        var opened = new ClueBox(store(), office);
        box = Optional.of(opened);
        return opened;
    }

    Optional<ClueBox> box() {
        return box;
    }

    List<Damage> check() {
        return stored().map(ClueStore::check).orElseGet(List::of);
    }

    void snapshot(Path into) {
        stored().ifPresent(clues -> clues.snapshot(into));
    }

    int export(Path file) {
        List<SealedClue> all = stored().map(ClueStore::all).orElseGet(List::of);
        SealedClue.write(file, all);
        return all.size();
    }

    /** Lets go of the file; the box is shut. */
    @Override
    public void close() {
        box = Optional.empty();
        store.ifPresent(ClueStore::close);
        store = Optional.empty();
    }

    private Optional<ClueStore> stored() {
        return Files.exists(folder.clues()) ? Optional.of(store()) : Optional.empty();
    }

    private ClueStore store() {
        ClueStore opened = store.orElseGet(() -> new ClueStore(folder, key.get(), random));
        store = Optional.of(opened);
        return opened;
    }
}
