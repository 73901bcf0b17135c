package org.gongshi.survey.round;

import java.nio.file.Path;
import java.util.List;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.survey.store.Damage;

/**
 * What an operator can do to a survey; the same whether a server runs or not.
 *
 * <p>Every method throws {@link RoundFault} when the round does not allow it now, and
 * {@link org.gongshi.survey.store.StoreFault} when the files do not.
 */
public interface Operations extends AutoCloseable {

    StatusReport report();

    /** Prints codes; not after the close. */
    MintedBatch mint(MintOrder order);

    /** Makes the unused codes of a printing void (作废); returns how many. */
    int voidBatch(int number);

    /** Keys in a paper sheet for the first or the second time. */
    PaperOutcome keyIn(PaperSheet sheet);

    /** Destroys a first keying, so that the sheet can be keyed in anew; whether there was one. */
    boolean discardKeying(String code);

    /** Paper sheets that were keyed in once. */
    int keyingsWaiting();

    /** Begins to take answers and locks plan and questionnaires. */
    void open();

    /** Ends the survey for good: copies, then destroys the originals and the pepper; refused while {@link #check} finds damage. */
    void closeSurvey();

    /** The same with rows that are damaged, when no backup can mend them. */
    void closeDespiteDamage();

    /**
     * Records for good that a stratum is not weighted as the locked plan says (偏离方案): after the close and before the release, once
     * for a stratum. The day, and whether results had been seen, are put in by the round itself.
     */
    void deviate(Deviation deviation);

    /** Notes that results or answer sheets are looked at: deviations that come later say so. */
    void markSeen();

    /** Notes that the results have been released. */
    void markReleased();

    /**
     * Copies files that fit together, as they are between two batches, and the state of the round into a folder.
     *
     * @param into an empty folder of the same machine
     */
    void snapshot(Path into);

    /** Writes the sealed clues into a new file of the same machine, for the office to open; returns how many. */
    int exportClues(Path file);

    /** Everything that is wrong with the stored data; empty when it is sound. */
    List<Damage> check();

    @Override
    void close();
}
