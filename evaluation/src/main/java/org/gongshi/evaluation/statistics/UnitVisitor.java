package org.gongshi.evaluation.statistics;

/** Takes the totals of a sampling unit. */
interface UnitVisitor {
    /**
     * @param stratum the unit's stratum
     * @param alike how many units have these very totals
     * @param totals the unit's total of every linearised variable; valid during the call only
     */
    void unit(int stratum, long alike, double[] totals);

    /**
     * Units that were just shown by their mean and differ from it by multiples of one direction.
     *
     * @param squares sum of the squares of the multiples; the multiples themselves sum to 0
     * @param direction what the totals of a unit with the multiple 1 differ by; valid during the call only
     */
    default void spread(int stratum, double squares, double[] direction) {}
}
