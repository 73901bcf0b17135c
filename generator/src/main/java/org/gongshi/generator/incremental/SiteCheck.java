package org.gongshi.generator.incremental;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.Located;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.evaluation.publication.PublishedRound;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.evaluation.site.SiteText;
import org.gongshi.evaluation.site.SiteTranslation;
import org.gongshi.generator.compose.MarkdownLinks;
import org.gongshi.generator.compose.PageItems;
import org.gongshi.generator.compose.SitePlan;
import org.gongshi.generator.compose.TextAddresses;
import org.gongshi.generator.render.SiteRenderer;

/**
 * What can only be seen once the pages are known (成页检查): links of the office's texts that lead nowhere, corrections of pages that
 * do not exist, pages without a mandatory item, columns without content.
 */
public final class SiteCheck {
    private static final int NAMED = 3;
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    private final PublishedContent content;
    private final SitePlan plan;
    private final ContentFolder folder;
    private final Findings findings = new Findings();
    private final Map<String, Set<String>> anchors = new HashMap<>();
    /** Folder of the language whose texts are looked at; empty for the Chinese ones. */
    private String root = "";

    private SiteCheck(PublishedContent content, SitePlan plan, ContentFolder folder) {
        this.content = content;
        this.plan = plan;
        this.folder = folder;
    }

    /** All findings, by file, line and column. */
    public static List<Finding> of(PublishedContent content, SitePlan plan, ContentFolder folder) {
        SiteCheck check = new SiteCheck(content, plan, folder);
        check.texts();
        check.translations();
        check.reports();
        check.corrections();
        check.items();
        check.columns();
        return check.findings.sorted();
    }

    private void texts() {
        content.texts()
                .values()
                .forEach(text -> links(
                        ContentPaths.TEXTS + "/" + text.name() + ".md",
                        text.body(),
                        text.bodyLine(),
                        TextAddresses.text(text)));
        for (SiteText notice : content.notices()) {
            links(
                    ContentPaths.NOTICES + "/" + notice.name() + ".md",
                    notice.body(),
                    notice.bodyLine(),
                    TextAddresses.notice(notice));
        }
    }

    /** A translation's links lead to pages of its own language where there are such, else to the Chinese ones. */
    private void translations() {
        for (SiteTranslation translation : content.translations()) {
            root = SiteEditions.root(translation.language());
            translation
                    .pages()
                    .forEach((original, text) -> links(
                            original.replaceFirst("md$", translation.language() + ".md"),
                            text.body(),
                            text.bodyLine(),
                            original.startsWith(ContentPaths.NOTICES)
                                    ? TextAddresses.notice(text)
                                    : TextAddresses.text(text)));
        }
        root = "";
    }

    private void reports() {
        for (PublishedRound round : content.rounds()) {
            for (ApprovedReport approved : round.reports()) {
                var report = approved.dossier().report();
                List<MarkdownLinks.Target> links = MarkdownLinks.of(
                        report.body(), report.bodyLine(), TextAddresses.report(content.places(), approved));
                links(ContentPaths.report(approved.dossier().subject()), links);
                new PictureCheck(approved.dossier(), findings).check(links);
            }
        }
    }

    /** Of texts other than reports, which alone have pictures. */
    private void links(String file, String body, int bodyLine, String path) {
        List<MarkdownLinks.Target> links = MarkdownLinks.of(body, bodyLine, path);
        links(file, links);
        links.stream()
                .filter(link -> link.kind() == MarkdownLinks.Kind.PICTURE)
                .forEach(link -> findings.warning(
                        new Location(file, link.line(), link.column(), ""),
                        "图片“" + link.written() + "”不会显示，只显示它的文字说明",
                        "只有评价报告能放图片：请把图中的内容写成文字或表格"));
    }

