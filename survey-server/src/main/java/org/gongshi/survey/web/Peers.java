package org.gongshi.survey.web;

import io.javalin.http.Context;

/** Who is at the other end of a request (来源地址), for slowing those who guess. */
final class Peers {
    private Peers() {}

    static String of(Context ctx, Limits limits) {
        String peer = ctx.req().getRemoteAddr();
        String forwarded = ctx.header("X-Forwarded-For");
        boolean trusted = limits.trustedProxy().filter(peer::equals).isPresent();
        if (!trusted || forwarded == null) {
            return peer;
        }
        // The proxy appends: only the last address is its own word, the others are the client's.
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
