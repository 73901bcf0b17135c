package org.gongshi.generator.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A plain file server over the JDK's own: GET and HEAD, the right types, strict headers, nothing outside its folder. */
public final class StaticServer implements AutoCloseable {
    private static final int WORKERS = 8;

    private final HttpServer server;
    private final ExecutorService workers;

    private StaticServer(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /**
     * Starts at once.
     *
     * @param root may be a link that later points to another release: each request looks anew
     * @param address port 0 takes any free one
     */
    public static StaticServer start(Path root, InetSocketAddress address) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        server.createContext("/", new StaticFiles(root));
        server.setExecutor(workers);
        server.start();
        return new StaticServer(server, workers);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
