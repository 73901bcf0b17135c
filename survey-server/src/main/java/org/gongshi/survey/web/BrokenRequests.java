package org.gongshi.survey.web;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.gongshi.evaluation.json.Json;
import org.gongshi.templates.survey.NoticePage;

/** Answers what never reaches a route (读不懂的请求): no HTTP at all, a body too long or cut off. */
final class BrokenRequests implements Request.Handler {
    /** Seconds. */
    private static final String SOON = "5";

    private final SecurityHeaders headers;
    private final Pages pages;
    private final Optional<OfficeDoor> door;

    BrokenRequests(SecurityHeaders headers, Pages pages, Optional<OfficeDoor> door) {
        this.door = door;
        this.headers = headers;
        this.pages = pages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // 501 and 505 blame the server for a protocol that the client made up.
        boolean madeUp = response.getStatus() == 501 || response.getStatus() == 505;
        response.setStatus(madeUp ? 400 : response.getStatus());
        // Jetty has emptied the answer before it asks for this one: the headers are put again.
        headers.put(response.getHeaders());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (response.getStatus() == HttpStatus.SERVICE_UNAVAILABLE_503) {
            // As it stops: the next server is there in some seconds.
            response.getHeaders().put(HttpHeader.RETRY_AFTER, SOON);
        }
        NoticePage.Kind kind = Refusal.of(response.getStatus()).kind();
        String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
        boolean isApi = path.startsWith("/api/");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, isApi ? Answers.TYPE : "text/html; charset=utf-8");
        response.write(true, ByteBuffer.wrap(isApi ? json(kind) : page(kind, response.getStatus(), path)), callback);
        return true;
    }

    private byte[] json(NoticePage.Kind kind) {
        String message = pages.frame().words().say("notice." + kind.key() + ".title");
        return Answers.bytes(
                Json.object().put("error", kind.key()).put("message", message).build());
    }

    private byte[] page(NoticePage.Kind kind, int status, String path) {
        if (door.isPresent() && OfficeDoor.tells(status, path)) {
            return door.get().apart(status);
        }
        return pages.bytes(new NoticePage(pages.frame(), kind, Optional.empty()));
    }
}
