package org.gongshi.generator.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of other languages against the Chinese ones (译文页面): the same cells with figures, the same drawings. */
final class TranslationCheck {
    private static final Pattern CELL =
            Pattern.compile("<td(?: class=\"(?:number|level)[^\"]*\"[^>]*)?>(.*?)</td>", Pattern.DOTALL);
    private static final Pattern DRAWN = Pattern.compile(
            "<(?:line|rect|circle|path|polyline|svg y)[^>]*?(?:x1|cx|x|d|points|width)=\"[^\"]*\"[^>]*>");
    private static final Pattern PLACED =
            Pattern.compile(" (?:x|y|x1|x2|y1|y2|cx|cy|width|points|d)=\"([-0-9.%, MLHVZ]*)\"");

    /** What a language lists of its own, and texts that say it in their own way. */
    private static final Pattern OWN = Pattern.compile("data/|methodology/|sitemap/");

    private final SiteSource source;
    private final Recount recount;

    TranslationCheck(SiteSource source, Recount recount) {
        this.source = source;
        this.recount = recount;
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        for (String path : paths) {
            String original = ShownFigures.original(path, paths);
            if (!original.equals(path)
                    && path.endsWith(".html")
                    && paths.contains(original)
                    && !OWN.matcher(original).lookingAt()
                    && Reading.of(source, path) instanceof Reading.Bytes translated
                    && Reading.of(source, original) instanceof Reading.Bytes chinese) {
                String one = Markup.of(translated.bytes()).html();
                String other = Markup.of(chinese.bytes()).html();
                same(path, "表格", figures(one), figures(other));
                same(path, "图", drawn(one), drawn(other));
            }
        }
    }

    private void same(String path, String what, List<String> translated, List<String> original) {
        int at = 0;
        while (at < Math.min(translated.size(), original.size())
                && translated.get(at).equals(original.get(at))) {
            at++;
        }
        String there = at < original.size() ? original.get(at) : "没有";
        String here = at < translated.size() ? translated.get(at) : "没有";
        recount.require(path, what, translated.equals(original), "与中文页面不同：中文页面为 " + there + "，这里为 " + here);
    }

    private static List<String> figures(String html) {
        List<String> figures = new ArrayList<>();
        Matcher cell = CELL.matcher(html);
        while (cell.find()) {
            figures.addAll(Figures.of(Markup.text(cell.group(1))));
        }
        return figures;
    }

    private static List<String> drawn(String html) {
        List<String> places = new ArrayList<>();
        Matcher element = DRAWN.matcher(html);
        while (element.find()) {
            Matcher place = PLACED.matcher(element.group());
            while (place.find()) {
                places.add(place.group(1));
            }
        }
        return places;
    }
}
