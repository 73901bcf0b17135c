package org.gongshi.evaluation.content;

import java.util.Optional;
import org.gongshi.evaluation.content.source.CsvRow;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.scoring.IndicatorCode;
import org.gongshi.evaluation.scoring.IndicatorScore;

/**
 * One line of {@code scores.csv}, and where it stands.
 *
 * @param score empty while the points are still to come
 */
record ScoreRow(PlaceCode place, IndicatorCode indicator, Optional<IndicatorScore> score, CsvRow row) {}
