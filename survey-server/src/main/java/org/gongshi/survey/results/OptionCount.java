package org.gongshi.survey.results;

/**
 * The share of one option as computed.
 *
 * @param percent weighted share among {@code base}, 0 to 100
 * @param count persons who chose it, unweighted
 * @param base persons whose answers are compared, unweighted
 */
record OptionCount(double percent, long count, long base) {}
