/**
 * Runs cases of survey statistics: a folder with {@code design.json} (variables, sampling design, weighting steps, analyses)
 * and {@code data.csv} (one row a respondent) becomes {@code CASE.json} with the estimates. Used to hold the estimators
 * against the field's reference; the format is in {@code docs/statistics.md}.
 */
package org.gongshi.survey.estimate;
