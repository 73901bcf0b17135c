package org.gongshi.evaluation.content;

import java.util.List;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.scoring.ScoreSheet;

/** A complete score sheet, the rows it was read from, and where they stand. */
record SheetSource(ScoreSheet sheet, List<Json> rows, Positions at) {}
