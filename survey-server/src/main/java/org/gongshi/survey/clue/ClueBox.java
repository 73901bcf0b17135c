package org.gongshi.survey.clue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gongshi.survey.store.ClueStore;
import org.gongshi.survey.store.SealedClue;

/** Where clues are dropped in (线索箱): sealed in memory, then stored; nobody on the server can take one out again. Thread-safe. */
public final class ClueBox {
    /** So many are kept at most; a flood must not fill the disk of the survey. */
    public static final int CAPACITY = 20_000;

    private final ClueStore store;
    private final ClueKey office;

    public ClueBox(ClueStore store, ClueKey office) {
        this.store = Objects.requireNonNull(store, "store");
        this.office = Objects.requireNonNull(office, "office");
    }

    /**
     * Seals and keeps a clue, durable when it returns.
     *
     * @return false when the box is full; then nothing was kept
     * @throws org.gongshi.survey.store.StoreFault when it could not be written
     */
    public boolean drop(Clue clue) {
        byte[] sealed = ClueSeal.seal(clue, office);
        return store.add(clue.day(), sealed, CAPACITY);
    }

    /** The fingerprint of the key that clues are sealed to. */
    public String fingerprint() {
        return office.fingerprint();
    }

    /** What lies in the box, for the console: day and size, in no meaningful order; never a content. */
    public List<SealedClue> inbox() {
        return store.all();
    }

    /** Opens an exported file with the office's key, on the office's own machine. */
    public static List<Clue> open(Path exported, OfficeKey key) {
        return SealedClue.read(exported).stream()
                .map(clue -> ClueSeal.open(clue.bytes(), clue.day(), key))
                .toList();
    }
}
