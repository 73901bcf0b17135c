package org.gongshi.generator.incremental;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.generator.compose.KeptPage;
import org.gongshi.generator.compose.OldVersions;
import org.gongshi.templates.frame.Markup;
import org.gongshi.templates.frame.Paths;

/** A page of a former release that is shown on: stamped 旧版, out of the search engines, its links led to what is there now. */
final class OldPage {
    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile(" (href|src)=\"([^\"]*)\"");
    private static final Pattern PICTURE = Pattern.compile("<img src=\"([0-9a-f]+\\.(?:png|jpg))\"");
    private static final String ROBOTS = "<meta name=\"robots\"";

    private OldPage() {}

    /** The heading of a page. */
    static String title(String html) {
        Matcher matcher = HEADING.matcher(html);
        return matcher.find()
                ? Markup.unescaped(matcher.group(1).replaceAll("<[^>]*>", "")).strip()
                : "旧版";
    }

    /** Names of the pictures that lie beside a page. */
    static List<String> pictures(String html) {
        return PICTURE.matcher(html).results().map(found -> found.group(1)).toList();
    }

    /** The page with a stamp that tells what was changed, why, and where the current page is. */
    static byte[] stamped(byte[] bytes, KeptPage page) {
        String html = new String(bytes, StandardCharsets.UTF_8);
        Correction why = page.correction();
        String address = page.address();
        String stamp =
                "<aside class=\"demonstration old\" aria-label=\"旧版\"><strong>旧版，已更正</strong> 这是截至 " + page.asOf()
                        + " 的第 " + page.release() + " 次发布中的页面，" + why.date() + " 更正："
                        + Markup.escaped(why.old()) + " → " + Markup.escaped(why.corrected()) + "。原因："
                        + Markup.escaped(why.reason()) + "（"
                        + Markup.escaped(why.document()) + "）。"
                        + "<a href=\"" + Paths.relative(page.path(), page.path()) + "\">看现在的页面</a>　<a href=\""
                        + Paths.relative(page.path(), OldVersions.PATH) + "\">全部旧版</a></aside>\n";
        String marked = html.replaceFirst("<title>", "<title>【旧版】")
                // The way past the head of the page stays the first that a keyboard reaches.
                .replaceFirst(
                        "(<body[^>]*>\\s*(?:<a class=\"skip\"[^>]*>[^<]*</a>)?)",
                        "$1\n" + Matcher.quoteReplacement(stamp));
        return (marked.contains(ROBOTS)
                        ? marked
                        : marked.replaceFirst("</head>", ROBOTS + " content=\"noindex\">\n</head>"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The line above every page of its print, which has the figures of the stamp of the page. */
    static String print(KeptPage page, String current) {
        return "历史版本，已更正：截至 " + page.asOf() + " 的第 " + page.release() + " 次发布；现行版本 " + current;
    }

    /**
     * The page with its links written for the folder in which it stands now.
     *
     * @param exists whether there is such a file in the new release; a link to what is gone becomes plain text
     * @param beside names of the page's own files that were kept beside it
     */
    static byte[] relinked(byte[] bytes, KeptPage page, Predicate<String> exists, Set<String> beside) {
        Matcher matcher = LINK.matcher(new String(bytes, StandardCharsets.UTF_8));
        StringBuilder html = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(
                    html, Matcher.quoteReplacement(link(matcher.group(1), matcher.group(2), page, exists, beside)));
        }
        return matcher.appendTail(html).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String link(
            String name, String written, KeptPage page, Predicate<String> exists, Set<String> beside) {
        boolean own = written.startsWith("#") || beside.contains(written);
        if (own || Paths.isComplete(written)) {
            return " " + name + "=\"" + written + "\"";
        }
        URI target = URI.create("site:///" + page.path()).resolve(written.replace(" ", "%20"));
        String path = target.getPath().substring(1);
        String anchor = target.getRawFragment() == null ? "" : "#" + target.getRawFragment();
        return exists.test(path) ? " " + name + "=\"" + Paths.relative(page.address(), path) + anchor + "\"" : "";
    }
}
