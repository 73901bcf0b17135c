package org.gongshi.evaluation.content;

import java.util.List;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/** Deviations from the plan as JSON and back: in {@code results.json}, in the round's own file, on the control socket. */
public final class DeviationJson {
    private static final String[] FIELDS = {
        "kind", "place", "audience", "stage", "into", "people", "reason", "decided", "decidedBy", "resultsSeen"
    };

    private DeviationJson() {}

    public static Json write(Deviation deviation) {
        return Json.object()
                .put("kind", deviation.kind().key())
                .put("place", deviation.place().value())
                .put("audience", deviation.audience().key())
                .put("stage", Json.of(deviation.stage().map(SchoolStage::key).orElse(null)))
                .put("into", Json.of(deviation.into().map(SchoolStage::key).orElse(null)))
                .put("people", deviation.people())
                .put("reason", deviation.reason())
                .put("decided", deviation.decided().toString())
                .put(
                        "decidedBy",
                        Json.array(deviation.decidedBy().stream().map(Json::of).toList()))
                .put("resultsSeen", deviation.resultsSeen())
                .build();
    }

    public static Json writeAll(List<Deviation> deviations) {
        return Json.array(deviations.stream().map(DeviationJson::write).toList());
    }

    /** @throws ShapeFault at the first field that does not fit */
    public static Deviation read(Json object) {
        return read(JsonCursor.of(object));
    }

    /** @throws ShapeFault at the first field that does not fit */
    public static List<Deviation> readAll(Json array) {
        return JsonCursor.of(array).items().map(DeviationJson::read).toList();
    }

    /** SHA-256 of the canonical text: names one deviation in the log of the office. */
    public static Digest digest(Deviation deviation) {
        return Digest.of(JsonText.canonical(write(deviation)));
    }

    static Deviation read(JsonCursor at) {
        at.only(FIELDS);
        var kind = at.at("kind").word(Deviation.Kind::ofKey);
        var place = ResultsReader.place(at.at("place"));
        var audience = at.at("audience").word(Audience::ofKey);
        var stage = at.ifPresent("stage").map(word -> word.word(SchoolStage::ofKey));
        var into = at.ifPresent("into").map(word -> word.word(SchoolStage::ofKey));
        long people = at.at("people").whole();
        String reason = at.at("reason").text();
        var decided = at.at("decided").date();
        List<String> by = at.at("decidedBy").items().map(JsonCursor::text).toList();
        boolean seen = at.at("resultsSeen").flag();
        return at.make(() -> new Deviation(kind, place, audience, stage, into, people, reason, decided, by, seen));
    }
}
