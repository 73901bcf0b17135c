package org.gongshi.survey.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Chromium driven by Playwright with the system's Node.js: nothing is downloaded. A test skips, and says why,
 * where one of the two is missing.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String AXE = AxeBuilder.getAxeScript();
    private static final String SNIFFER = sniffer();

    /** Started once for all tests of a run, which goes on in one thread; it ends with the process. */
    private static Optional<com.microsoft.playwright.Browser> running = Optional.empty();

    private final com.microsoft.playwright.Browser chromium;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    private Browser(com.microsoft.playwright.Browser chromium) {
        this.chromium = chromium;
    }

    private static com.microsoft.playwright.Browser launch(Path chromium, Path node) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("PLAYWRIGHT_NODEJS_PATH", node.toString());
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(ARGUMENTS));
    }

    /** A browser in which nobody has been yet; skips the test with the reason where there is none. */
    public static Browser startOrSkip() {
        Optional<Path> chromium = firstOf("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        Optional<Path> node = firstOf("/usr/bin/node", "/usr/bin/nodejs", "/usr/local/bin/node");
        boolean here = chromium.isPresent() && node.isPresent();
        if (!here) {
            System.out.println("SKIPPED: browser tests need Chromium and Node.js (apt-get install chromium nodejs)");
        }
        Assumptions.assumeTrue(here, "Chromium and Node.js are installed");
        if (running.filter(com.microsoft.playwright.Browser::isConnected).isEmpty()) {
            running = Optional.of(launch(chromium.orElseThrow(), node.orElseThrow()));
        }
        return new Browser(running.orElseThrow());
    }

    /** A page of a fresh person: no cookies, nothing kept from another one. */
    public Page page(int width, int height, boolean javaScript) {
        return context(width, height, javaScript).newPage();
    }

    public BrowserContext context(int width, int height, boolean javaScript) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(javaScript)
                .setLocale("zh-CN"));
        contexts.add(context);
        context.onRequest(request -> requests.add(request.url()));
        context.onWebError(error -> complaints.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        context.setDefaultTimeout(15_000);
        return context;
    }

    /** Everything asked for so far that is not of that address. */
    public List<String> requestsElsewhere(String address) {
        return requests.stream().filter(url -> !url.startsWith(address)).toList();
    }

    /** Errors of scripts, and what the console calls an error, since the last call. */
    public List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /** What axe finds wrong on the page as it is now: rule and elements; empty when all is well. */
    public static List<String> axe(Page page) {
        return axe(page, "tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    }

    /** Text that axe finds hard to read on the page as it is now, for another scheme of colours; far faster than all its rules. */
    public static List<String> contrast(Page page) {
        return axe(page, "rule", "color-contrast");
    }

    /** What axe complains of, and nothing of what it finds in order: that would be most of the time. */
    private static List<String> axe(Page page, String kind, String... values) {
        page.evaluate(AXE);
        Object found = page.evaluate(
                "only => axe.run(document, {runOnly: only, resultTypes: ['violations']}).then(all => all.violations"
                        + ".map(one => one.id + ' ' + one.nodes.map(node => node.html).join(' | ')))",
                Map.of("type", kind, "values", List.of(values)));
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /**
     * What a second checker, HTML_CodeSniffer with WCAG 2 level AA, calls an error on the page as it is now: technique, message,
     * element; empty when all is well. It knows other rules than axe and finds other faults.
     */
    public static List<String> sniffed(Page page) {
        page.evaluate(SNIFFER);
        Object found = page.evaluate(
                "() => new Promise(done => HTMLCS.process('WCAG2AA', document, () => done(HTMLCS.getMessages()"
                        + ".filter(one => one.type === HTMLCS.ERROR)"
                        + ".map(one => one.code + ' ' + one.msg + ' ' + (one.element.outerHTML || '').slice(0, 200)))))");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String sniffer() {
        try (InputStream bytes = Browser.class.getResourceAsStream("HTMLCS.js")) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Whatever the people of this test have opened. */
    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }

    private static Optional<Path> firstOf(String... places) {
        return Stream.of(places).map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
