package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.util.Locale;
import org.gongshi.templates.survey.NoticePage;

/** The bytes of a request, when they are of the kind that was asked for (请求正文). */
final class Bodies {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    private Bodies() {}

    static byte[] read(Context ctx, String type) {
        String header = ctx.header("Content-Type");
        String media = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!media.equals(type)) {
            throw new Refusal(415, NoticePage.Kind.MEDIA_TYPE);
        }
        return ctx.bodyAsBytes();
    }
}
