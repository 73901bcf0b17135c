package org.gongshi.survey.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.gongshi.survey.clue.ClueBox;
import org.gongshi.survey.console.Console;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web of the survey (调查服务): routes, limits and headers on one embedded server. Thread-safe once it is made; it is
 * started and stopped once.
 */
public final class SurveyApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SurveyApp.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(10);
    private static final int QUICK_GZIP = 3;
    private static final int FRAMING = 4096;

    private final Limits limits;
    private final Metrics metrics = new Metrics();
    private final List<Route> routes;
    private final Predicate<Request> uploads;
    private final GracefulHandler lastRequests = new GracefulHandler();
    private final Javalin javalin;

    /** A survey without a box of clues and without an office console. */
    public SurveyApp(Collaborators house) {
        this(house, Optional::empty, Optional.empty());
    }

    public SurveyApp(Collaborators house, Optional<ClueBox> clues) {
        this(house, () -> clues, Optional.empty());
    }

    /**
     * A survey with its side rooms.
     *
     * @param clues the box of clues; empty until the office has given a key, which it may do while the survey runs
     * @param console the office's console; empty when there is none
     */
    public SurveyApp(Collaborators house, Supplier<Optional<ClueBox>> clues, Optional<Console> console) {
        this.limits = house.limits();
        var files = new StaticFiles();
        var pages = new Pages(house, files.addresses(), () -> clues.get().isPresent());
        var rooms = new OpenRooms(house.clock(), house.random());
        var desk = new Desk(house, metrics, rooms);
        var origins = new Origins(house.baseUrl());
        Optional<OpenLinkGate> gate =
                house.openDoor().map(door -> new OpenLinkGate(door, house.openLink(), house.clock()));
        Optional<OfficeDoor> door = console.map(office -> new OfficeDoor(office, origins, pages, limits));
        this.uploads = request -> door.filter(open -> open.takesUpload(request)).isPresent();
        var api = new ApiHandlers(house, desk, origins, gate, pages.frame().words());
        var forms = new PageHandlers(house, desk, origins, gate, pages);
        this.routes = Stream.of(
                        forms.routes(),
                        new RoomHandlers(house, desk, origins, pages, forms, rooms).routes(),
                        api.routes(),
                        new ReceiptHandlers(house, pages).routes(),
                        new ClueHandlers(house, clues, desk, origins, pages).routes(),
                        new StatusHandlers(house, metrics).routes(),
                        door.map(OfficeDoor::routes).orElse(List.of()),
                        List.of(Route.get(StaticFiles.PATH, files::serve)))
                .flatMap(List::stream)
                .toList();
        var headers = new SecurityHeaders(house.baseUrl());
        var broken = new BrokenRequests(headers, pages, door);
        var failures = new Failures(pages, api, routes, door);
        this.javalin = Javalin.create(config -> configure(config, headers, broken, failures));
    }

    /** Starts on the loopback address alone, for a proxy on the same machine; port 0 takes a free one. */
    public SurveyApp start(int port) {
        return start(LOOPBACK, port);
    }

    /** Starts on an address of this machine. */
    public SurveyApp start(String host, int port) {
        javalin.start(host, port);
        return this;
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Takes no new request, finishes those under way within ten seconds. */
    public void stop() {
        awaitLast();
        javalin.stop();
    }

    /**
     * Until what came before the stop is answered: Jetty's own stop would give each connection one second, and the disk may need more for
     * the last batch. New requests are told 503 meanwhile.
     */
    private void awaitLast() {
        try {
            lastRequests.shutdown().get(LAST_REQUESTS.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.warn("event=stop-without-last-requests requests={}", lastRequests.getCurrentRequestCount());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** All routes, as the HTTP reference lists them. */
    List<Route> routes() {
        return routes;
    }

    private void configure(JavalinConfig config, SecurityHeaders headers, BrokenRequests broken, Failures failures) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true; // on a JDK that has none: a pool of threads
        config.http.maxRequestSize = limits.longestBody();
        config.http.prefer405over404 = true;
        config.http.asyncTimeout =
                limits.patience().plus(limits.pause()).plusSeconds(10).toMillis();
        config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(QUICK_GZIP));
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            http.setSendDateHeader(true);
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(broken));
        config.jetty.modifyServer(server -> wrap(server, headers, broken));
        routes.forEach(route -> register(config, route));
        // Named beside Exception: Javalin has answers of its own for these, in its own words.
        config.routes.exception(HttpResponseException.class, failures::answer);
        config.routes.exception(Exception.class, failures::answer);
        config.requestLogger.http((ctx, millis) -> count(ctx));
    }

    private void wrap(Server server, SecurityHeaders headers, BrokenRequests broken) {
        // Reads a body whole before it takes a thread for it: a thousand slow senders hold no thread at all.
        var eager = new EagerContentHandler(new RetainedContentLoaderFactory(limits.longestBody() + FRAMING, -1, true));
        // The few who are signed in may hold a thread while their workbook comes.
        eager.exclude(uploads);
        // Counts those whose body is here: a slow sender does not hold up the stop.
        lastRequests.setHandler(new FirstAlone());
        eager.setHandler(lastRequests);
        headers.setHandler(eager);
        server.setHandler(new LongBodies(limits.longestBody(), uploads, headers));
        server.setErrorHandler(broken);
        server.setStopTimeout(LAST_REQUESTS.toMillis());
    }

    private static void register(JavalinConfig config, Route route) {
        config.routes.addHttpHandler(route.method(), route.path(), route.handler());
        if (route.method() == HandlerType.GET) {
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), route.handler());
        }
    }

    private void count(Context ctx) {
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        String route = endpoint == null ? "none" : endpoint.path;
        String method = endpoint == null ? "other" : ctx.method().name();
        metrics.request(method, route, ctx.statusCode());
    }
}
