package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.templates.survey.NoticePage;

/** What the API says (接口的应答): one JSON object on one line. */
final class Answers {
    static final String TYPE = "application/json; charset=utf-8";

    private Answers() {}

    static void send(Context ctx, int status, Json body) {
        ctx.status(status).header("Cache-Control", "no-store").contentType(TYPE).result(bytes(body));
    }

    static byte[] bytes(Json body) {
        return JsonText.compact(body).getBytes(StandardCharsets.UTF_8);
    }

    static void sendTagged(Context ctx, String version, byte[] bytes) {
        ctx.header("Cache-Control", "no-cache");
        Etags.send(ctx, version, TYPE, bytes);
    }

    static void faults(Context ctx, int status, List<FieldFault> faults) {
        List<Json.Obj> errors = faults.stream()
                .map(fault -> Json.object()
                        .put("field", fault.field())
                        .put("message", fault.message())
                        .build())
                .toList();
        send(ctx, status, Json.object().put("errors", Json.array(errors)).build());
    }

    static void notice(Context ctx, int status, NoticePage.Kind kind, String message) {
        send(
                ctx,
                status,
                Json.object().put("error", kind.key()).put("message", message).build());
    }
}
