package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.content.source.CsvFile;
import org.gongshi.evaluation.content.source.CsvRow;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.scoring.IndicatorCode;
import org.gongshi.evaluation.scoring.IndicatorScore;
import org.gongshi.evaluation.scoring.Score;

/** Reads {@code scores.csv}: the rows by themselves; whether a sheet is complete is asked place by place. */
final class ScoreFile {
    static final List<String> COLUMNS = List.of("place", "indicator", "raw", "points", "evidence");
    /** 自评得分: what the place gave itself; the column may be missing. */
    static final String CLAIMED = "claimed";

    private ScoreFile() {}

    static List<ScoreRow> rows(SourceFile file, Set<PlaceCode> places, Scope scope, Findings findings) {
        // What is wrong with bytes quotes nothing and may be said to a build too.
        if (file.text(findings).isEmpty()) {
            return List.of();
        }
        Optional<CsvFile> table =
                Reticence.of(scope, findings, found -> CsvFile.read(file, COLUMNS, List.of(CLAIMED), found));
        List<ScoreRow> rows = new ArrayList<>();
        for (CsvRow row : table.map(CsvFile::rows).orElse(List.of())) {
            if (scope.covers(row.text("place"))) {
                row(row, places, findings).ifPresent(rows::add);
            }
        }
        return List.copyOf(rows);
    }

    private static Optional<ScoreRow> row(CsvRow row, Set<PlaceCode> places, Findings findings) {
        Optional<PlaceCode> place = row.required("place", Forms.placeCode(), findings);
        Optional<IndicatorCode> indicator = row.required("indicator", Forms.indicatorCode(), findings);
        Optional<Optional<BigDecimal>> raw = row.optional("raw", Forms.decimal(), findings);
        Optional<Optional<BigDecimal>> points = row.optional("points", Forms.decimal(0, 100), findings);
        Optional<Optional<BigDecimal>> claimed = row.has(CLAIMED)
                ? row.optional(CLAIMED, Forms.decimal(0, 100), findings)
                : Optional.of(Optional.empty());
        if (place.filter(code -> !places.contains(code)).isPresent()) {
            findings.error(row.at("place"), "地区 " + place.get() + " 不在本轮 places 中", "请核对代码");
        }
        if (place.isEmpty() || indicator.isEmpty() || raw.isEmpty() || points.isEmpty() || claimed.isEmpty()) {
            return Optional.empty();
        }
        // Points of a survey index stay empty until the results are released.
        Optional<IndicatorScore> score = points.get()
                .map(value -> new IndicatorScore(
                        indicator.get(),
                        raw.get(),
                        new Score(value),
                        row.text("evidence"),
                        claimed.get().map(Score::new)));
        return Optional.of(new ScoreRow(place.get(), indicator.get(), score, row));
    }
}
