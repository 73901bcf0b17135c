package org.gongshi.survey.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.statistics.QualityFlags;

/** The estimator {@code flags}: signs of careless answering, one value a row. */
final class Flagging {
    private Flagging() {}

    static Result flags(Context context) {
        Node analysis = context.analysis();
        double[][] rows = Transform.scale(context.data(), analysis);
        int items = analysis.someTexts("items").size();
        int minAnswered =
                (int) Math.round(analysis.optionalNumber("minAnswered").orElse(items));
        var result = new Result();
        result.series("longestRun", each(rows, row -> Json.of(QualityFlags.longestRun(row))));
        result.series("irv", each(rows, row -> Result.number(QualityFlags.variability(row))));
        result.series("missingShare", each(rows, row -> Result.number(QualityFlags.missingShare(row))));
        result.series("straightLine", each(rows, row -> Json.of(QualityFlags.straightLine(row, minAnswered))));
        if (analysis.flag("mahalanobis")) {
            double[] distance = QualityFlags.mahalanobis(rows);
            result.series(
                    "mahalanobisD2",
                    Arrays.stream(distance).mapToObj(Result::number).toList());
            result.series(
                    "mahalanobisP",
                    Arrays.stream(distance)
                            .mapToObj(each -> Result.number(QualityFlags.mahalanobisP(each, items)))
                            .toList());
        }
        if (analysis.field("seconds").isPresent()) {
            result.series("speeding", speeding(context));
        }
        if (analysis.field("duplicateKey").isPresent()) {
            result.series("duplicateOfRow", duplicates(context));
        }
        return result;
    }

    private static List<Json> each(double[][] rows, Function<double[], Json> flag) {
        return Arrays.stream(rows).map(flag).toList();
    }

    private static List<Json> speeding(Context context) {
        Node analysis = context.analysis();
        double[] seconds = context.data().numbers(analysis.text("seconds"), analysis);
        double limit = analysis.number("speedFraction") * QualityFlags.median(seconds);
        return Arrays.stream(seconds).mapToObj(each -> Json.of(each < limit)).toList();
    }

    /** Row number (from 1) of the first row with the same key; null for the first itself and where all is blank. */
    private static List<Json> duplicates(Context context) {
        Node analysis = context.analysis();
        List<String> columns = analysis.someTexts("duplicateKey");
        List<String[]> codes = columns.stream()
                .map(column -> context.data().codes(column, analysis))
                .toList();
        Map<List<String>, Integer> first = new HashMap<>();
        List<Json> duplicates = new ArrayList<>();
        for (int row = 0; row < context.data().rows(); row++) {
            List<String> key = new ArrayList<>();
            for (String[] column : codes) {
                key.add(column[row]);
            }
            boolean blank = key.stream().allMatch(java.util.Objects::isNull);
            Integer before = blank ? null : first.putIfAbsent(key, row);
            duplicates.add(before == null ? Json.NULL : Json.of(before + 1L));
        }
        return duplicates;
    }
}
