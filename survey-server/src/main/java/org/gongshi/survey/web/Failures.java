package org.gongshi.survey.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.gongshi.templates.survey.NoticePage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a kind answer of everything that goes wrong (出错时的应答): JSON under /api/, a page elsewhere; never a detail. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Pages pages;
    private final ApiHandlers api;
    private final List<Route> routes;
    private final Optional<OfficeDoor> door;

    Failures(Pages pages, ApiHandlers api, List<Route> routes, Optional<OfficeDoor> door) {
        this.pages = pages;
        this.api = api;
        this.routes = routes;
        this.door = door;
    }

    void answer(Exception fault, Context ctx) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        Refusal refusal = refusal(cause);
        if (refusal.kind() == NoticePage.Kind.ERROR) {
            // The class and where it was thrown; never the message, which may hold what somebody typed.
            StackTraceElement[] trace = cause.getStackTrace();
            LOG.error("a request failed: {} at {}", cause.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        }
        send(ctx, refusal.status(), refusal.kind());
    }

    private static Refusal refusal(Throwable fault) {
        if (fault instanceof Refusal refusal) {
            return refusal;
        }
        if (fault instanceof HttpResponseException response) {
            return Refusal.of(response.getStatus());
        }
        // Jetty's own, such as a body that is cut off or too long; without this they would be errors of the server.
        if (fault instanceof HttpException http) {
            return Refusal.of(http.getCode());
        }
        // Whoever went away in the middle of sending will not read the answer; it is no fault of ours.
        return Refusal.of(fault instanceof EofException ? 400 : 500);
    }

    private void send(Context ctx, int status, NoticePage.Kind kind) {
        String path = ctx.path();
        if (status == 405) {
            ctx.header("Allow", Route.allowed(routes, path));
        }
        if (door.isPresent() && OfficeDoor.tells(status, path)) {
            door.get().tell(ctx, status);
        } else if (path.startsWith("/api/")) {
            api.notice(ctx, status, kind);
        } else {
            pages.notice(ctx, status, kind);
        }
    }
}