    private void links(String file, List<MarkdownLinks.Target> links) {
        for (MarkdownLinks.Target link : links) {
            Location at = new Location(file, link.line(), link.column(), "");
            switch (link.kind()) {
                case PAGE -> page(at, link);
                case DROPPED ->
                    findings.error(
                            at,
                            "链接“" + link.written() + "”不会出现在页面上",
                            "站内页面从根目录写起，例如 /methodology/；站外写 https://；邮箱写 mailto:；同页写 #标题");
                default -> {}
            }
        }
    }

    private void page(Location at, MarkdownLinks.Target link) {
        if (content.archive().isPresent() && link.page().startsWith("archive/")) {
            // Archived reports stream past one by one; nobody holds the list of their pages here.
            return;
        }
        String own = root + link.page();
        String page = plan.entries().containsKey(own) ? own : link.page();
        if (!plan.entries().containsKey(page)) {
            findings.error(at, "链接“" + link.written() + "”指向不存在的页面", near(link.page()));
        } else if (!link.anchor().isEmpty() && !ids(page).contains(link.anchor())) {
            findings.error(at, "链接“" + link.written() + "”指向的页面没有这个位置", "本文标题的位置写成 #s-标题文字，可在网页上的“本文目录”复制");
        }
    }

    /** The address that shares the longest beginning: a typing error is mostly near the end. */
    private String near(String page) {
        return plan.entries().keySet().stream()
                .filter(path -> path.endsWith("index.html"))
                .max(java.util.Comparator.comparingInt((String path) -> common(path, page))
                        .thenComparing(java.util.Comparator.reverseOrder()))
                .filter(path -> common(path, page) > 2)
                .map(path -> "是否想写 /" + path.substring(0, path.length() - "index.html".length()) + "？全部网址见网站地图")
                .orElse("全部网址见网站地图 /sitemap/");
    }

    private static int common(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** Anchors of a page, read from the page itself. */
    private Set<String> ids(String path) {
        return anchors.computeIfAbsent(path, page -> {
            Set<String> ids = new HashSet<>();
            if (page.endsWith(".html")) {
                Matcher matcher =
                        ID.matcher(new String(SiteRenderer.bytes(plan.entries().get(page)), StandardCharsets.UTF_8));
                while (matcher.find()) {
                    ids.add(matcher.group(1));
                }
            }
            return ids;
        });
    }

    private void corrections() {
        Optional<Located<List<Correction>>> read = new ContentReader(folder, new Findings()).locatedCorrections();
        read.ifPresent(located -> {
            for (int i = 0; i < located.value().size(); i++) {
                Correction correction = located.value().get(i);
                String path = correction.file();
                if (!plan.entries().containsKey(path)) {
                    findings.error(
                            located.at().at("corrections[" + i + "].page"),
                            "更正登记的页面“" + correction.page() + "”不存在",
                            near(path));
                }
            }
        });
    }

    /** One finding for an item, however many pages lack it: they mostly lack it for one reason. */
    private void items() {
        Map<String, List<String>> lacking = new LinkedHashMap<>();
        plan.entries().forEach((path, entry) -> {
            if (entry instanceof SitePlan.Page page) {
                PageItems.missing(page.page().frame())
                        .forEach(item -> lacking.computeIfAbsent(item, key -> new ArrayList<>())
                                .add("/" + path));
            }
        });
        lacking.forEach((item, pages) -> findings.error(
                Location.of(ContentPaths.SITE),
                pages.size() + " 个页面缺少必备要素 " + item + "："
                        + String.join("、", pages.subList(0, Math.min(NAMED, pages.size())))
                        + (pages.size() > NAMED ? " 等" : ""),
                "请核对对应的内容文件"));
    }

    // 政府网站不得有空白栏目
    private void columns() {
        if (content.notices().isEmpty()) {
            findings.warning(Location.of(ContentPaths.NOTICES), "“公示公告”是空白栏目", "请在 notices 中写第一份公告，例如评价通知");
        }
    }
}
