package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gongshi.templates.frame.DocumentBlock;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Meta;

/**
 * What every page of a Chinese government site must bear (网页必备要素), as a table of rules over the frame of a page: site labels
 * on all pages, column labels on column pages (栏目页), content labels and the document block on content pages (内容页), the
 * items of the footer, the ways to the search, the site map, the accessibility statement. Each rule says its item and what is wrong.
 */
public final class PageItems {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}");
    private static final Pattern CODE = Pattern.compile("(bm)?\\d{8,10}");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z]+://.*|.*/.*");

    private PageItems() {}

    /**
     * One rule.
     *
     * @param item the item as the norm names it
     * @param applies to which pages
     * @param holds whether a page bears it
     * @param hint how to mend it
     */
    record Rule(String item, Predicate<Frame> applies, Predicate<Frame> holds, String hint) {}

    private static final Predicate<Frame> ALL = frame -> true;
    private static final Predicate<Frame> COLUMN =
            frame -> meta(frame, "ColumnDescription").isPresent();
    private static final Predicate<Frame> CONTENT =
            frame -> meta(frame, "ArticleTitle").isPresent();
    private static final Predicate<Frame> DOCUMENT = frame -> frame.document().isPresent();
    private static final Predicate<Frame> LISTED =
            frame -> !frame.isHome() && !frame.path().equals(SitePaths.NOT_FOUND);

    /** All rules, in the order of the norm's table. */
    static final List<Rule> RULES = List.of(
            rule("SiteName", ALL, same("SiteName", frame -> frame.site().name()), "site.yaml 的 name"),
            rule("SiteDomain", ALL, same("SiteDomain", frame -> frame.site().domain()), "site.yaml 的 domain"),
            rule("SiteDomain", ALL, frame -> !matches(frame, "SiteDomain", SCHEME), "域名不带 https:// 和斜杠"),
            rule(
                    "SiteIDCode",
                    ALL,
                    same("SiteIDCode", frame -> frame.site().identifier()),
                    "site.yaml 的 identifier，与页脚的网站标识码相同"),
            rule("SiteIDCode", ALL, frame -> matches(frame, "SiteIDCode", CODE), "8 至 10 位数字，前面可以有 bm"),
            rule("栏目页或内容页", LISTED, frame -> COLUMN.test(frame) != CONTENT.test(frame), "一页或是栏目页，或是内容页"),
            rule("ColumnName", COLUMN, said("ColumnName"), "栏目名称不能为空"),
            rule("ColumnDescription", COLUMN, said("ColumnDescription"), "栏目说明不能为空"),
            rule("ColumnKeywords", COLUMN, said("ColumnKeywords"), "栏目关键词不能为空"),
            rule("ColumnType", COLUMN.or(CONTENT), said("ColumnType"), "栏目类别不能为空"),
            rule("ColumnName", CONTENT, said("ColumnName"), "所属栏目不能为空"),
            rule("ArticleTitle", CONTENT, same("ArticleTitle", Frame::title), "与页面上的标题相同"),
            rule("PubDate", CONTENT, frame -> matches(frame, "PubDate", DATE), "写成 2025-12-08 00:00 的样子"),
            rule("PubDate", CONTENT, PageItems::isPublished, "首次发布的日期，不晚于截至日期"),
            rule("ContentSource", CONTENT, said("ContentSource"), "信息来源不能为空"),
            rule("Url", CONTENT, same("Url", Frame::canonical), "与规范网址相同"),
            rule("发布日期", DOCUMENT, PageItems::sameDate, "与 PubDate 是同一天"),
            rule("索引号等公文要素", DOCUMENT, frame -> noBlank(frame.document().orElseThrow()), "没有的项目写 无"),
            rule("主办单位", ALL, frame -> !frame.site().sponsor().isBlank(), "site.yaml 的 sponsor"),
            rule("承办单位", ALL, frame -> !frame.site().operator().isBlank(), "site.yaml 的 operator"),
            rule("公安备案号", ALL, frame -> !frame.site().publicSecurity().isBlank(), "site.yaml 的 publicSecurity"),
            rule("ICP备案号", ALL, frame -> frame.site().icp().contains("ICP"), "site.yaml 的 icp"),
            rule("联系方式", ALL, frame -> frame.site().contact().phone().matches(".*\\d{3}.*"), "site.yaml 的 contact"),
            rule("网站地图", ALL, leads(SitePaths.SITE_MAP), "页脚应有网站地图"),
            rule("无障碍说明", ALL, leads(SitePaths.ACCESSIBILITY), "页脚应有无障碍说明"),
            rule("数据更正", ALL, leads(SitePaths.CORRECTIONS), "页脚应有更正公告"),
            rule("当前位置", LISTED, frame -> !frame.trail().isEmpty(), "每页写明所在位置"),
            rule("更新时间", ALL, frame -> frame.site().asOf().getYear() > 2000, "site.yaml 的 asOf"));

    /** What a page lacks, one line for each item; empty when it bears all. */
    public static List<String> missing(Frame frame) {
        List<String> missing = new ArrayList<>();
        for (Rule rule : RULES) {
            if (rule.applies().test(frame) && !rule.holds().test(frame)) {
                missing.add(rule.item() + "（" + rule.hint() + "）");
            }
        }
        return missing;
    }

    private static Rule rule(String item, Predicate<Frame> applies, Predicate<Frame> holds, String hint) {
        return new Rule(item, applies, holds, hint);
    }

    /** Exactly one: two labels of one name contradict each other. */
    private static Optional<String> meta(Frame frame, String name) {
        List<String> found = frame.metas().stream()
                .filter(meta -> meta.name().equals(name))
                .map(Meta::content)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Predicate<Frame> said(String name) {
        return frame -> meta(frame, name).filter(text -> !text.isBlank()).isPresent();
    }

    private static Predicate<Frame> same(String name, Function<Frame, String> value) {
        return frame -> meta(frame, name).equals(Optional.of(value.apply(frame)));
    }

    private static boolean matches(Frame frame, String name, Pattern pattern) {
        return meta(frame, name).filter(text -> pattern.matcher(text).matches()).isPresent();
    }

    private static boolean isPublished(Frame frame) {
        String last = frame.site().asOf() + " 24:00";
        return meta(frame, "PubDate").filter(date -> date.compareTo(last) <= 0).isPresent();
    }

    private static boolean sameDate(Frame frame) {
        String published = frame.document().orElseThrow().published().toString();
        return meta(frame, "PubDate").filter(date -> date.startsWith(published)).isPresent();
    }

    private static boolean noBlank(DocumentBlock block) {
        return List.of(
                        block.index(),
                        block.category(),
                        block.publisher(),
                        block.document(),
                        block.validity(),
                        block.source())
                .stream()
                .noneMatch(String::isBlank);
    }

    private static Predicate<Frame> leads(String path) {
        return frame -> frame.footer().stream().anyMatch(link -> link.path().equals(path));
    }
}
