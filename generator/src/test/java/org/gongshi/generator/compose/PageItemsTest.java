package org.gongshi.generator.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.publication.SampleContent;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Meta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PageItemsTest {
    private static final SitePlan PLAN = SiteComposer.compose(SampleContent.content());

    @Test
    void every_page_of_a_site_bears_what_it_must() {
        PLAN.entries().forEach((path, entry) -> {
            if (entry instanceof SitePlan.Page page) {
                assertThat(PageItems.missing(page.page().frame())).as(path).isEmpty();
            }
        });
    }

    static Stream<String> items() {
        return PageItems.RULES.stream().map(PageItems.Rule::item).distinct();
    }

    @ParameterizedTest
    @MethodSource("items")
    void every_rule_applies_to_some_page(String item) {
        assertThat(PageItems.RULES.stream().filter(rule -> rule.item().equals(item)))
                .allMatch(rule -> PLAN.entries().values().stream()
                        .filter(SitePlan.Page.class::isInstance)
                        .map(entry -> ((SitePlan.Page) entry).page().frame())
                        .anyMatch(rule.applies()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "index.html       | SiteName       |                   | SiteName",
                "index.html       | SiteDomain     | https://x.example | SiteDomain",
                "index.html       | SiteIDCode     | 9999999999        | SiteIDCode",
                "data/index.html  | ColumnName     |                   | ColumnName",
                "data/index.html  | ColumnDescription |                | 栏目页或内容页",
                "data/index.html  | ColumnKeywords |                   | ColumnKeywords",
                "data/index.html  | ColumnType     |                   | ColumnType",
                "2025/index.html  | ColumnName     |                   | ColumnName",
                "2025/index.html  | ArticleTitle   | 别的标题          | ArticleTitle",
                "2025/index.html  | PubDate        | 2025-12-08        | PubDate",
                "2025/index.html  | PubDate        | 2999-12-08 00:00  | PubDate",
                "2025/index.html  | PubDate        | 2025-01-01 00:00  | 发布日期",
                "2025/index.html  | ContentSource  |                   | ContentSource",
                "2025/index.html  | Url            | https://x.example/ | Url",
            })
    void a_wrong_or_missing_label_is_told(String path, String name, String value, String item) {
        List<Meta> metas = new ArrayList<>();
        for (Meta meta : frame(path).metas()) {
            if (!meta.name().equals(name)) {
                metas.add(meta);
            } else if (value != null) {
                metas.add(new Meta(name, value));
            }
        }
        assertThat(PageItems.missing(
                        with(frame(path), metas, frame(path).footer().size())))
                .anyMatch(line -> line.startsWith(item + "（"));
    }

    @Test
    void a_label_twice_is_as_bad_as_none() {
        List<Meta> twice = new ArrayList<>(frame("index.html").metas());
        twice.add(twice.get(0));
        assertThat(PageItems.missing(with(frame("index.html"), twice, 99)))
                .anyMatch(line -> line.startsWith("SiteName（"));
    }

    @Test
    void a_footer_without_its_links_is_told() {
        Frame bare = with(frame("index.html"), frame("index.html").metas(), 0);
        assertThat(PageItems.missing(bare))
                .extracting(line -> line.substring(0, line.indexOf('（')))
                .containsExactly("网站地图", "无障碍说明", "数据更正");
    }

    @Test
    void a_page_must_say_where_it_stands() {
        Frame page = frame("data/index.html");
        Frame lost = new Frame(
                page.words(),
                page.site().withAsOf(LocalDate.of(1999, 1, 1)),
                page.path(),
                page.title(),
                page.description(),
                page.section(),
                page.navigation(),
                page.footer(),
                page.local(),
                List.of(),
                page.metas(),
                Optional.empty(),
                page.data(),
                page.edition());
        assertThat(PageItems.missing(lost))
                .anyMatch(line -> line.startsWith("当前位置（"))
                .anyMatch(line -> line.startsWith("更新时间（"));
    }

    private static Frame frame(String path) {
        return ((SitePlan.Page) PLAN.entries().get(path)).page().frame();
    }

    private static Frame with(Frame page, List<Meta> metas, int links) {
        return new Frame(
                page.words(),
                page.site(),
                page.path(),
                page.title(),
                page.description(),
                page.section(),
                page.navigation(),
                page.footer().subList(0, Math.min(links, page.footer().size())),
                page.local(),
                page.trail(),
                metas,
                page.document(),
                page.data(),
                page.edition());
    }
}
