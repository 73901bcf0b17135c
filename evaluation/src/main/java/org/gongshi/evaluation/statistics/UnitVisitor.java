package org.gongshi.evaluation.statistics;

/** Takes the totals of a sampling unit. */
interface UnitVisitor {
    /**
     * @param stratum the unit's stratum
     * @param alike how many units have these very totals
     * @param totals the unit's total of every linearised variable; valid during the call only
     */
    void unit(int stratum, long alike, double[] totals);
}
