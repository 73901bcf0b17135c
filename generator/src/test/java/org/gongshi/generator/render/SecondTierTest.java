package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.junit.jupiter.api.Test;

/** 第十六条: the league's own evaluation of its banners, from the shipped demonstration. */
class SecondTierTest {
    private static final SiteFiles FILES = ShippedDemo.FILES;

    @Test
    void leads_down_from_the_region_to_the_banners() {
        assertThat(text("2025/index.html")).contains("../990500/2025/index.html");
        assertThat(text("2025/cangling/index.html"))
                .contains("旗县怎么样", "翎首市", "霜原旗", "counties/index.html", "../../990500/2025/shuangyuan/index.html");
        assertThat(text("2025/cangling/counties/index.html"))
                .contains("../../../990500/index.html", "88.18", "50.18", "不合格");
        assertThat(text("2025/chengchuan/index.html")).doesNotContain("旗县怎么样");
    }

    @Test
    void leads_up_from_a_banner_to_the_league_and_the_region() {
        String page = text("990500/2025/lingshou/index.html");
        String trail = page.substring(
                page.indexOf("class=\"trail\""), page.indexOf("</nav>", page.indexOf("class=\"trail\"")));
        assertThat(trail)
                .contains(
                        "../../../index.html",
                        "../../../2025/cangling/index.html",
                        "../../index.html",
                        "../index.html");
    }

    @Test
    void gives_the_league_a_home_with_data_and_a_feed_of_its_own() {
        assertThat(text("990500/index.html")).contains("苍翎盟对所辖旗县的评价", "优秀 1 个", "feed.xml", "cangling/index.html");
        Json.Obj json = (Json.Obj) JsonText.parse(FILES.bytes("990500/index.json"));
        assertThat(json.field("rounds").orElseThrow()).isInstanceOf(Json.Arr.class);
        assertThat(text("990500/feed.xml"))
                .contains("https://yunling.example/990500/feed.xml", "苍翎盟教育督导委员会办公室", "霜原旗人民政府")
                .doesNotContain("澄川市");
    }

    @Test
    void takes_the_same_pages_as_the_region_besides_the_survey() {
        for (String part :
                List.of("report", "indicators", "problems", "rectification", "outcomes", "calendar", "objections")) {
            assertThat(FILES.has("990500/2025/" + part + "/index.html"))
                    .as(part)
                    .isTrue();
            assertThat(FILES.has("2025/" + part + "/index.html")).as(part).isTrue();
        }
        assertThat(FILES.has("990500/2025/survey/index.html")).isFalse();
    }

    @Test
    void tells_the_period_of_objections_and_what_came_in_before_the_decision() {
        assertThat(text("990500/2025/objections/index.html"))
                .contains("2025-11-24", "2025-11-28", "分母", "不成立", "2025-12-02");
        assertThat(text("2025/objections/index.html")).contains("收到异议2件，已处理2件");
        assertThat(text("2024/objections/index.html")).contains("公示期间没有收到异议");
        assertThat(text("2025/cangling/index.html")).contains("公示与异议");
        assertThat(text("data/2025/objections.csv").lines()).hasSize(3);
        assertThat(text("data/2024/objections.csv").lines()).hasSize(2);
    }

    private static String text(String path) {
        return SampleSite.text(FILES, path);
    }
}
