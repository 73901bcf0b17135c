package org.gongshi.generator.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/** A site at an address, read by plain GET requests below that address. */
public final class UrlSource implements SiteSource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int OK = 200;

    private final URI base;
    private final HttpClient client;

    /** @throws IllegalArgumentException when the text is no http or https address */
    public UrlSource(String address) {
        base = base(address);
        client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    public static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    private static URI base(String address) {
        Require.that(isAddress(address), "no address");
        String page = address.replaceFirst("[?#].*$", "").replaceFirst("/index\\.html$", "/");
        URI uri = URI.create(page.endsWith("/") ? page : page + "/");
        Require.that(uri.getHost() != null, "an address without a host");
        return uri;
    }

    @Override
    public Listing listing() {
        return new Listing.Unknown("通过网址核验时看不到多出的文件；要检查多出的文件，请核验文件夹或压缩包");
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        // Safe paths hold nothing that a URI would read otherwise.
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .GET()
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() == OK) {
                return Optional.of(response.body());
            }
            response.body().close();
            if (response.statusCode() == NOT_FOUND || response.statusCode() == GONE) {
                return Optional.empty();
            }
            throw new IOException("服务器回答 " + response.statusCode());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("已中断", stopped);
        }
    }

    @Override
    public int parallelism() {
        return 8;
    }

    @Override
    public void close() {
        // HttpClient ends with its last reference (it has no close method before Java 21).
    }
}
