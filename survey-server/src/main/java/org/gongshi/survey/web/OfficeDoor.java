package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.survey.console.Answer;
import org.gongshi.survey.console.Console;
import org.gongshi.survey.console.OfficeAssets;
import org.gongshi.survey.console.Request;
import org.gongshi.templates.survey.NoticePage;

/** Carries requests to the console and its answers back (控制台的门): cookies, forms, pages, downloads. */
final class OfficeDoor {
    private static final String ASSETS = "/assets/office/{file}";

    private final Console console;
    private final Origins origins;
    private final Pages pages;
    private final Limits limits;

    OfficeDoor(Console console, Origins origins, Pages pages, Limits limits) {
        this.console = Objects.requireNonNull(console, "console");
        this.origins = Objects.requireNonNull(origins, "origins");
        this.pages = Objects.requireNonNull(pages, "pages");
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    List<Route> routes() {
        Stream<Route> rooms = console.routes().stream()
                .map(route -> route.method() == org.gongshi.survey.console.Route.Method.GET
                        ? Route.get(route.path(), ctx -> answer(ctx, route))
                        : Route.post(route.path(), ctx -> answer(ctx, route)));
        return Stream.concat(rooms, Stream.of(Route.get(ASSETS, this::asset))).toList();
    }

    private void answer(Context ctx, org.gongshi.survey.console.Route route) {
        boolean posts = route.method() == org.gongshi.survey.console.Route.Method.POST;
        if (posts) {
            origins.refuseForeign(ctx);
        }
        boolean file = posts && route.upload() && Multipart.isOne(ctx);
        Multipart parts = file ? Multipart.read(ctx) : Multipart.NONE;
        Map<String, List<String>> form = file
                ? parts.fields()
                : posts ? FormBody.parse(Bodies.read(ctx, Bodies.FORM)).fields() : Map.of();
        var request = new Request(
                ctx.pathParamMap(),
                ctx.queryParamMap(),
                form,
                parts.file(),
                cookie(ctx, name("")),
                cookie(ctx, name("-form")),
                Peers.of(ctx, limits));
        send(ctx, console.answer(route, request));
    }

    /** Whether a fault on that path is told by a page of the console: what is not there, and what is too long. */
    static boolean tells(int status, String path) {
        boolean own = path.equals("/office") || path.startsWith("/office/");
        return own && (status == 404 || status == 413);
    }

    void tell(Context ctx, int status) {
        ctx.status(status)
                .header("Cache-Control", "no-store")
                .contentType("text/html; charset=utf-8")
                .result(pages.bytes(console.apart(status, cookie(ctx, name("")))));
    }

    /** The same where a request did not even come through: nobody knows who sent it. */
    byte[] apart(int status) {
        return pages.bytes(console.apart(status, Optional.empty()));
    }

    /** Whether a long body may come: a file for a form of this console, sent by somebody who is signed in. */
    boolean takesUpload(org.eclipse.jetty.server.Request request) {
        String path = org.eclipse.jetty.server.Request.getPathInContext(request);
        boolean formWithFile = "POST".equals(request.getMethod())
                && console.routes().stream().anyMatch(route -> route.upload() && route.fits(path));
        return formWithFile
                && org.eclipse.jetty.server.Request.getCookies(request).stream()
                        .filter(cookie -> cookie.getName().equals(name("")))
                        .anyMatch(cookie -> console.knows(cookie.getValue()));
    }

    private static Optional<String> cookie(Context ctx, String name) {
        return Optional.ofNullable(ctx.cookie(name)).filter(value -> !value.isEmpty());
    }

    /** RFC 6265bis, 4.1.3.2: with this prefix a browser takes the cookie by https alone, and from no neighbouring host. */
    private String name(String ending) {
        return (console.isSecure() ? "__Host-office" : "office") + ending;
    }

    private void send(Context ctx, Answer answer) {
        ctx.status(answer.status()).header("Cache-Control", "no-store");
        answer.cookies().session().ifPresent(value -> set(ctx, name(""), value));
        answer.cookies().visitor().ifPresent(value -> set(ctx, name("-form"), value));
        if (answer.body() instanceof Answer.Page page) {
            ctx.contentType("text/html; charset=utf-8").result(pages.bytes(page.page()));
        } else if (answer.body() instanceof Answer.Go go) {
            ctx.header("Location", go.location());
        } else if (answer.body() instanceof Answer.Download download) {
            send(ctx, download);
        } else if (answer.body() instanceof Answer.Plain plain) {
            ctx.contentType(plain.type()).result(plain.bytes());
        }
    }

    /** Lives as long as the browser's session; the server ends it earlier. */
    private void set(Context ctx, String name, String value) {
        String life = value.isEmpty() ? "; Max-Age=0" : "";
        String only = console.isSecure() ? "; Secure" : "";
        ctx.res().addHeader("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + only + life);
    }

    private static void send(Context ctx, Answer.Download download) {
        String ascii = download.name().replaceAll("[^A-Za-z0-9._-]", "_");
        String name = URLEncoder.encode(download.name(), StandardCharsets.UTF_8).replace("+", "%20");
        ctx.contentType(download.type())
                .header("Content-Disposition", "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + name);
        try {
            download.writer().write(ctx.outputStream());
        } catch (IOException fault) {
            throw new UncheckedIOException("the download was cut off", fault);
        }
    }

    private void asset(Context ctx) {
        OfficeAssets.Asset asset = console.assets()
                .find(ctx.pathParam("file"))
                .orElseThrow(() -> new Refusal(404, NoticePage.Kind.NOT_FOUND));
        boolean named = asset.version().equals(ctx.queryParam("v"));
        ctx.header("Cache-Control", named ? "public, max-age=31536000, immutable" : "no-cache");
        Etags.send(ctx, asset.version(), asset.type(), asset.bytes());
    }
}
