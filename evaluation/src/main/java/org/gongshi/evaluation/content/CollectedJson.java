package org.gongshi.evaluation.content;

import java.util.ArrayList;
import java.util.List;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Collected;
import org.gongshi.evaluation.satisfaction.Receipts;
import org.gongshi.evaluation.satisfaction.Way;
import org.gongshi.evaluation.satisfaction.WayCount;

/** How the answers came in, as JSON and back: the fields {@code ways} and {@code receipts} of {@code results.json}. */
final class CollectedJson {
    private static final String DOUBTED = "doubted";

    private CollectedJson() {}

    static void write(Collected collected, Json.ObjectBuilder document) {
        document.put(
                        "ways",
                        Json.array(collected.ways().stream()
                                .map(CollectedJson::write)
                                .toList()))
                .put("receipts", collected.receipts().map(CollectedJson::write).orElse(Json.NULL));
    }

    /** The doubted stand only where they are told. */
    private static Json write(WayCount count) {
        var way = Json.object()
                .put("audience", count.audience().key())
                .put("way", count.way().key())
                .put("assurance", count.way().assurance().key())
                .put("sheets", count.sheets().map(Json::of).orElse(Json.NULL));
        count.doubted().ifPresent(doubted -> way.put(DOUBTED, doubted));
        return way.build();
    }

    private static Json write(Receipts receipts) {
        return Json.object()
                .put("count", receipts.count())
                .put("root", receipts.root().toString())
                .build();
    }

    static Collected read(JsonCursor at) {
        List<WayCount> ways = at.at("ways").items().map(CollectedJson::way).toList();
        var receipts = at.ifPresent("receipts").map(CollectedJson::receipts);
        return at.at("ways").make(() -> new Collected(ways, receipts));
    }

    private static WayCount way(JsonCursor at) {
        List<String> names = new ArrayList<>(List.of("audience", "way", "assurance", "sheets"));
        if (at.has(DOUBTED)) {
            names.add(DOUBTED);
        }
        at.only(names.toArray(String[]::new));
        var audience = at.at("audience").word(Audience::ofKey);
        var way = at.at("way").word(Way::ofKey);
        if (!way.assurance().key().equals(at.at("assurance").text())) {
            throw at.at("assurance").fault("应为 " + way.assurance().key());
        }
        var sheets = at.ifPresent("sheets").map(JsonCursor::whole);
        var doubted = at.ifPresent(DOUBTED).map(JsonCursor::whole);
        return at.make(() -> new WayCount(audience, way, sheets, doubted));
    }

    private static Receipts receipts(JsonCursor at) {
        at.only("count", "root");
        long count = at.at("count").whole();
        var root = ResultsReader.digest(at.at("root"));
        return at.make(() -> new Receipts(count, root));
    }
}
