package org.gongshi.survey.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.gongshi.evaluation.json.Json;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.intake.SchoolRoll;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.round.MintOrder;
import org.gongshi.survey.round.MintedBatch;
import org.gongshi.survey.round.RoundJson;
import org.gongshi.survey.round.RoundState;
import org.gongshi.survey.round.StatusReport;
import org.gongshi.survey.round.StratumJson;
import org.gongshi.survey.store.CountKey;
import org.gongshi.survey.store.Damage;
import org.gongshi.survey.store.IssuedCodes;

/** Orders and reports as JSON. Both ends are the same program, so what does not fit is a fault of the line. */
public final class Wire {
    private Wire() {}

    /** The progress of the fieldwork; also what {@code status --json} prints. */
    public static Json.Obj write(StatusReport report) {
        List<Json> issued = new ArrayList<>();
        report.issued()
                .forEach(codes -> issued.add(StratumJson.of(codes.stratum())
                        .put("invited", codes.invited())
                        .put("spent", codes.spent())
                        .build()));
        return Json.object()
                .put("state", report.state().key())
                .put("record", RoundJson.write(report.round()))
                .put("issued", Json.array(issued))
                .put("answered", counts(report.answered()))
                .put("doubted", counts(report.doubted()))
                .put(
                        "beyond",
                        Json.array(report.beyond().stream()
                                .map(roll -> StratumJson.of(roll.stratum())
                                        .put("cluster", roll.cluster())
                                        .put("people", roll.people())
                                        .put("batch", roll.batch())
                                        .build())
                                .toList()))
                .build();
    }

    static StatusReport report(Json.Obj object) {
        List<IssuedCodes> issued = items(object, "issued").stream()
                .map(item -> new IssuedCodes(StratumJson.read(item), number(item, "invited"), number(item, "spent")))
                .toList();
        return new StatusReport(
                RoundJson.read((Json.Obj) object.field("record").orElseThrow()),
                RoundState.ofKey(text(object, "state")).orElseThrow(),
                issued,
                counts(object, "answered"),
                counts(object, "doubted"),
                items(object, "beyond").stream()
                        .map(item -> new SchoolRoll(
                                StratumJson.read(item),
                                (int) number(item, "cluster"),
                                (int) number(item, "people"),
                                (int) number(item, "batch")))
                        .toList());
    }

    private static Json counts(Map<CountKey, Long> counts) {
        List<Json> items = new ArrayList<>();
        counts.forEach((key, count) -> items.add(StratumJson.of(key.stratum())
                .put("mode", key.mode().key())
                .put("count", count)
                .build()));
        return Json.array(items);
    }

    private static Map<CountKey, Long> counts(Json.Obj object, String field) {
        Map<CountKey, Long> counts = new TreeMap<>();
        items(object, field)
                .forEach(item -> counts.put(
                        new CountKey(
                                StratumJson.read(item),
                                Mode.ofKey(text(item, "mode")).orElseThrow()),
                        number(item, "count")));
        return counts;
    }

    static Json.Obj write(MintOrder order) {
        var object =
                StratumJson.of(order.stratum()).put("kind", order.kind().key()).put("count", order.count());
        order.school().ifPresent(label -> object.put("school", label));
        order.people().ifPresent(people -> object.put("people", people));
        return object.build();
    }

    static MintOrder order(Json.Obj object) {
        return new MintOrder(
                CodeKind.ofKey(text(object, "kind")).orElseThrow(),
                StratumJson.read(object),
                object.field("school").map(label -> ((Json.Str) label).value()),
                (int) number(object, "count"),
                object.field("people").isPresent()
                        ? OptionalInt.of((int) number(object, "people"))
                        : OptionalInt.empty());
    }

    static Json.Obj write(MintedBatch batch) {
        return Json.object()
                .put("number", batch.number())
                .put(
                        "codes",
                        Json.array(batch.codes().stream()
                                .map(code -> Json.of(code.value()))
                                .toList()))
                .put("notes", texts(batch.notes()))
                .build();
    }

    static MintedBatch batch(Json.Obj object) {
        return new MintedBatch(
                (int) number(object, "number"),
                texts(object, "codes").stream().map(AccessCode::new).toList(),
                texts(object, "notes"));
    }

    static Json.Arr damages(List<Damage> damages) {
        return (Json.Arr) Json.array(damages.stream()
                .map(damage -> Json.object()
                        .put("table", damage.table())
                        .put("row", damage.row())
                        .put("what", damage.what())
                        .build())
                .toList());
    }

    static List<Damage> damages(Json.Arr items) {
        return items.items().stream()
                .map(item -> (Json.Obj) item)
                .map(item -> new Damage(text(item, "table"), text(item, "row"), text(item, "what")))
                .toList();
    }

    static Json.Arr texts(List<String> texts) {
        return (Json.Arr) Json.array(texts.stream().map(Json::of).toList());
    }

    static List<String> texts(Json.Obj object, String field) {
        return ((Json.Arr) object.field(field).orElseThrow())
                .items().stream().map(item -> ((Json.Str) item).value()).toList();
    }

    static String text(Json.Obj object, String field) {
        return ((Json.Str) object.field(field).orElseThrow()).value();
    }

    static long number(Json.Obj object, String field) {
        return ((Json.Num) object.field(field).orElseThrow()).value().longValueExact();
    }

    private static List<Json.Obj> items(Json.Obj object, String field) {
        return ((Json.Arr) object.field(field).orElseThrow())
                .items().stream().map(item -> (Json.Obj) item).toList();
    }
}
