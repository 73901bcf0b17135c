package org.gongshi.survey.clue;

import java.nio.file.Path;
import java.util.ArrayList;
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

    /**
     * What a key opens of an exported file (打开的线索). After a key was changed a box holds clues for both.
     *
     * @param others how many were sealed to another key
     * @param damaged how many were changed or damaged
     */
    public record Opened(List<Clue> clues, int others, int damaged) {
        public Opened {
            clues = List.copyOf(clues);
        }
    }

    /** Opens an exported file with the office's key, on the office's own machine. */
    public static Opened open(Path exported, OfficeKey key) {
        List<Clue> clues = new ArrayList<>();
        int others = 0;
        int damaged = 0;
        for (SealedClue clue : SealedClue.read(exported)) {
            if (!ClueSeal.isFor(clue.bytes(), key)) {
                others++;
                continue;
            }
            try {
                clues.add(ClueSeal.open(clue.bytes(), clue.day(), key));
            } catch (ClueFault unreadable) {
                damaged++;
            }
        }
        return new Opened(clues, others, damaged);
    }
}
