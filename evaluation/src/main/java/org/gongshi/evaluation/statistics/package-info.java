/**
 * Survey statistics as pure functions of the sampling design and of counts: the only door to commons-math3. Formulas,
 * assumptions and the R calls they equal are in {@code docs/statistics.md}.
 *
 * <p>A release computes like this, from counts by cell (school × weighting cell) and option:
 *
 * <pre>{@code
 * // One entry a cell: its stratum, its school, its base weight, how many answered.
 * SurveyDesign design = SurveyDesign.withWeights(weightOfCell)
 *         .counts(respondentsOfCell)
 *         .strata(stratumOfCell)
 *         .clusters(schoolOfCell)             // -1: respondents of the cell were drawn directly
 *         .population(schoolsInStratumOfCell) // leave out for the with-replacement formula
 *         .lonelyPsu(LonelyPsu.ADJUST)
 *         .build();
 *
 * // Rating 1..5 as points 0..100: counts[cell * 5 + option].
 * Answers points = Answers.ofOptionCounts(cells, counts, 0, 25, 50, 75, 100);
 * Domain league = Domain.where(cells, cell -> leagueOfCell[cell] == 3);
 * MeanEstimate score = Estimates.mean(design, points, league, Precision.STANDARD);
 * List<OptionShare> shares = Estimates.distribution(design, points, league, 0, 25, 50, 75, 100);
 *
 * // Satisfaction rate: the top two of five.
 * Answers satisfied = points.mapped(value -> value >= 75 ? 1 : 0);
 * ProportionEstimate rate = Estimates.proportion(design, satisfied, league, Precision.STANDARD);
 * ProportionInterval interval = rate.interval(IntervalMethod.WILSON_DESIGN);
 * }</pre>
 *
 * <p>Nothing returns NaN: what cannot be estimated is an empty {@link java.util.OptionalDouble}; what must stop the
 * computation is a {@link org.gongshi.evaluation.statistics.SurveyFault} with a code and a message.
 */
package org.gongshi.evaluation.statistics;
