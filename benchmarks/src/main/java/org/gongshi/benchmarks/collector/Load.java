package org.gongshi.benchmarks.collector;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.gongshi.benchmarks.Measure;

/** So many connections, each with one request after the other for so long; plain sockets, so that the generator costs little. */
final class Load {
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e6;

    private final int port;
    private final int connections;
    private final double seconds;

    Load(int port, int connections, double seconds) {
        this.port = port;
        this.connections = connections;
        this.seconds = seconds;
    }

    /** What one connection has seen. */
    private static final class Seen {
        private long[] nanos = new long[1024];
        private int right;
        private int other;

        void right(long took) {
            if (right == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * right);
            }
            nanos[right++] = took;
        }
    }

    /**
     * Figures: {@code per-second} of right answers, {@code p50-ms}, {@code p99-ms}, {@code other} answers.
     *
     * @param requests makes the bytes of the next request; shared by all connections; empty bytes end the load
     * @param right the status of a right answer
     */
    Measure run(Supplier<byte[]> requests, int right) throws InterruptedException {
        List<Seen> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * NANOS);
        for (int i = 0; i < connections; i++) {
            var seen = new Seen();
            all.add(seen);
            var thread = new Thread(null, () -> connection(requests, right, end, seen), "load", 1 << 18);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double took = (System.nanoTime() - begin) / NANOS;
        long[] nanos = all.stream()
                .flatMapToLong(seen -> Arrays.stream(seen.nanos, 0, seen.right))
                .sorted()
                .toArray();
        double others = all.stream().mapToInt(seen -> seen.other).sum();
        return new Measure(
                took,
                OptionalDouble.empty(),
                Map.of(
                        "per-second",
                        nanos.length / took,
                        "p50-ms",
                        percentile(nanos, 50),
                        "p99-ms",
                        percentile(nanos, 99),
                        "other",
                        others));
    }

    private void connection(Supplier<byte[]> requests, int right, long end, Seen seen) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (System.nanoTime() < end) {
                byte[] request = requests.get();
                if (request.length == 0) {
                    return;
                }
                long sent = System.nanoTime();
                out.write(request);
                if (status(in) == right) {
                    seen.right(System.nanoTime() - sent);
                } else {
                    seen.other++;
                }
            }
        } catch (IOException broken) {
            // Counted: a connection that breaks is an answer that did not come.
            seen.other++;
        }
    }

    private static int status(InputStream in) throws IOException {
        String first = line(in);
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= header.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26);
        }
        in.skipNBytes(length);
        while (chunked) {
            int chunk = Integer.parseInt(line(in), 16);
            in.skipNBytes(chunk + 2L);
            chunked = chunk > 0;
        }
        return Integer.parseInt(first.substring(9, 12));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / MILLIS;
    }

    static byte[] post(String body) {
        return ("POST /api/v1/responses HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
