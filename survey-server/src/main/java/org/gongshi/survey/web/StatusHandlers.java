package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.util.List;
import org.gongshi.evaluation.json.Json;

/** For those who watch over the server (运行检查). */
final class StatusHandlers {
    private final Collaborators house;
    private final Metrics metrics;

    StatusHandlers(Collaborators house, Metrics metrics) {
        this.house = house;
        this.metrics = metrics;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", this::health),
                Route.get("/ready", this::ready),
                Route.get("/metrics", this::metrics));
    }

    private void health(Context ctx) {
        Answers.send(ctx, 200, Json.object().put("status", "up").build());
    }

    private void ready(Context ctx) {
        boolean ready = house.live().get().ready();
        Answers.send(
                ctx,
                ready ? 200 : 503,
                Json.object()
                        .put("status", ready ? "ready" : "not-ready")
                        .put("survey", house.state().get().key())
                        .build());
    }

    private void metrics(Context ctx) {
        ctx.header("Cache-Control", "no-store")
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.text(house.live().get(), house.state().get()));
    }
}
