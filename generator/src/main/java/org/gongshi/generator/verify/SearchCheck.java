package org.gongshi.generator.verify;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;

/**
 * The search index against the pages (检索索引): every page that bears its language's address under its own title and place, and no pair of
 * characters under a page whose text does not have it.
 */
final class SearchCheck {
    private static final Pattern FILE = Pattern.compile("((?:[a-z]{2,3}/)?)search/(titles|text)-[0-9]+\\.js");
    private static final Pattern CALL =
            Pattern.compile("gongshi\\.(?:titles\\([0-9]+,([0-9]+)|text\\([0-9]+),(.*)\\);\\s*", Pattern.DOTALL);
    /** Found by other ways: lists of all pages, the search itself, what is not there, archived reports (by the lists of their year). */
    private static final Pattern UNLISTED = Pattern.compile(
            "404\\.html|search/index\\.html|sitemap/(?:.*/)?index\\.html" + "|archive/[0-9]+/[^_/][^/]*/index\\.html");

    private static final String ABOVE = " › ";

    private static final Pattern CONTENT = Pattern.compile("content=\"([^\"]*)\"");

    private final BitSet there = new BitSet(0x400000);
    private final SiteSource source;
    private final PageHeads pages;
    private final Recount recount;

    SearchCheck(SiteSource source, PageHeads pages, Recount recount) {
        this.source = source;
        this.pages = pages;
        this.recount = recount;
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        Map<String, Map<Integer, String>> listed = new TreeMap<>();
        Map<String, Map<Integer, List<String>>> pairs = new TreeMap<>();
        for (String path : paths) {
            Matcher file = FILE.matcher(path);
            if (file.matches() && Reading.of(source, path) instanceof Reading.Bytes bytes) {
                String folder = file.group(1);
                recount.guarded(path, "script", () -> {
                    if (file.group(2).equals("titles")) {
                        titles(path, bytes.bytes(), listed.computeIfAbsent(folder, key -> new TreeMap<>()), folder);
                    } else {
                        text(bytes.bytes(), pairs.computeIfAbsent(folder, key -> new HashMap<>()));
                    }
                });
            }
        }
        listed.forEach((folder, numbers) -> {
            complete(folder, numbers, listed.keySet());
            pairs.getOrDefault(folder, Map.of()).forEach((number, own) -> said(folder, numbers.get(number), own));
        });
    }

    private void titles(String path, byte[] script, Map<Integer, String> numbers, String folder) {
        Matcher call = call(script);
        int number = Integer.parseInt(call.group(1));
        for (Json item : items(parsed(call.group(2)))) {
            List<Json> row = items(item);
            String page = folder + text(row, 0);
            numbers.put(number++, page);
            PageHeads.Head head = pages.of(page).orElseThrow(() -> new IllegalArgumentException("没有这一页：" + page));
            recount.expect(path, page, head.title(), text(row, 1));
            List<String> above = head.trail().isEmpty()
                    ? List.of()
                    : head.trail().subList(1, head.trail().size());
            recount.expect(path, page, String.join(ABOVE, above), text(row, 2));
        }
    }

    /** Every page of the language stands in the index. */
    private void complete(String folder, Map<Integer, String> numbers, Set<String> folders) {
        Set<String> there = Set.copyOf(numbers.values());
        for (String page : pages.all().keySet()) {
            boolean own = page.startsWith(folder)
                    && (!folder.isEmpty() || folders.stream().noneMatch(one -> !one.isEmpty() && page.startsWith(one)));
            if (own
                    && !PageCheck.isOld(page)
                    && !UNLISTED.matcher(page.substring(folder.length())).matches()) {
                recount.require(folder + "search/", page, there.contains(page), "检索索引里没有这一页");
            }
        }
    }

    private static void text(byte[] script, Map<Integer, List<String>> pairs) {
        if (!(parsed(call(script).group(2)) instanceof Json.Obj shard)) {
            throw new IllegalArgumentException("不是检索分片");
        }
        shard.fields().forEach((pair, steps) -> {
            int number = 0;
            for (Json step : items(steps)) {
                number += step instanceof Json.Num count ? count.value().intValue() : 0;
                pairs.computeIfAbsent(number, key -> new ArrayList<>()).add(pair);
            }
        });
    }

    /** What the index says of a page stands in the page. */
    private void said(String folder, String page, List<String> pairs) {
        if (page == null || !(Reading.of(source, page) instanceof Reading.Bytes bytes)) {
            recount.require(folder + "search/", "text", false, "索引里有不存在的页面");
            return;
        }
        String html = CONTENT.matcher(Markup.of(bytes.bytes()).html()).replaceAll(">$1<");
        List<String> strange = without(pairs, Markup.text(html));
        if (!strange.isEmpty()) {
            // Words that no tag tears apart in the index may be torn on the page.
            strange = without(strange, Markup.text(html.replace("<", " <")));
        }
        recount.require(folder + "search/", page, strange.isEmpty(), "检索索引里有页面上没有的文字 " + strange);
    }

    private List<String> without(List<String> pairs, String text) {
        there.clear();
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int i = 0; i + 1 < folded.length(); i++) {
            there.set(code(folded, i));
        }
        return pairs.stream()
                .filter(pair -> pair.length() != 2 || !there.get(code(pair, 0)))
                .toList();
    }

    /** A pair of characters as a number of twenty-two bits: a few share one, so that one strange pair in some hundred is not seen. */
    private static int code(String text, int at) {
        return (text.charAt(at) * 31_337 + text.charAt(at + 1)) & 0x3FFFFF;
    }

    private static Matcher call(byte[] script) {
        Matcher call = CALL.matcher(new String(script, StandardCharsets.UTF_8).replace("<\\/", "</"));
        if (!call.matches()) {
            throw new IllegalArgumentException("不是检索脚本");
        }
        return call;
    }

    private static Json parsed(String json) {
        try {
            return JsonText.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonFault fault) {
            throw new IllegalArgumentException("不是有效的 JSON", fault);
        }
    }

    private static List<Json> items(Json json) {
        return json instanceof Json.Arr array ? array.items() : List.of();
    }

    private static String text(List<Json> row, int at) {
        return at < row.size() && row.get(at) instanceof Json.Str text ? text.value() : "";
    }
}
