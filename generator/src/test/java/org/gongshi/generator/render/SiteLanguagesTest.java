package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.evaluation.site.SiteText;
import org.gongshi.evaluation.site.SiteTranslation;
import org.gongshi.evaluation.site.Tongue;
import org.gongshi.generator.compose.SitePlan;
import org.gongshi.generator.guard.PersonalDataGuard;
import org.gongshi.generator.incremental.SiteCheck;
import org.gongshi.generator.incremental.SiteEditions;
import org.gongshi.templates.frame.Paths;
import org.gongshi.templates.frame.Wording;
import org.junit.jupiter.api.Test;

/** The demonstration in English, in a made-up Mongolian, and half translated. */
class SiteLanguagesTest {
    private static final PublishedContent DEMO = ShippedDemo.CONTENT;
    static final SiteFiles FILES = SiteRenderer.render(SiteEditions.compose(DEMO, false));
    private static final Pattern ALTERNATE =
            Pattern.compile("<link rel=\"alternate\" hreflang=\"([^\"]+)\" href=\"([^\"]+)\">");
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"#]+)[^\"]*\"[^>]*>");
    private static final Pattern CHINESE_PART = Pattern.compile("<span lang=\"zh-CN\">[^<]*</span>");

    @Test
    void the_demonstration_has_its_main_pages_in_english() {
        assertThat(FILES.paths())
                .contains(
                        "en/index.html",
                        "en/2025/index.html",
                        "en/2025/yanhe/index.html",
                        "en/2025/survey/index.html",
                        "en/2025/survey/yanhe/index.html",
                        "en/methodology/index.html",
                        "en/about/index.html",
                        "en/privacy/index.html",
                        "en/accessibility/index.html",
                        "en/data/index.html",
                        "en/search/index.html",
                        "en/search/titles-1.js",
                        "en/feed.xml");
    }

    @Test
    void no_english_page_holds_chinese_but_what_is_marked_as_chinese() {
        for (String path : english()) {
            String text = CHINESE_PART.matcher(text(path)).replaceAll("").replaceAll("<[^>]*>", "");
            assertThat(text.codePoints().filter(Tongue::isHan).count()).as(path).isZero();
            assertThat(text(path)).as(path).contains("<html lang=\"en\"").doesNotContain("\uFDD0", "\uFDD1", "\uFDD2");
        }
    }

    @Test
    void the_switch_and_the_alternates_lead_to_pages_that_exist_and_back() {
        int both = 0;
        for (String path : FILES.paths()) {
            if (!path.endsWith(".html")) {
                continue;
            }
            Map<String, String> alternates = alternates(path);
            assertThat(alternates.isEmpty() || alternates.size() == 2).as(path).isTrue();
            for (String other : alternates.values()) {
                assertThat(FILES.paths()).as(path).contains(other);
                assertThat(alternates(other)).as(other).isEqualTo(alternates);
            }
            both += alternates.isEmpty() ? 0 : 1;
        }
        assertThat(both).isEqualTo(english().size() * 2).isGreaterThan(100);
    }

    @Test
    void every_link_of_an_english_page_leads_somewhere_and_says_when_that_is_chinese() {
        for (String path : english()) {
            Matcher link = LINK.matcher(text(path));
            while (link.find()) {
                if (Paths.isComplete(link.group(1))) {
                    continue;
                }
                String target = resolved(path, link.group(1));
                assertThat(FILES.has(target) || target.endsWith(".pdf") || target.endsWith(".xlsx"))
                        .as(path + " -> " + target)
                        .isTrue();
                if (target.endsWith("index.html") && !target.startsWith("en/")) {
                    assertThat(link.group()).as(path).contains("hreflang=\"zh-CN\"");
                    boolean isSwitch = link.group().contains(" lang=\"zh-CN\"");
                    assertThat(isSwitch || !FILES.has("en/" + target))
                            .as(path + " -> " + target)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void a_page_whose_text_lost_its_translation_is_gone_with_every_way_to_it() {
        String reason = DEMO.rounds().get(0).reports().stream()
                .flatMap(report -> report.dossier().report().gradeReason().stream())
                .findFirst()
                .orElseThrow();
        Map<String, String> texts = new TreeMap<>(english(DEMO).texts());
        assertThat(texts.remove(reason)).isNotNull();
        PublishedContent less = with(DEMO, List.of(of("en", texts)));
        SiteFiles files = SiteRenderer.render(SiteEditions.compose(less, false));
        Set<String> gone = new TreeSet<>(FILES.paths());
        gone.removeAll(files.paths());
        assertThat(gone)
                .contains("en/2025/index.html", "en/2025/yanhe/index.html")
                .allMatch(path -> path.startsWith("en/"));
        assertThat(files.paths()).contains("en/index.html", "2025/index.html");
        assertThat(new String(files.bytes("2025/index.html"), StandardCharsets.UTF_8))
                .doesNotContain("hreflang");
        assertThat(new String(files.bytes("sitemap.xml"), StandardCharsets.UTF_8))
                .doesNotContain("/en/2025/</loc>");
        var findings = new Findings();
        SiteEditions.check(less, findings);
        assertThat(findings.sorted())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains(reason.substring(0, 30)));
    }

    @Test
    void a_dead_link_and_personal_data_in_a_translation_are_found() {
        SiteTranslation english = english(DEMO);
        Map<String, SiteText> pages = new TreeMap<>(english.pages());
        SiteText about = pages.get("texts/about.md");
        pages.put(
                "texts/about.md",
                new SiteText(
                        about.name(),
                        about.title(),
                        about.date(),
                        about.body()
                                + "\n\nSee [nowhere](/nothing/), [here](/methodology/#no-such-place), [x](javascript:alert(1)),"
                                + " [method](/methodology/), call 138 0013 8000.\n",
                        about.bodyLine()));
        PublishedContent changed = with(
                DEMO,
                List.of(new SiteTranslation(
                        english.language(), english.name(), english.decision(), english.texts(), pages)));
        SitePlan plan = SiteEditions.compose(changed, false);
        var found = SiteCheck.of(changed, plan, new ContentFolder(Path.of("..", "content", "demo")));
        assertThat(found).extracting(Finding::toLine).allMatch(line -> line.startsWith("texts/about.en.md:"));
        assertThat(found)
                .extracting(Finding::message)
                .hasSize(3)
                .anyMatch(message -> message.contains("/nothing/") && message.contains("不存在"))
                .anyMatch(message -> message.contains("#no-such-place"))
                .anyMatch(message -> message.contains("javascript"));
        byte[] page = SiteRenderer.render(plan).bytes("en/about/index.html");
        assertThat(new PersonalDataGuard(DEMO.site(), List.of()).check("en/about/index.html", page))
                .hasSize(1);
    }

    @Test
    void a_language_with_a_word_of_the_pages_missing_is_not_built_and_the_word_is_told() {
        Map<String, String> texts = everything();
        texts.remove("words.frame.skip");
        PublishedContent half = with(DEMO, List.of(of("mn-Mong", texts)));
        assertThat(SiteEditions.compose(half, false).entries().keySet()).noneMatch(path -> path.startsWith("mn/"));
        var findings = new Findings();
        SiteEditions.check(half, findings);
        assertThat(findings.sorted())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("frame.skip"));
    }

    @Test
    void a_language_from_top_to_bottom_has_its_own_layout_and_font() {
        SiteFiles files =
                SiteRenderer.render(SiteEditions.compose(with(DEMO, List.of(of("mn-Mong", everything()))), false));
        assertThat(files.paths()).contains("mn/index.html", "mn/2025/yanhe/index.html", "assets/site/mongolian.woff2");
        assertThat(new String(files.bytes("mn/2025/yanhe/index.html"), StandardCharsets.UTF_8))
                .contains("<html lang=\"mn-Mong\" class=\"vertical\"", "assets/site/vertical.css", "font-src");
        assertThat(FILES.paths()).doesNotContain("assets/site/mongolian.woff2", "assets/site/vertical.css");
        assertThat(new String(files.bytes("index.html"), StandardCharsets.UTF_8))
                .as("the language's name on the other pages has letters of its own")
                .contains("<a lang=\"mn-Mong\"", "font-src 'self'", "assets/site/mongolian-name.css");
        assertThat(new String(files.bytes("assets/site/mongolian-name.css"), StandardCharsets.UTF_8))
                .contains("url(mongolian-name.woff2)");
        assertThat(files.bytes("assets/site/mongolian-name.woff2")).hasSizeBetween(1_000, 8_000);
    }

    @Test
    void a_site_in_chinese_alone_knows_nothing_of_languages() {
        SiteFiles alone = ShippedDemo.FILES;
        assertThat(alone.paths()).allSatisfy(path -> {
            if (path.endsWith(".html") || path.equals("sitemap.xml")) {
                assertThat(new String(alone.bytes(path), StandardCharsets.UTF_8))
                        .doesNotContain("hreflang");
            }
        });
    }

    @Test
    void marks_brought_along_by_a_hostile_text_are_dropped() {
        assertThat(Tongue.kept("a\uFDD1b\uFDD2")).isEqualTo("\uFDD0ab\uFDD1");
    }

    @Test
    void the_index_of_each_language_stays_small() throws Exception {
        try (var bytes = new java.io.ByteArrayOutputStream();
                var packed = new java.util.zip.GZIPOutputStream(bytes)) {
            packed.write(FILES.bytes("en/search/titles-1.js"));
            packed.finish();
            assertThat(bytes.size()).isLessThan(300_000);
        }
    }

    /** Mongolian letters for every text there is: no real translation, but every way a real one would take. */
    static Map<String, String> everything() {
        Map<String, String> texts = new TreeMap<>();
        Wording chinese = Wording.load("site", "zh-CN");
        chinese.keys().forEach(key -> texts.put("words." + key, mongolian(chinese.say(key))));
        collect(DEMO.site(), texts);
        collect(DEMO.places().all(), texts);
        collect(DEMO.rounds(), texts);
        collect(DEMO.corrections(), texts);
        return texts;
    }

    private static void collect(Object value, Map<String, String> texts) {
        if (value instanceof String text && Tongue.isChinese(text)) {
            texts.put(text, mongolian(text));
        } else if (value instanceof java.util.Optional<?> held) {
            held.ifPresent(one -> collect(one, texts));
        } else if (value instanceof Iterable<?> all) {
            all.forEach(one -> collect(one, texts));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> collect(one, texts));
        } else if (value instanceof org.gongshi.evaluation.publication.ApprovedReport report) {
            collect(report.dossier(), texts);
            collect(report.review(), texts);
            collect(report.approval(), texts);
        } else if (value instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                try {
                    collect(component.getAccessor().invoke(record), texts);
                } catch (ReflectiveOperationException fault) {
                    throw new IllegalStateException(fault);
                }
            }
        }
    }

    private static String mongolian(String chinese) {
        StringBuilder text = new StringBuilder();
        chinese.codePoints().forEach(c -> {
            if (Tongue.isHan(c)) {
                text.appendCodePoint(0x1820 + c % 30);
            } else {
                text.appendCodePoint(Tongue.isPunctuation(c) ? ' ' : c);
            }
        });
        return text.toString().isBlank() ? "\u1820" : text.toString();
    }

    private static SiteTranslation english(PublishedContent content) {
        return content.translations().get(0);
    }

    private static SiteTranslation of(String tag, Map<String, String> texts) {
        return new SiteTranslation(
                tag,
                tag.equals("en") ? "English" : "\u182E\u1823\u1829",
                english(DEMO).decision(),
                texts,
                tag.equals("en") ? english(DEMO).pages() : Map.of());
    }

    static PublishedContent with(PublishedContent content, List<SiteTranslation> translations) {
        return new PublishedContent(
                content.site(),
                content.places(),
                content.rounds(),
                content.texts(),
                content.notices(),
                content.corrections(),
                content.inputs(),
                content.archive(),
                content.allowed(),
                translations);
    }

    private static List<String> english() {
        return FILES.paths().stream()
                .filter(path -> path.startsWith("en/") && path.endsWith(".html"))
                .toList();
    }

    private static Map<String, String> alternates(String path) {
        Map<String, String> found = new TreeMap<>();
        Matcher matcher = ALTERNATE.matcher(text(path));
        while (matcher.find()) {
            String address = matcher.group(2).replaceFirst("https://[^/]+/", "");
            found.put(matcher.group(1), address.isEmpty() || address.endsWith("/") ? address + "index.html" : address);
        }
        return found;
    }

    private static String resolved(String page, String link) {
        List<String> steps = new ArrayList<>(List.of(page.split("/")));
        steps.remove(steps.size() - 1);
        for (String step : link.split("/")) {
            if (step.equals("..")) {
                steps.remove(steps.size() - 1);
            } else {
                steps.add(step);
            }
        }
        return steps.stream().collect(Collectors.joining("/"));
    }

    private static String text(String path) {
        return new String(FILES.bytes(path), StandardCharsets.UTF_8);
    }
}
