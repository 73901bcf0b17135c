package org.gongshi.generator.incremental;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.evaluation.publication.TranslatedContent;
import org.gongshi.evaluation.site.SiteTranslation;
import org.gongshi.generator.compose.ArchiveIndex;
import org.gongshi.generator.compose.OldVersions;
import org.gongshi.generator.compose.SiteComposer;
import org.gongshi.generator.compose.SitePlan;
import org.gongshi.generator.render.SiteRenderer;
import org.gongshi.templates.frame.Edition;
import org.gongshi.templates.frame.Wording;

/**
 * The plan of a site in all its languages (各语种的网站). A page exists in a language only when every text on it is translated, which is
 * seen from the page itself: it is made, and looked through for Chinese. A site in Chinese alone is composed as if there were no
 * languages.
 */
public final class SiteEditions {
    private static final String HOME = "index.html";
    /** A clerk works down a short list, and asks for the next. */
    private static final int TOLD = 10;

    /** A page that lacks no more texts than these is nearly complete. */
    private static final int NEARLY = 3;

    private final PublishedContent content;
    private final boolean documents;
    private final Map<String, PublishedContent> translated = new LinkedHashMap<>();
    private final Map<String, Wording> words = new LinkedHashMap<>();
    private final Map<String, SortedMap<String, List<String>>> missing = new LinkedHashMap<>();
    private final List<Edition.Language> languages = new ArrayList<>(List.of(Edition.CHINESE.own()));

    private SiteEditions(PublishedContent content, boolean documents) {
        this.content = content;
        this.documents = documents;
        content.translations().forEach(this::language);
    }

    /** Every page, data file and asset of the site in all its languages, each at its address. */
    public static SitePlan compose(
            PublishedContent content, Optional<ArchiveIndex> archive, boolean documents, OldVersions old) {
        return content.translations().isEmpty()
                ? SiteComposer.compose(content, archive, documents, old)
                : new SiteEditions(content, documents).plan(archive, old);
    }

    /** The same without archived reports and old pages. */
    public static SitePlan compose(PublishedContent content, boolean documents) {
        return compose(content, Optional.empty(), documents, OldVersions.NONE);
    }

    /** What each language lacks: words of the pages, and texts of pages that are not made for that reason. */
    public static void check(PublishedContent content, Findings findings) {
        SiteEditions editions = new SiteEditions(content, false);
        for (SiteTranslation translation : content.translations()) {
            editions.report(translation, findings);
        }
    }

    private void language(SiteTranslation translation) {
        String tag = translation.language();
        Wording said = Wording.with("site", tag, translation.words());
        words.put(tag, said);
        missing.put(tag, new TreeMap<>());
        if (!said.lacking(Wording.load("site", Edition.ORIGINAL)).isEmpty()) {
            return;
        }
        translated.put(tag, TranslatedContent.of(content, translation));
        Edition.Language own = new Edition.Language(tag, translation.name(), root(tag), Optional.empty());
        // With every page of it in view, so that a link to any of them is no reason to leave the other out.
        Set<String> complete = complete(tag, own);
        if (complete.contains(HOME)) {
            // Without its first page a language has no way in.
            languages.add(with(own, complete(tag, with(own, complete))));
        }
    }

    /** {@code /en/}; {@code /mn/} for every script of a language. */
    static String root(String tag) {
        return tag.replaceFirst("-.*", "") + "/";
    }

    private static Edition.Language with(Edition.Language own, Set<String> paths) {
        return new Edition.Language(own.tag(), own.name(), own.root(), Optional.of(paths));
    }

    /** The pages without a text that is not translated; lists of pages are looked at once it is known which there are. */
    private Set<String> complete(String tag, Edition.Language own) {
        Set<String> complete = new TreeSet<>();
        SitePlan plan = plan(tag, new Edition(own, List.of(Edition.CHINESE.own(), own)), Optional.empty());
        plan.entries().forEach((place, entry) -> {
            String path = place.substring(own.root().length());
            List<String> untranslated = entry instanceof SitePlan.Page page
                            && !(isList(path) && own.paths().isEmpty())
                    ? SiteRenderer.untranslated(page)
                    : List.of();
            if (untranslated.isEmpty()) {
                complete.add(path);
            } else {
                missing.get(tag).put(path, untranslated);
            }
        });
        return complete;
    }

    private static boolean isList(String path) {
        return path.startsWith("sitemap/") || path.startsWith("search/");
    }

    private SitePlan plan(String tag, Edition edition, Optional<SitePlan> original) {
        return SiteComposer.translated(translated.get(tag), documents, words.get(tag), edition, original);
    }

    private SitePlan plan(Optional<ArchiveIndex> archive, OldVersions old) {
        SitePlan chinese =
                SiteComposer.compose(content, archive, documents, old, new Edition(languages.get(0), languages));
        SortedMap<String, SitePlan.Entry> entries = new TreeMap<>(chinese.entries());
        for (Edition.Language language : languages.subList(1, languages.size())) {
            plan(language.tag(), new Edition(language, languages), Optional.of(chinese))
                    .entries()
                    .forEach((place, entry) -> {
                        if (entries.putIfAbsent(place, entry) != null) {
                            throw new IllegalArgumentException("two things at one address: " + place);
                        }
                    });
        }
        return new SitePlan(entries);
    }

    private void report(SiteTranslation translation, Findings findings) {
        String tag = translation.language();
        Location wordings = Location.of(ContentPaths.siteWordings(tag));
        Wording chinese = Wording.load("site", Edition.ORIGINAL);
        List<String> lacking = words.get(tag).lacking(chinese);
        lacking.forEach(key -> findings.warning(
                wordings,
                "译文 " + tag + " 缺少页面用语 " + key + "，或其中的 {0} 与原文不一致；补齐之前不生成这个语种",
                "请加一行 words." + key + "。原文：“" + chinese.say(key) + "”"));
        Map<String, List<String>> pages = new TreeMap<>();
        int far = 0;
        for (Map.Entry<String, List<String>> page : missing.get(tag).entrySet()) {
            Set<String> texts = new TreeSet<>(page.getValue());
            // A page of which hardly anything is translated was not begun: nobody waits for its list.
            if (texts.size() <= NEARLY || page.getKey().equals(HOME)) {
                texts.forEach(text ->
                        pages.computeIfAbsent(text, key -> new ArrayList<>()).add(page.getKey()));
            } else {
                far++;
            }
        }
        // The home page's first, then those that keep the most pages away.
        pages.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<String>> each) ->
                                !each.getValue().contains(HOME))
                        .thenComparing(each -> -each.getValue().size()))
                .limit(TOLD)
                .forEach(each -> findings.warning(
                        wordings,
                        "译文 " + tag + " 缺少“" + each.getKey() + "”，有 "
                                + each.getValue().size() + " 页只差不多于 " + NEARLY + " 条，例如 /" + root(tag)
                                + each.getValue().get(0),
                        "请加一行，original 照抄原文；补齐之前不生成这些页"));
        if (pages.size() > TOLD) {
            findings.warning(wordings, "译文 " + tag + " 还缺少 " + (pages.size() - TOLD) + " 条这样的译文", "补齐以上各条后再检查，会列出其余各条");
        }
        if (far > 0) {
            findings.warning(wordings, "译文 " + tag + " 另有 " + far + " 页缺少更多译文，没有生成", "没有译文的页面只有中文，其他语种的链接会指向中文页");
        }
    }
}
