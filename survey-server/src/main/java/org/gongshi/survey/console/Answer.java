package org.gongshi.survey.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.templates.office.OfficePage;

/**
 * What the console answers.
 *
 * @param cookies what becomes of the cookies
 * @param about what the request was about, for the log; empty when the route's own words are enough
 */
public record Answer(int status, Body body, Cookies cookies, String about) {
    public Answer {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(cookies, "cookies");
        Objects.requireNonNull(about, "about");
    }

    /** What is sent. */
    public sealed interface Body {}

    /** A page. */
    public record Page(OfficePage page) implements Body {}

    /** Go on there (303). */
    public record Go(String location) implements Body {}

    /** Something to keep; written while it is made. */
    public record Download(String name, String type, Writer writer) implements Body {}

    /** Something short, as it is. */
    public record Plain(String type, byte[] bytes) implements Body {}

    /** Writes a download. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream to) throws IOException;
    }

    /**
     * What becomes of the two cookies: a new value, an end, or nothing.
     *
     * @param session a new session's id; an empty text ends it
     */
    public record Cookies(Optional<String> session, Optional<String> visitor) {
        static final Cookies NONE = new Cookies(Optional.empty(), Optional.empty());
    }

    static Answer page(OfficePage page) {
        return page(200, page);
    }

    static Answer page(int status, OfficePage page) {
        return new Answer(status, new Page(page), Cookies.NONE, "");
    }

    static Answer go(String location) {
        return new Answer(303, new Go(location), Cookies.NONE, "");
    }

    static Answer download(String name, String type, byte[] bytes) {
        return new Answer(200, new Download(name, type, to -> to.write(bytes)), Cookies.NONE, "");
    }

    static Answer json(Json json) {
        byte[] bytes = JsonText.compact(json).getBytes(StandardCharsets.UTF_8);
        return new Answer(200, new Plain("application/json; charset=utf-8", bytes), Cookies.NONE, "");
    }

    Answer about(String what) {
        return new Answer(status, body, cookies, what);
    }

    Answer with(Cookies changed) {
        return new Answer(status, body, changed, about);
    }
}
