package org.gongshi.generator.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Shows pages from memory, on this machine alone, and tells open pages to load anew when they changed (预览). No byte of them is
 * ever written to a disk.
 */
public final class PreviewServer implements AutoCloseable {
    /** The script that every previewed page loads. */
    public static final String SCRIPT = "/__preview/reload.js";

    private static final String VERSION = "/__preview/version";
    private static final byte[] RELOAD = ("let seen;setInterval(async()=>{try{const v=await(await fetch('" + VERSION
                    + "',{cache:'no-store'})).text();if(seen!==undefined&&seen!==v)location.reload();seen=v}catch(e){}},700);")
            .getBytes(StandardCharsets.US_ASCII);
    private static final int WORKERS = 4;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    private volatile State state = new State(0, Map.of());

    /** What is shown: replaced as a whole. */
    private record State(long version, Map<String, byte[]> files) {}

    private PreviewServer(HttpServer server) {
        this.server = server;
    }

    /** @param port 0 takes any free one */
    public static PreviewServer start(int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        PreviewServer preview = new PreviewServer(http);
        http.createContext("/", preview::handle);
        http.setExecutor(preview.workers);
        http.start();
        return preview;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Shows other files from now on; open pages load anew. */
    public synchronized void show(Map<String, byte[]> files) {
        state = new State(state.version() + 1, Map.copyOf(files));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            State now = state;
            if (path.equals(VERSION)) {
                send(
                        exchange,
                        200,
                        "text/plain; charset=utf-8",
                        Long.toString(now.version()).getBytes(StandardCharsets.US_ASCII));
            } else if (path.equals(SCRIPT)) {
                send(exchange, 200, "text/javascript; charset=utf-8", RELOAD);
            } else {
                String name = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
                byte[] bytes = now.files().get(name);
                byte[] shown = bytes == null ? now.files().getOrDefault("404.html", new byte[0]) : bytes;
                send(exchange, bytes == null ? 404 : 200, MediaTypes.of(bytes == null ? "404.html" : name), shown);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("X-Robots-Tag", "noindex");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
