package org.gongshi.evaluation.publication;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.Located;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.site.Site;

/**
 * The mandatory items of a government site (网站必备要素) that depend on what the office writes: numbers of the records, contact,
 * the pages that every site has. What the pages themselves must bear is {@code PageItems}' part in the generator. A site that
 * publishes nothing yet is warned only, so that an office can fill in one item after the other.
 */
final class SiteItemsCheck {
    private static final Pattern ICP = Pattern.compile("\\p{IsHan}{1,4}ICP[备证]\\d{6,10}号(-\\d{1,4})?");
    private static final Pattern SECURITY = Pattern.compile("\\p{IsHan}{1,8}\\d{14}号");
    private static final Pattern PHONE = Pattern.compile("[0-9+][0-9+() （）转-]{4,30}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    /** Numbers that only hold a place: 0000000000, 0000-0000000. */
    private static final Pattern ZEROS = Pattern.compile("[^1-9]*0{4,}[^1-9]*");

    /** One item of {@code site.yaml} and the form that it must have. */
    private record Item(String field, String name, Function<Site, String> value, Predicate<String> form, String hint) {}

    private static final List<Item> ITEMS = List.of(
            item("name", "网站名称", Site::name, any(), "写网站的全称"),
            item("domain", "网站域名", Site::domain, text -> !text.endsWith(".invalid"), "写已备案的域名，不带 https://"),
            item("identifier", "网站标识码", Site::identifier, any(), "写 8 至 10 位数字，前面可以有 bm"),
            item("sponsor", "主办单位", Site::sponsor, any(), "写单位全称"),
            item("operator", "承办单位", Site::operator, any(), "写单位全称"),
            item("icp", "ICP备案号", Site::icp, matches(ICP), "写成 蒙ICP备12345678号-1 的样子"),
            item("publicSecurity", "公安备案号", Site::publicSecurity, matches(SECURITY), "写成 蒙公网安备 加 14 位数字加 号 的样子，中间没有空格"),
            item("contact.phone", "联系电话", site -> site.contact().phone(), matches(PHONE), "写成 0471-1234567 的样子"),
            item("contact.address", "通信地址", site -> site.contact().address(), any(), "写可以寄到的地址"),
            item(
                    "contact.email",
                    "电子邮箱",
                    site -> site.contact().email().orElse("office@example.cn"),
                    matches(EMAIL),
                    "写成 office@example.cn 的样子"),
            item("licence", "数据许可", Site::licence, any(), "写许可的名称，例如 CC-BY-4.0"),
            item("subjectCategory", "主题分类", Site::subjectCategory, any(), "写政府信息公开目录的主题分类"));

    /** Pages that every site has although the content can be read without them. */
    private static final List<String> PAGES = List.of("privacy", "glossary");

    private final ContentReader content;
    private final Findings findings;

    SiteItemsCheck(ContentReader content, Findings findings) {
        this.content = content;
        this.findings = findings;
    }

    void check() {
        content.locatedSite().ifPresent(this::items);
        for (String page : PAGES) {
            String file = ContentPaths.TEXTS + "/" + page + ".md";
            if (!content.folder().has(file)) {
                findings.warning(
                        Location.of(file),
                        "缺少" + (page.equals("privacy") ? "隐私说明" : "名词解释") + "页",
                        "政府网站应有这一页：请写 " + file + "，可以从 content/starter/texts 复制");
            }
        }
    }

    private void items(Located<Site> site) {
        boolean publishes = publishes();
        for (Item item : ITEMS) {
            String value = item.value().apply(site.value());
            boolean open = value.contains(BlankCheck.TO_FILL_IN)
                    || !site.value().demonstration() && ZEROS.matcher(value).matches();
            if (!open && item.form().test(value)) {
                continue;
            }
            Location at = site.at().at(item.field());
            String message = item.name() + (open ? "还没有填写" : "“" + value + "”不合格式");
            findings.add(
                    publishes ? Finding.error(at, message, item.hint()) : Finding.warning(at, message, item.hint()));
        }
    }

    private boolean publishes() {
        return content.rounds().stream()
                .map(content::round)
                .flatMap(Optional::stream)
                .anyMatch(round -> round.release().isPresent());
    }

    private static Item item(
            String field, String name, Function<Site, String> value, Predicate<String> form, String hint) {
        return new Item(field, name, value, form, hint);
    }

    private static Predicate<String> any() {
        return text -> !text.isBlank();
    }

    private static Predicate<String> matches(Pattern pattern) {
        return text -> pattern.matcher(text).matches();
    }
}
