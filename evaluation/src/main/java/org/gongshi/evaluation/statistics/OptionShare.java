package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/**
 * The share of one option among the valid answers (选项占比).
 *
 * @param value the option's value as held by the {@link Answers}
 * @param n respondents who chose it, unweighted
 * @param share weighted share, 0 to 1; empty when nobody answered
 * @param se its standard error
 */
public record OptionShare(double value, long n, OptionalDouble share, OptionalDouble se) {}
