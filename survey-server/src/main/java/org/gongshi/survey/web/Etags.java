package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.util.Arrays;

/** Answers that a client may have already (RFC 9110, section 13.1.2). */
final class Etags {
    private Etags() {}

    /** Sends the bytes, or 304 when the client names the version; weak, because the bytes travel compressed or not. */
    static void send(Context ctx, String version, String type, byte[] bytes) {
        String tag = "W/\"" + version + "\"";
        ctx.header("ETag", tag);
        String known = ctx.header("If-None-Match");
        if (known != null
                && Arrays.stream(known.split(",")).map(String::strip).anyMatch(one -> matches(one, version))) {
            ctx.status(304);
            return;
        }
        ctx.contentType(type).result(bytes);
    }

    private static boolean matches(String tag, String version) {
        // Compression on the way may append its name to the tag.
        return tag.equals("*")
                || tag.replaceFirst("^W/", "").replaceFirst("--?gzip\"$", "\"").equals("\"" + version + "\"");
    }
}
