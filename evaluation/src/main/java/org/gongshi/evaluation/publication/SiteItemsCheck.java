package org.gongshi.evaluation.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    /** Where each item of {@code site.yaml} stands, and its value. */
    private static final Map<String, Function<Site, String>> ITEMS = items();

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
        ITEMS.forEach((field, value) -> SiteItems.fault(
                        field, value.apply(site.value()), site.value().demonstration())
                .ifPresent(fault -> {
                    Location at = site.at().at(field);
                    findings.add(
                            publishes
                                    ? Finding.error(at, fault.message(), fault.hint())
                                    : Finding.warning(at, fault.message(), fault.hint()));
                }));
    }

    private boolean publishes() {
        return content.rounds().stream()
                .map(content::round)
                .flatMap(Optional::stream)
                .anyMatch(round -> round.release().isPresent());
    }

    private static Map<String, Function<Site, String>> items() {
        Map<String, Function<Site, String>> items = new LinkedHashMap<>();
        items.put("name", Site::name);
        items.put("domain", Site::domain);
        items.put("identifier", Site::identifier);
        items.put("sponsor", Site::sponsor);
        items.put("operator", Site::operator);
        items.put("icp", Site::icp);
        items.put("publicSecurity", Site::publicSecurity);
        items.put("contact.phone", site -> site.contact().phone());
        items.put("contact.address", site -> site.contact().address());
        items.put("contact.email", site -> site.contact().email().orElse("office@example.cn"));
        items.put("licence", Site::licence);
        items.put("subjectCategory", Site::subjectCategory);
        return items;
    }
}
