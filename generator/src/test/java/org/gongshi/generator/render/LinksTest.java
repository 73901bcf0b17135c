package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.publication.SampleContent;
import org.junit.jupiter.api.Test;

/** No link of any page leads nowhere: pages, anchors, data files, assets. */
class LinksTest {
    @Test
    void leads_to_what_is_there() {
        assertThat(dead(SampleSite.FILES)).isEmpty();
    }

    @Test
    void finds_a_dead_page_and_a_dead_anchor() {
        SiteFiles broken = SampleSite.of(SampleContent.sample()
                .text("见[某页](/nowhere/)和[某处](/about/#nowhere)。")
                .build());
        assertThat(dead(broken))
                .anyMatch(line -> line.contains("nowhere/index.html"))
                .anyMatch(line -> line.contains("#nowhere"));
    }

    @Test
    void names_index_html_so_that_a_folder_on_disk_works() {
        links(SampleSite.FILES)
                .forEach((page, links) -> links.stream()
                        .filter(link -> !link.contains(":"))
                        .forEach(link -> assertThat(link).as(page).doesNotEndWith("/")));
    }

    @Test
    void is_relative_everywhere_but_on_the_page_for_unknown_addresses() {
        links(SampleSite.FILES).forEach((page, links) -> {
            if (!page.equals("404.html")) {
                assertThat(links).as(page).noneMatch(link -> link.startsWith("/"));
            }
        });
    }

    @Test
    void reaches_every_page_from_the_list_of_all_pages() {
        Map<String, List<String>> links = links(SampleSite.FILES);
        List<String> reached = new ArrayList<>();
        links.forEach((page, targets) -> {
            if (page.startsWith("sitemap/")) {
                targets.stream()
                        .filter(target -> !target.contains(":"))
                        .forEach(target -> reached.add(URI.create("site:///" + page)
                                .resolve(target)
                                .getPath()
                                .substring(1)));
            }
        });
        assertThat(reached)
                .containsAll(links.keySet().stream()
                        .filter(path -> !path.equals("404.html") && !path.equals("search/index.html"))
                        .toList());
        assertThat(links.get("sitemap/index.html")).contains("2025/index.html", "990100/2025/index.html");
    }

    static List<String> dead(SiteFiles files) {
        Map<String, List<String>> ids = new TreeMap<>();
        SampleSite.pages(files).forEach((path, html) -> ids.put(path, new HtmlPage(html).ids()));
        List<String> dead = new ArrayList<>();
        links(files)
                .forEach((page, links) -> links.stream()
                        .filter(link -> !link.contains(":"))
                        .forEach(link -> {
                            URI target = URI.create("site:///" + page).resolve(link.replace(" ", "%20"));
                            String path = target.getPath().substring(1);
                            String anchor = target.getRawFragment() == null
                                    ? ""
                                    : URLDecoder.decode(target.getRawFragment(), StandardCharsets.UTF_8);
                            boolean there = files.has(path)
                                    && (anchor.isEmpty() || ids.get(path).contains(anchor));
                            if (!there) {
                                dead.add(page + " -> " + path + (anchor.isEmpty() ? "" : "#" + anchor));
                            }
                        }));
        return dead;
    }

    private static Map<String, List<String>> links(SiteFiles files) {
        Map<String, List<String>> links = new TreeMap<>();
        SampleSite.pages(files).forEach((path, html) -> {
            List<String> found = new ArrayList<>();
            new HtmlPage(html).tags().forEach(tag -> {
                tag.attribute("href").ifPresent(found::add);
                tag.attribute("src").ifPresent(found::add);
            });
            links.put(path, found);
        });
        return links;
    }
}
