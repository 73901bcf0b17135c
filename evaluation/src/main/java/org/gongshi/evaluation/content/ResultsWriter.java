package org.gongshi.evaluation.content;

import java.math.BigDecimal;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.Share;

/** Released results as JSON, field by field in a fixed order. */
final class ResultsWriter {
    private ResultsWriter() {}

    static Json document(ReleasedResults results) {
        var questionnaires = Json.object();
        results.questionnaires().forEach((audience, digest) -> questionnaires.put(audience.key(), digest.toString()));
        var document = Json.object()
                .put(
                        "schema",
                        results.deviations().isEmpty() ? ReleasedResultsJson.SCHEMA : ReleasedResultsJson.DEVIATING)
                .put(
                        "round",
                        Json.object()
                                .put("year", results.round().year().value())
                                .put("organizer", results.round().organizer().value())
                                .build())
                .put("plan", results.plan().toString())
                .put("questionnaires", questionnaires.build())
                .put("method", results.method())
                .put("opened", results.opened().toString())
                .put("closed", results.closed().toString())
                .put("released", results.released().toString())
                .put(
                        "releasedBy",
                        Json.array(results.releasedBy().stream().map(Json::of).toList()))
                .put(
                        "results",
                        Json.array(results.results().stream()
                                .map(ResultsWriter::row)
                                .toList()));
        AnalysisJson.write(results.analysis(), document);
        CollectedJson.write(results.collected(), document);
        if (!results.deviations().isEmpty()) {
            document.put("deviations", DeviationJson.writeAll(results.deviations()));
        }
        return document.build();
    }

    private static Json row(AudienceResult row) {
        return Json.object()
                .put("place", row.place().value())
                .put("audience", row.audience().key())
                .put("stage", Json.of(row.stage().map(SchoolStage::key).orElse(null)))
                .put("mode", row.mode().key())
                .put("population", row.population())
                .put("invited", row.invited())
                .put("responded", row.responded().map(Json::of).orElse(Json.NULL))
                .put("responseRate", decimal(row.responseRate().orElse(null)))
                .put("index", estimate(row.index()))
                .put("satisfied", estimate(row.satisfied()))
                .put(
                        "items",
                        Json.array(row.items().stream().map(ResultsWriter::item).toList()))
                .put("sensitivity", row.sensitivity().map(AnalysisJson::write).orElse(Json.NULL))
                .build();
    }

    private static Json item(ItemResult item) {
        var shares = Json.object();
        item.shares().forEach((value, share) -> shares.put(Integer.toString(value), share(share)));
        return Json.object()
                .put("code", item.code())
                .put("mean", estimate(item.mean()))
                .put("satisfied", estimate(item.satisfied()))
                .put("shares", shares.build())
                .put("dontKnow", item.dontKnow().map(ResultsWriter::share).orElse(Json.NULL))
                .build();
    }

    private static Json share(Share share) {
        return Json.object()
                .put("bound", share.bound().key())
                .put("percent", share.percent())
                .build();
    }

    static Json estimate(Estimate estimate) {
        if (estimate instanceof Estimate.Withheld withheld) {
            return Json.object().put("withheld", withheld.reason().key()).build();
        }
        Estimate.Shown shown = (Estimate.Shown) estimate;
        return Json.object()
                .put("value", decimal(shown.value()))
                .put("bound", shown.bound().key())
                .put("low", decimal(shown.interval().map(Estimate.Interval::low).orElse(null)))
                .put(
                        "high",
                        decimal(shown.interval().map(Estimate.Interval::high).orElse(null)))
                .put("n", shown.n())
                .put("effectiveN", shown.effectiveN().map(Json::of).orElse(Json.NULL))
                .put("df", shown.df().isPresent() ? Json.of(shown.df().getAsInt()) : Json.NULL)
                .put("designEffect", decimal(shown.designEffect().orElse(null)))
                .put("method", shown.method())
                .put("quality", Json.of(shown.quality().orElse(null)))
                .build();
    }

    /** 1E+2 and 100 are one figure with two faces; the file knows the plain one. */
    static Json decimal(BigDecimal value) {
        return Json.of(value == null || value.scale() >= 0 ? value : value.setScale(0));
    }
}
