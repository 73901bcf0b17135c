package org.gongshi.survey.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.FieldFault;

/** Keyings and what becomes of them as JSON: held until the second comes, and on the control socket. */
public final class PaperJson {
    private PaperJson() {}

    /** A sheet on its way to the server. */
    public static Json.Obj write(PaperSheet sheet) {
        return fields(sheet).put("code", sheet.code()).build();
    }

    /** A first keying as it is held: without its code, whose hash names it, with the number drawn for its answer. */
    static Json.Obj held(PaperSheet sheet, String nonce) {
        return fields(sheet).put("code", "-").put("nonce", nonce).build();
    }

    private static Json.ObjectBuilder fields(PaperSheet sheet) {
        var answers = Json.object();
        sheet.answers().forEach((code, answer) -> answers.put(code, value(answer)));
        var object = Json.object()
                .put("clerk", sheet.clerk())
                .put("audience", sheet.audience().key())
                .put("answers", answers.build());
        sheet.remark().ifPresent(text -> object.put("remark", text));
        return object;
    }

    /** @throws RuntimeException when the object is not what {@link #write} makes */
    public static PaperSheet sheet(Json.Obj object) {
        Map<String, Answer> answers = new TreeMap<>();
        ((Json.Obj) object.field("answers").orElseThrow())
                .fields()
                .forEach((code, value) -> answers.put(code, answer(value)));
        return new PaperSheet(
                RoundJson.text(object, "code"),
                RoundJson.text(object, "clerk"),
                Audience.ofKey(RoundJson.text(object, "audience")).orElseThrow(),
                answers,
                object.field("remark").map(text -> ((Json.Str) text).value()));
    }

    public static Json.Obj write(PaperOutcome outcome) {
        if (outcome instanceof PaperOutcome.Kept kept) {
            return Json.object().put("kept", kept.receipt()).build();
        }
        if (outcome instanceof PaperOutcome.Differs differs) {
            List<Json> rows = new ArrayList<>();
            differs.differences()
                    .forEach(one -> rows.add(Json.object()
                            .put("field", one.field())
                            .put("first", one.first())
                            .put("second", one.second())
                            .build()));
            return Json.object().put("differs", Json.array(rows)).build();
        }
        if (outcome instanceof PaperOutcome.Refused refused) {
            List<Json> rows = new ArrayList<>();
            refused.faults()
                    .forEach(one -> rows.add(Json.object()
                            .put("field", one.field())
                            .put("message", one.message())
                            .build()));
            return Json.object().put("refused", Json.array(rows)).build();
        }
        return Json.object().put("held", true).build();
    }

    /** @throws RuntimeException when the object is not what {@link #write} makes */
    public static PaperOutcome outcome(Json.Obj object) {
        Optional<Json> kept = object.field("kept");
        if (kept.isPresent()) {
            return new PaperOutcome.Kept(((Json.Str) kept.get()).value());
        }
        if (object.field("differs").isPresent()) {
            return new PaperOutcome.Differs(rows(object, "differs").stream()
                    .map(row -> new PaperOutcome.Difference(
                            RoundJson.text(row, "field"), RoundJson.text(row, "first"), RoundJson.text(row, "second")))
                    .toList());
        }
        if (object.field("refused").isPresent()) {
            return new PaperOutcome.Refused(rows(object, "refused").stream()
                    .map(row -> new FieldFault(RoundJson.text(row, "field"), RoundJson.text(row, "message")))
                    .toList());
        }
        return new PaperOutcome.Held();
    }

    private static List<Json.Obj> rows(Json.Obj object, String field) {
        return ((Json.Arr) object.field(field).orElseThrow())
                .items().stream().map(row -> (Json.Obj) row).toList();
    }

    private static Json value(Answer answer) {
        if (answer instanceof Answer.Picked picked) {
            return Json.array(picked.items().stream().map(Json::of).toList());
        }
        return Json.of(((Answer.Chosen) answer).value());
    }

    private static Answer answer(Json value) {
        if (value instanceof Json.Arr items) {
            return new Answer.Picked(items.items().stream()
                    .map(item -> ((Json.Str) item).value())
                    .toList());
        }
        return new Answer.Chosen(((Json.Num) value).value().intValueExact());
    }
}
