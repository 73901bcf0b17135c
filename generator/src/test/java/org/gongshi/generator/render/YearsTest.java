package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongshi.evaluation.publication.PublishedContent;
import org.gongshi.evaluation.publication.PublishedRound;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.IndicatorSystem;
import org.junit.jupiter.api.Test;

/** Pages over several years: comparison, history, repeated problems; and what is refused. */
class YearsTest {
    private static final String COMPARISON = "compare/2024-2025/index.html";

    @Test
    void changes_are_the_differences_of_the_two_years_downloads() {
        Map<String, String> before = column("data/2024/grades.csv", "score");
        Map<String, String> after = column("data/2025/grades.csv", "score");
        Map<String, String> changes = column("data/compare/2024-2025.csv", "change");
        assertThat(changes).hasSize(12);
        changes.forEach((place, change) -> assertThat(new BigDecimal(change))
                .as(place)
                .isEqualByComparingTo(new BigDecimal(after.get(place)).subtract(new BigDecimal(before.get(place)))));
    }

    @Test
    void the_comparison_shows_every_change_cut_towards_zero() {
        String page = SampleSite.text(ShippedDemo.FILES, COMPARISON);
        column("data/compare/2024-2025.csv", "change").values().forEach(change -> {
            String cut = new BigDecimal(change)
                    .setScale(2, RoundingMode.DOWN)
                    .toPlainString()
                    .replace('-', '−');
            assertThat(page).contains("<data value=\"" + change + "\">" + (cut.startsWith("−") ? "" : "+") + cut);
        });
        assertThat(page).contains("class=\"slope rise\"", "class=\"slope fall\"", "可比性说明");
    }

    @Test
    void a_place_has_its_years_with_a_broken_line_where_the_system_changed() {
        String page = SampleSite.text(ShippedDemo.FILES, "regions/qiongta/index.html");
        assertThat(page)
                .contains(column("data/2024/grades.csv", "score_shown").get("991100"))
                .contains(column("data/2025/grades.csv", "score_shown").get("991100"));
        assertThat(page).contains("class=\"trend changed\"", "重复出现的问题");
        assertThat(page).doesNotContain("class=\"trend same\"");
    }

    @Test
    void years_with_other_areas_are_refused_with_the_reason_and_no_difference() {
        SiteFiles files = SampleSite.of(withOtherAreas());
        String page = SampleSite.text(files, COMPARISON);
        assertThat(page).contains("不可比").doesNotContain("class=\"slope", "+0.96");
        assertThat(files.has("data/compare/2024-2025.csv")).isFalse();
        assertThat(SampleSite.text(files, "regions/chengchuan/index.html")).doesNotContain("class=\"trend");
    }

    @Test
    void every_page_of_both_years_stays_below_sixty_kilobytes_and_has_no_dead_link() {
        SampleSite.pages(ShippedDemo.FILES)
                .forEach((path, html) -> assertThat(packed(ShippedDemo.FILES.bytes(path)))
                        .as(path)
                        .isLessThan(60_000));
        assertThat(LinksTest.dead(ShippedDemo.FILES)).isEmpty();
    }

    @Test
    void the_index_of_titles_stays_below_its_limit_at_two_thousand_pages() {
        long pages = SampleSite.pages(ShippedDemo.FILES).size();
        int index = packed(ShippedDemo.FILES.bytes("search/titles-1.js"));
        assertThat(index * 2000 / pages).isLessThan(300_000);
    }

    /** The earlier year as if it had been measured in an area of another name. */
    private static PublishedContent withOtherAreas() {
        PublishedContent demo = ShippedDemo.CONTENT;
        List<PublishedRound> rounds = new ArrayList<>();
        for (PublishedRound round : demo.rounds()) {
            rounds.add(round.round().year().value() == 2024 ? renamed(round) : round);
        }
        return new PublishedContent(
                demo.site(),
                demo.places(),
                rounds,
                demo.texts(),
                demo.notices(),
                demo.corrections(),
                demo.inputs(),
                demo.archive(),
                demo.allowed(),
                List.of());
    }

    private static PublishedRound renamed(PublishedRound round) {
        List<ContentArea> areas = round.system().areas().stream()
                .map(area -> new ContentArea(area.id(), area.name() + "（旧）", area.topics(), area.indicators()))
                .toList();
        return new PublishedRound(
                round.round(),
                new IndicatorSystem(round.system().document(), areas),
                round.reports(),
                round.awaited(),
                round.questionnaires(),
                round.plan(),
                round.populations(),
                round.results(),
                round.outcomes(),
                round.objections());
    }

    private static Map<String, String> column(String path, String column) {
        List<List<String>> rows = SampleSite.text(ShippedDemo.FILES, path)
                .lines()
                .map(line -> Arrays.asList(line.replace("\uFEFF", "").split(",", -1)))
                .toList();
        int at = rows.get(0).indexOf(column);
        return rows.stream().skip(1).collect(Collectors.toMap(row -> row.get(0), row -> row.get(at)));
    }

    private static int packed(byte[] bytes) {
        var packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return packed.size();
    }
}
