package org.gongshi.survey.web;

import org.gongshi.templates.survey.NoticePage;

/** A request that is not answered with what it asks for: its status, and the notice that says why. */
final class Refusal extends RuntimeException {
    private final int status;
    private final NoticePage.Kind kind;

    Refusal(int status, NoticePage.Kind kind) {
        super(kind.key(), null, false, false);
        this.status = status;
        this.kind = kind;
    }

    int status() {
        return status;
    }

    NoticePage.Kind kind() {
        return kind;
    }

    /** The notice that suits a status which Javalin or Jetty decided on. */
    static Refusal of(int status) {
        return new Refusal(
                status,
                switch (status) {
                    case 404 -> NoticePage.Kind.NOT_FOUND;
                    case 405, 501 -> NoticePage.Kind.METHOD;
                    case 413 -> NoticePage.Kind.TOO_LARGE;
                    case 415 -> NoticePage.Kind.MEDIA_TYPE;
                    case 408, 429, 503 -> NoticePage.Kind.BUSY;
                    default -> status < 500 ? NoticePage.Kind.UNREADABLE : NoticePage.Kind.ERROR;
                });
    }
}
