package org.gongshi.generator.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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
final class Browser implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String AXE = AxeBuilder.getAxeScript();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    private Browser(Path chromium, Path node) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("PLAYWRIGHT_NODEJS_PATH", node.toString());
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(ARGUMENTS));
    }

    /** Starts it, or skips the test with the reason. */
    static Browser startOrSkip() {
        Optional<Path> chromium = firstOf("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        Optional<Path> node = firstOf("/usr/bin/node", "/usr/bin/nodejs", "/usr/local/bin/node");
        boolean here = chromium.isPresent() && node.isPresent();
        if (!here) {
            System.out.println("SKIPPED: browser tests need Chromium and Node.js (apt-get install chromium nodejs)");
        }
        Assumptions.assumeTrue(here, "Chromium and Node.js are installed");
        return new Browser(chromium.orElseThrow(), node.orElseThrow());
    }

    /** A page of a fresh person: no cookies, nothing kept from another one. */
    Page page(int width, int height, boolean javaScript) {
        return context(width, height, javaScript).newPage();
    }

    BrowserContext context(int width, int height, boolean javaScript) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(javaScript)
                .setLocale("zh-CN"));
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
    List<String> requestsElsewhere(String address) {
        return requests.stream().filter(url -> !url.startsWith(address)).toList();
    }

    /** Errors of scripts, and what the console calls an error, since the last call. */
    List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /** What axe finds wrong on the page as it is now: rule and elements; empty when all is well. */
    static List<String> axe(Page page) {
        page.evaluate(AXE);
        // Nothing of what it finds in order: that would be most of the time.
        Object found = page.evaluate(
                "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then(all => all.violations"
                        + ".map(one => one.id + ' ' + one.nodes.map(node => node.html).join(' | ')))",
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Optional<Path> firstOf(String... places) {
        return Stream.of(places).map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
