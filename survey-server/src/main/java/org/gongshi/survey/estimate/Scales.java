package org.gongshi.survey.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.statistics.CronbachAlpha;
import org.gongshi.evaluation.statistics.ItemCovariances;
import org.gongshi.evaluation.statistics.OmegaTotal;

/** The estimators {@code alpha} and {@code omega}. */
final class Scales {
    private static final Json WHOLE = Json.of("(scale)");

    private Scales() {}

    static Result alpha(Context context) {
        Node analysis = context.analysis();
        double[][] all = Transform.scale(context.data(), analysis);
        List<String> items = analysis.someTexts("items");
        String missing = analysis.optionalText("missing").orElse("listwise");
        if (!missing.equals("listwise") && !missing.equals("pairwise")) {
            throw analysis.required("missing")
                    .fault("is \"" + missing + "\"", "listwise or pairwise", "choose one of them");
        }
        var result = new Result();
        for (var group : context.groups()) {
            int[] use = IntStream.range(0, all.length)
                    .filter(row -> context.counts(row) && group.domain().contains(row))
                    .toArray();
            double[][] rows = Arrays.stream(use).mapToObj(row -> all[row]).toArray(double[][]::new);
            ItemCovariances covariances = analysis.flag("weighted")
                    ? ItemCovariances.weighted(
                            rows,
                            Arrays.stream(use)
                                    .mapToDouble(context.design()::weight)
                                    .toArray())
                    : missing.equals("pairwise") ? ItemCovariances.pairwise(rows) : ItemCovariances.listwise(rows);
            add(result, CronbachAlpha.of(covariances, complete(rows)), items, group.key());
        }
        return result;
    }

    private static long complete(double[][] rows) {
        return Arrays.stream(rows)
                .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
                .count();
    }

    private static void add(Result result, CronbachAlpha alpha, List<String> items, Map<String, Json> group) {
        result.row(Result.key(group, "item", WHOLE))
                .put("n", alpha.n())
                .put("alpha", alpha.alpha())
                .put("standardizedAlpha", alpha.standardizedAlpha())
                .put("averageR", alpha.averageR())
                .add();
        for (int item = 0; item < alpha.items().size(); item++) {
            var line = alpha.items().get(item);
            result.row(Result.key(group, "item", Json.of(items.get(item))))
                    .put("variance", line.variance())
                    .put("itemRest", line.itemRest())
                    .put("alphaIfDropped", line.alphaIfDropped())
                    .add();
        }
    }

    static Result omega(Context context) {
        double[][] all = Transform.scale(context.data(), context.analysis());
        List<String> items = context.analysis().someTexts("items");
        double[][] rows = IntStream.range(0, all.length)
                .filter(context::counts)
                .mapToObj(row -> all[row])
                .toArray(double[][]::new);
        var omega = OmegaTotal.of(ItemCovariances.listwise(rows));
        var result = new Result();
        result.row(Map.of("item", WHOLE))
                .put("n", omega.n())
                .put("omegaTotal", omega.omega())
                .add();
        for (int item = 0; item < items.size() && item < omega.loadings().size(); item++) {
            result.row(Map.of("item", Json.of(items.get(item))))
                    .put("loading", omega.loadings().get(item))
                    .add();
        }
        return result;
    }
}
