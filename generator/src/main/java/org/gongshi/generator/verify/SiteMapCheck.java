package org.gongshi.generator.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Site map and feeds against the pages (网站地图和订阅): every page and no other, in all its languages; news as a home page tells them. */
final class SiteMapCheck {
    private static final String MAP = "sitemap.xml";
    private static final String FEED = "feed.xml";
    /** Archived reports have maps of their own. */
    private static final Pattern MAPS = Pattern.compile("sitemap\\.xml|archive/sitemap-[0-9]+\\.xml");

    private static final String NOT_FOUND = "404.html";
    private static final Pattern URL = Pattern.compile("<url><loc>([^<]*)</loc>(.*?)</url>", Pattern.DOTALL);
    private static final Pattern OTHER = Pattern.compile("hreflang=\"([^\"]*)\" href=\"([^\"]*)\"");
    private static final Pattern ENTRY = Pattern.compile(
            "<entry><title>([^<]*)</title><id>([^<]*)</id><link href=\"([^\"]*)\"/><updated>([0-9-]{10})[^<]*</updated></entry>");
    private static final Pattern NEWS =
            Pattern.compile("<li><time[^>]*>([0-9-]{10})</time> <a href=\"[^\"]*\"[^>]*>(.*?)</a>", Pattern.DOTALL);

    private final SiteSource source;
    private final PageHeads pages;
    private final Recount recount;

    SiteMapCheck(SiteSource source, PageHeads pages, Recount recount) {
        this.source = source;
        this.pages = pages;
        this.recount = recount;
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        Map<String, List<String>> told = new TreeMap<>();
        for (String path : paths) {
            if (MAPS.matcher(path).matches() && Reading.of(source, path) instanceof Reading.Bytes bytes) {
                told.putAll(told(Markup.of(bytes.bytes()).html()));
            }
        }
        complete(told);
        for (String path : paths) {
            if (path.endsWith(FEED) && Reading.of(source, path) instanceof Reading.Bytes bytes) {
                feed(path, Markup.of(bytes.bytes()).html());
            }
        }
    }

    private static Map<String, List<String>> told(String xml) {
        Map<String, List<String>> told = new TreeMap<>();
        Matcher url = URL.matcher(xml);
        while (url.find()) {
            List<String> others = new ArrayList<>();
            Matcher other = OTHER.matcher(url.group(2));
            while (other.find()) {
                others.add(other.group(1) + " " + Markup.text(other.group(2)));
            }
            told.put(Markup.text(url.group(1)), others);
        }
        return told;
    }

    /** Every page stands in a map, and nothing else does. */
    private void complete(Map<String, List<String>> told) {
        Map<String, List<String>> expected = new TreeMap<>();
        pages.all().forEach((path, page) -> {
            if (!path.equals(NOT_FOUND)
                    && !PageCheck.isOld(path)
                    && !page.canonical().isEmpty()) {
                expected.put(page.canonical(), page.alternates());
            }
        });
        expected.forEach((address, others) ->
                recount.require(MAP, address, others.equals(told.get(address)), "网站地图里没有这一页，或其他语言的页面不同"));
        told.keySet().forEach(address -> recount.require(MAP, address, expected.containsKey(address), "没有这一页"));
    }

    private void feed(String path, String xml) {
        String home = path.substring(0, path.length() - FEED.length()) + "index.html";
        String html = Reading.of(source, home) instanceof Reading.Bytes bytes
                ? Markup.of(bytes.bytes()).html()
                : "";
        List<String> news = new ArrayList<>();
        Matcher item = NEWS.matcher(html);
        while (item.find()) {
            news.add(item.group(1) + " " + Markup.text(item.group(2)));
        }
        Matcher entry = ENTRY.matcher(xml);
        int entries = 0;
        String last = "";
        while (entry.find()) {
            entries++;
            last = last.compareTo(entry.group(4)) < 0 ? entry.group(4) : last;
            String title = Markup.text(entry.group(1));
            boolean told =
                    news.stream().anyMatch(one -> one.startsWith(entry.group(4)) && title.endsWith(one.substring(11)));
            recount.require(path, title, told, "所在首页没有这条 " + entry.group(4) + " 的消息");
            recount.expect(path, title, entry.group(2), entry.group(3));
        }
        recount.require(path, "entry", entries == xml.split("<entry>", -1).length - 1, "有不认识的条目");
        boolean newest = entries == 0 || xml.contains("<updated>" + last + "T00:00:00+08:00</updated>\n<author>");
        recount.require(path, "updated", newest, "更新日期应为 " + last);
    }
}
