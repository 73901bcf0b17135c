package org.gongshi.evaluation.content;

import org.gongshi.evaluation.content.source.CsvRow;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.scoring.IndicatorScore;

/** One line of {@code scores.csv}, and where it stands. */
record ScoreRow(PlaceCode place, IndicatorScore score, CsvRow row) {}
