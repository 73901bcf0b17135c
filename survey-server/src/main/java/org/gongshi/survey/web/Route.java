package org.gongshi.survey.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.regex.Pattern;

/** One row of the HTTP reference: a method, a path with names in braces, and who answers. GET answers HEAD too. */
record Route(HandlerType method, String path, Handler handler) {
    static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler);
    }

    static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler);
    }

    boolean matches(String actual) {
        String pattern = "\\Q" + path.replaceAll("\\{[a-z]+}", "\\\\E[^/]+\\\\Q") + "\\E";
        return Pattern.matches(pattern, actual);
    }

    /** The methods of a path, as the Allow header of a 405 names them (RFC 9110, section 15.5.6). */
    static String allowed(List<Route> routes, String path) {
        List<HandlerType> methods = routes.stream()
                .filter(route -> route.matches(path))
                .map(Route::method)
                .toList();
        String allowed = methods.contains(HandlerType.GET) ? "GET, HEAD" : "";
        if (methods.contains(HandlerType.POST)) {
            allowed += allowed.isEmpty() ? "POST" : ", POST";
        }
        return allowed;
    }
}
