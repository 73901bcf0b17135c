package org.gongshi.generator.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every page says of itself in its head (页面自述): read once, for the lists that are made from pages. */
final class PageHeads {
    private static final String HEADING_END = "</h1>";
    private static final Pattern TITLE = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);
    private static final Pattern CANONICAL = Pattern.compile("<link rel=\"canonical\" href=\"([^\"]*)\">");
    private static final Pattern ALTERNATE =
            Pattern.compile("<link rel=\"alternate\" hreflang=\"([^\"]*)\" href=\"([^\"]*)\">");
    private static final Pattern TRAIL = Pattern.compile("<nav class=\"trail\".*?</nav>", Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile("<li><a [^>]*>(.*?)</a></li>");

    private final Map<String, Head> heads = new TreeMap<>();

    /**
     * One page.
     *
     * @param canonical its address; empty when it names none
     * @param alternates addresses of the page by language, its own among them
     * @param trail names of the pages above it, the home page first
     */
    record Head(String title, String canonical, List<String> alternates, List<String> trail) {
        Head {
            alternates = List.copyOf(alternates);
            trail = List.copyOf(trail);
        }
    }

    /** Reads all pages, side by side. */
    PageHeads(SiteSource source, Set<String> paths) {
        List<String> pages =
                paths.stream().filter(path -> path.endsWith(".html")).toList();
        List<Optional<Head>> read = SideBySide.all(
                source,
                pages.stream()
                        .<Callable<Optional<Head>>>map(path -> () -> read(source, path))
                        .toList());
        for (int i = 0; i < pages.size(); i++) {
            String path = pages.get(i);
            read.get(i).ifPresent(head -> heads.put(path, head));
        }
    }

    private static Optional<Head> read(SiteSource source, String path) {
        return Reading.of(source, path) instanceof Reading.Bytes bytes
                ? Optional.of(head(beginning(bytes.bytes())))
                : Optional.empty();
    }

    /** The page as far as its heading: all that it says of itself stands before. Most pages are long. */
    private static String beginning(byte[] page) {
        int end = new String(page, StandardCharsets.ISO_8859_1).indexOf(HEADING_END);
        return new String(page, 0, end < 0 ? page.length : end + HEADING_END.length(), StandardCharsets.UTF_8);
    }

    private static Head head(String html) {
        List<String> alternates = new ArrayList<>();
        Matcher alternate = ALTERNATE.matcher(html);
        while (alternate.find()) {
            alternates.add(alternate.group(1) + " " + Markup.text(alternate.group(2)));
        }
        List<String> trail = new ArrayList<>();
        Matcher list = TRAIL.matcher(html);
        if (list.find()) {
            Matcher step = STEP.matcher(list.group());
            while (step.find()) {
                trail.add(Markup.text(step.group(1)));
            }
        }
        return new Head(found(TITLE, html), found(CANONICAL, html), alternates, trail);
    }

    private static String found(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        return matcher.find() ? Markup.text(matcher.group(1)) : "";
    }

    Map<String, Head> all() {
        return heads;
    }

    Optional<Head> of(String path) {
        return Optional.ofNullable(heads.get(path));
    }
}
