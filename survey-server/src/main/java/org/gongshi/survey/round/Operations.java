package org.gongshi.survey.round;

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

    /** Begins to take answers and locks plan and questionnaires. */
    void open();

    /** Ends the survey for good: copies, then destroys the originals and the pepper. */
    void closeSurvey();

    /** Notes that the results have been released. */
    void markReleased();

    @Override
    void close();
}
