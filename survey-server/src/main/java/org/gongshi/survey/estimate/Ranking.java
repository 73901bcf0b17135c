package org.gongshi.survey.estimate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.statistics.RankInterval;

/** The estimator {@code ranks}: from columns with estimates, or from domain means. */
final class Ranking {
    /** What is ranked: names, estimates (NaN: none) and their covariances. */
    private record Units(String[] names, double[] estimate, double[][] covariance) {}

    private Ranking() {}

    static Result ranks(Context context) {
        Units units = context.analysis().field("estimate").isPresent() ? fromColumns(context) : fromMeans(context);
        int[] ranked = IntStream.range(0, units.names().length)
                .filter(unit -> !Double.isNaN(units.estimate()[unit]) && !Double.isNaN(units.covariance()[unit][unit]))
                .toArray();
        double[] estimate = Arrays.stream(ranked)
                .mapToDouble(unit -> units.estimate()[unit])
                .toArray();
        double[][] covariance = new double[ranked.length][ranked.length];
        for (int a = 0; a < ranked.length; a++) {
            for (int b = 0; b < ranked.length; b++) {
                covariance[a][b] = units.covariance()[ranked[a]][ranked[b]];
            }
        }
        var result = new Result();
        context.analysis().someTexts("methods");
        for (Node word : context.analysis().list("methods")) {
            var method = RankInterval.Method.of(word.asText())
                    .orElseThrow(() -> word.fault(
                            "is \"" + word.asText() + "\"",
                            String.join(
                                    ", ",
                                    Arrays.stream(RankInterval.Method.values())
                                            .map(RankInterval.Method::word)
                                            .toList()),
                            "choose one of them"));
            List<RankInterval> ranks = RankInterval.of(
                    estimate, covariance, method, context.precision().level());
            for (int unit = 0; unit < units.names().length; unit++) {
                int at = Arrays.binarySearch(ranked, unit);
                add(result, method, units, unit, at < 0 ? null : ranks.get(at));
            }
        }
        return result;
    }

    private static void add(Result result, RankInterval.Method method, Units units, int unit, RankInterval rank) {
        Map<String, Json> key = new LinkedHashMap<>();
        key.put("method", Json.of(method.word()));
        key.put("unit", Json.of(units.names()[unit]));
        var row = result.row(key);
        if (rank == null) {
            for (String name : List.of("estimate", "se", "rank", "rankLow", "rankHigh")) {
                row.put(name, Double.NaN);
            }
        } else {
            row.put("estimate", units.estimate()[unit])
                    .put("se", Math.sqrt(units.covariance()[unit][unit]))
                    .put("rank", rank.rank())
                    .put("rankLow", rank.low())
                    .put("rankHigh", rank.high());
        }
        row.add();
    }

    private static Units fromColumns(Context context) {
        Node analysis = context.analysis();
        double[] estimate = context.data().numbers(analysis.text("estimate"), analysis);
        double[] se = context.data().numbers(analysis.text("se"), analysis);
        String[] names = context.data().cells(analysis.text("label"), analysis);
        double[][] covariance = new double[se.length][se.length];
        for (int unit = 0; unit < se.length; unit++) {
            covariance[unit][unit] = se[unit] * se[unit];
        }
        return new Units(names, estimate, covariance);
    }

    private static Units fromMeans(Context context) {
        List<Context.Group> groups = context.groups();
        var means = Comparisons.jointMeans(context, groups);
        double[] estimate = new double[groups.size()];
        double[][] covariance = new double[groups.size()][groups.size()];
        for (int a = 0; a < estimate.length; a++) {
            estimate[a] = means.estimate(a).orElse(Double.NaN);
            for (int b = 0; b < estimate.length; b++) {
                covariance[a][b] = means.covariance(a, b);
            }
        }
        return new Units(groups.stream().map(Context.Group::text).toArray(String[]::new), estimate, covariance);
    }
}
