package org.gongshi.generator.compose;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.SearchPage;
import org.gongshi.templates.site.SitePage;

/**
 * The search index (检索索引). Titles, headings, places, problems and indicators of all pages stand in scripts that the search page
 * loads; pairs of characters of the running texts stand in shards of which only those of the words asked for are loaded. Chinese
 * is not cut into words: two neighbouring characters are what is looked up. Scripts and not JSON: a page opened from a folder on
 * disk may not fetch.
 */
final class SearchComposer {
    /** Entries of one script of titles: some 100 KB, a third of it packed. */
    static final int PART = 2_000;
    /** About so many references in one shard of the full text. */
    private static final int REFERENCES = 3_000;

    private final Composition site;
    private final List<SitePage> pages;

    /** @param pages every page that can be found, in the order of their paths */
    SearchComposer(Composition site, List<SitePage> pages) {
        this.site = site;
        this.pages = List.copyOf(pages);
    }

    SearchPage page(List<Link> lists) {
        return new SearchPage(
                site.frames()
                        .page(SitePaths.SEARCH, site.say("page.search"), site.say("search.lead"))
                        .in("search")
                        .under(site.home())
                        .column(site.say("meta.type.guide")),
                parts(),
                lists);
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < pages.size(); from += PART) {
            parts.add("search/titles-" + (from / PART + 1) + ".js");
        }
        return parts;
    }

    /** The scripts by path. */
    Map<String, byte[]> files() {
        SortedMap<String, List<Integer>> pairs = pairs();
        long references = pairs.values().stream().mapToLong(List::size).sum();
        int shards = (int) Math.max(1, Math.min(4096, references / REFERENCES));
        Map<String, byte[]> files = new TreeMap<>();
        for (int from = 0; from < pages.size(); from += PART) {
            files.put("search/titles-" + (from / PART + 1) + ".js", titles(shards, from));
        }
        List<Json.ObjectBuilder> texts = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            texts.add(Json.object());
        }
        pairs.forEach((pair, numbers) -> texts.get(shard(pair, shards)).put(pair, steps(numbers)));
        for (int shard = 0; shard < shards; shard++) {
            files.put(
                    "search/text-" + shard + ".js",
                    script(
                            "text",
                            shard + "," + JsonText.compact(texts.get(shard).build())));
        }
        return files;
    }

    /** The same sum as the script makes. */
    static int shard(String pair, int shards) {
        return (pair.charAt(0) * 31 + pair.charAt(1)) % shards;
    }

    private byte[] titles(int shards, int from) {
        List<Json> rows = pages.subList(from, Math.min(pages.size(), from + PART)).stream()
                .<Json>map(page -> {
                    List<Json> row = new ArrayList<>(List.of(
                            Json.of(page.frame().path()),
                            Json.of(said(page.frame().title())),
                            Json.of(said(group(page)))));
                    String words = said(SearchText.words(page));
                    if (!words.isEmpty()) {
                        row.add(Json.of(words));
                    }
                    return Json.array(row);
                })
                .toList();
        return script("titles", shards + "," + from + "," + JsonText.compact(Json.array(rows)));
    }

    private String said(String text) {
        return Terms.said(site.words(), text);
    }

    /** Where the page stands: the pages above it without the home page, so that the years can be told apart. */
    private static String group(SitePage page) {
        return page.frame().trail().stream().skip(1).map(Link::text).collect(Collectors.joining(" › "));
    }

    private SortedMap<String, List<Integer>> pairs() {
        SortedMap<String, List<Integer>> pairs = new TreeMap<>();
        for (int number = 0; number < pages.size(); number++) {
            for (String pair : pairs(said(SearchText.full(pages.get(number))))) {
                pairs.computeIfAbsent(pair, key -> new ArrayList<>()).add(number);
            }
        }
        return pairs;
    }

    /** Neighbouring letters and digits, folded as the script folds what is typed. */
    static TreeSet<String> pairs(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        TreeSet<String> pairs = new TreeSet<>();
        for (int i = 0; i + 1 < folded.length(); i++) {
            if (isWord(folded.charAt(i)) && isWord(folded.charAt(i + 1))) {
                pairs.add(folded.substring(i, i + 2));
            }
        }
        return pairs;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) && !Character.isSurrogate(c);
    }

    private static Json steps(List<Integer> numbers) {
        List<Json> steps = new ArrayList<>();
        int before = 0;
        for (int number : numbers) {
            steps.add(Json.of(number - before));
            before = number;
        }
        return Json.array(steps);
    }

    private static byte[] script(String call, String arguments) {
        // U+2028 and U+2029 end a line in older scripts; "</" could end the element of a script that is put into a
        // page.
        String safe = arguments
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029")
                .replace("</", "<\\/");
        return ("gongshi." + call + "(" + safe + ");\n").getBytes(StandardCharsets.UTF_8);
    }
}
