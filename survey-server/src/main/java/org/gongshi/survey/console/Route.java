package org.gongshi.survey.console;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.survey.office.Action;

/**
 * A row of the console's table of routes: a method, a path with names in braces, and the action it asks for.
 *
 * @param action what the role must allow; empty for what needs no account (the sign-in, the public digests)
 * @param upload whether the form may bring a file; then it may be longer than other requests, for those who are signed in
 * @param logged whether a done request leaves a line in the log: everything that changes something or hands something out
 */
public record Route(
        Method method, String path, Optional<Action> action, boolean logged, boolean upload, Handler handler) {
    public Route {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(handler, "handler");
    }

    /** Whether that is a path of this row; a name in braces stands for one part of it. */
    public boolean fits(String given) {
        String[] own = path.split("/", -1);
        String[] parts = given.split("/", -1);
        boolean fits = own.length == parts.length;
        for (int at = 0; fits && at < own.length; at++) {
            fits = own[at].startsWith("{") ? !parts[at].isEmpty() : own[at].equals(parts[at]);
        }
        return fits;
    }

    /** GET answers HEAD too. */
    public enum Method {
        GET,
        POST
    }

    /** What stands behind a route. */
    @FunctionalInterface
    public interface Handler {
        Answer handle(Visit visit);
    }

    /** The same row with another handler. */
    Route with(Handler other) {
        return new Route(method, path, action, logged, upload, other);
    }

    static Route open(Method method, String path, Handler handler) {
        return new Route(method, path, Optional.empty(), false, false, handler);
    }

    static Route get(String path, Action action, Handler handler) {
        return new Route(Method.GET, path, Optional.of(action), false, false, handler);
    }

    /** A GET that hands something out. */
    static Route take(String path, Action action, Handler handler) {
        return new Route(Method.GET, path, Optional.of(action), true, false, handler);
    }

    static Route post(String path, Action action, Handler handler) {
        return new Route(Method.POST, path, Optional.of(action), true, false, handler);
    }

    /** A form with a file. */
    static Route upload(String path, Action action, Handler handler) {
        return new Route(Method.POST, path, Optional.of(action), true, true, handler);
    }
}
