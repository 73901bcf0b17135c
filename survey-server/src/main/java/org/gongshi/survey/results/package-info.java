/**
 * From answers to what may be published (统计与脱敏): pure functions without clock, file or store. {@link
 * org.gongshi.survey.results.ResultsRelease} is the way in; then counts, weights, estimates, disclosure control, figures.
 *
 * <pre>
 * responses → Tally → Weighting → Estimator → DisclosureGuard → Publisher → ReleasedResults
 *             counts   design      raw rows    reasons            rounded, banded
 * </pre>
 */
package org.gongshi.survey.results;
