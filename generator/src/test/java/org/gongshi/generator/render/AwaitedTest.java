package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What may not be published yet stands in no byte; what is withheld stays withheld. */
class AwaitedTest {
    @Test
    void tells_no_figure_of_a_place_whose_report_is_awaited() {
        // 31.7 is the awaited place's survey index, in the released results but not yet to be shown.
        SampleSite.FILES
                .paths()
                .forEach(path -> assertThat(SampleSite.text(path)).as(path).doesNotContain("31.7"));
        assertThat(SampleSite.FILES.paths()).noneMatch(path -> path.contains("beiping"));
    }

    @Test
    void names_the_awaited_place_with_its_sign() {
        assertThat(SampleSite.text("2025/index.html")).contains("北屏盟").contains("尚未公布");
    }

    @Test
    void shows_the_sign_and_the_reason_of_a_withheld_figure() {
        assertThat(SampleSite.text("2025/survey/index.html")).contains("× <small>样本不足，不予公布</small>");
        assertThat(SampleSite.text("data/2025/survey.csv")).contains(",×,").contains("insufficient");
    }

    @Test
    void keeps_the_second_tier_under_its_organizer() {
        assertThat(SampleSite.FILES.paths())
                .contains("990100/2025/index.html", "990100/2025/wangjin/index.html", "data/990100/2025/scores.csv")
                .contains("2025/index.html", "2026/index.html");
    }

    @Test
    void gives_a_round_at_work_its_calendar_and_indicators_only() {
        List<String> pages = SampleSite.FILES.paths().stream()
                .filter(path -> path.startsWith("2026/") && path.endsWith(".html") && !path.contains("indicators/"))
                .toList();
        assertThat(pages).containsExactly("2026/calendar/index.html", "2026/index.html");
    }
}
