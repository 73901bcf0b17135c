package org.gongshi.generator.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Answers requests with the files of one folder. */
final class StaticFiles implements HttpHandler {
    private static final int OK = 200;
    private static final int MOVED = 301;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    /** Less goes into one packet anyway. */
    private static final int WORTH_PACKING = 1400;

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "X-Frame-Options", "DENY",
            "Cache-Control", "no-cache",
            "Content-Security-Policy",
                    "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'");

    private final Path root;

    StaticFiles(Path root) {
        this.root = root;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HEADERS.forEach(exchange.getResponseHeaders()::set);
            String method = exchange.getRequestMethod();
            if (method.equals("GET") || method.equals("HEAD")) {
                answer(exchange);
            } else {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<Path> found = isPlain(path) ? inside(path) : Optional.empty();
        if (found.filter(Files::isDirectory).isPresent()) {
            if (!path.endsWith("/")) {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().getRawPath() + "/");
                exchange.sendResponseHeaders(MOVED, -1);
                return;
            }
            found = inside(path + "index.html");
        }
        Optional<Path> file = found.filter(Files::isRegularFile);
        if (file.isPresent() && !path.endsWith(".html/")) {
            send(exchange, OK, file.get());
        } else {
            notFound(exchange);
        }
    }

    /** No empty segment (it could become another host's name in a redirect), no step upwards, no control character. */
    private static boolean isPlain(String path) {
        if (path == null || !path.startsWith("/") || path.contains("//") || path.contains("\\")) {
            return false;
        }
        for (String segment : path.split("/")) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return path.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }

    /** The file below the folder, whatever links lie on the way; empty when it is outside or not there. */
    private Optional<Path> inside(String path) {
        try {
            Path here = root.toRealPath();
            Path file = here.resolve(path.substring(1)).toRealPath();
            return file.startsWith(here) ? Optional.of(file) : Optional.empty();
        } catch (IOException | InvalidPathException absent) {
            return Optional.empty();
        }
    }

    private void notFound(HttpExchange exchange) throws IOException {
        Optional<Path> page = inside("/404.html").filter(Files::isRegularFile);
        if (page.isPresent()) {
            send(exchange, NOT_FOUND, page.get());
        } else {
            byte[] text = "404 没有这个页面\n".getBytes(StandardCharsets.UTF_8);
            send(exchange, NOT_FOUND, "text/plain; charset=utf-8", text);
        }
    }

    private static void send(HttpExchange exchange, int status, Path file) throws IOException {
        send(exchange, status, MediaTypes.of(file.getFileName().toString()), Files.readAllBytes(file));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        byte[] sent = bytes;
        if (bytes.length > WORTH_PACKING && MediaTypes.isText(type)) {
            exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
            if (takesGzip(exchange)) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                sent = packed(bytes);
            }
        }
        exchange.sendResponseHeaders(status, sent.length == 0 ? -1 : sent.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(sent);
        }
    }

    /** Whether the browser says that it unpacks gzip; one that refuses it ({@code q=0}) gets the plain bytes. */
    private static boolean takesGzip(HttpExchange exchange) {
        String accepted = exchange.getRequestHeaders().getOrDefault("Accept-Encoding", List.of()).stream()
                .collect(Collectors.joining(","))
                .replace(" ", "");
        return Arrays.stream(accepted.split(","))
                .anyMatch(one -> one.equals("gzip") || one.startsWith("gzip;") && !one.matches("gzip;q=0(?:\\.0*)?"));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
