package org.gongshi.generator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.SampleContent;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.generator.compose.SiteComposer;
import org.gongshi.generator.render.SiteFiles;
import org.gongshi.generator.render.SiteRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deviations from the locked plan are a table of the site's downloads, and verify holds every page that speaks of them against it. */
class DeviationRecountTest {
    private static final String TABLE = "data/2025/deviations.csv";
    private static final String METHOD = "2025/survey-method/index.html";
    private static final String SURVEY = "2025/survey/index.html";
    private static final String PLACE = "2025/survey/chengchuan/index.html";
    private static final Map<String, byte[]> SITE = site(List.of(
            deviation(SampleContent.FIRST, Deviation.Kind.MERGED),
            deviation(SampleContent.SECOND, Deviation.Kind.ADJUSTED),
            deviation(SampleContent.AWAITED, Deviation.Kind.NOT_COVERED)));

    @TempDir
    Path folder;

    private static Deviation deviation(PlaceCode place, Deviation.Kind kind) {
        return new Deviation(
                kind,
                place,
                Audience.PARENT,
                Optional.of(SchoolStage.JUNIOR),
                kind == Deviation.Kind.MERGED ? Optional.of(SchoolStage.PRIMARY) : Optional.empty(),
                place.equals(SampleContent.SECOND) ? 321 : 1234,
                "该地初中在调查期间停课" + place,
                LocalDate.of(2025, 4, 1),
                List.of("经办岗", "复核岗"),
                place.equals(SampleContent.SECOND));
    }

    private static Map<String, byte[]> site(List<Deviation> deviations) {
        SiteFiles files = SiteRenderer.render(SiteComposer.compose(
                SampleContent.sample().deviations(deviations).build()));
        Map<String, byte[]> site = new TreeMap<>();
        files.paths().forEach(path -> site.put(path, files.bytes(path)));
        return site;
    }

    @Test
    void the_table_has_a_row_for_each_and_nothing_of_a_place_that_is_awaited() {
        CsvTable table = CsvTable.parse(SITE.get(TABLE));
        assertThat(new String(SITE.get(TABLE), StandardCharsets.UTF_8)).startsWith("\uFEFFplace,place_name,");
        assertThat(table.rows()).hasSize(3);
        assertThat(table.rows().get(0))
                .containsEntry("place", "990100")
                .containsEntry("deviation", "merged")
                .containsEntry("merged_with", "primary")
                .containsEntry("people", "1234")
                .containsEntry("decided_by", "经办岗、复核岗")
                .containsEntry("results_seen", "false");
        assertThat(CsvTable.filled(table.rows().get(2))).isEqualTo(Map.of("deviation", "awaited"));
        assertThat(text("data/datapackage.json")).contains("2025/deviations.csv", "\"deviation_reason\"");
        assertThat(text(TABLE + "-metadata.json")).contains("\"results_seen\"");
        assertThat(text("data/index.html")).contains(TABLE, "merged_with");
        assertThat(SITE.values()).noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("停课990400"));
    }

    @Test
    void an_untouched_site_is_fine_and_one_that_followed_its_plan_has_no_such_table() throws IOException {
        assertThat(faults(SITE)).isEmpty();
        Map<String, byte[]> followed = site(List.of());
        assertThat(followed).doesNotContainKey(TABLE);
        assertThat(faults(followed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025/survey-method/index.html | 停课990100           | 下雪990100
            2025/survey-method/index.html | 登记前已有人看过结果或答卷 | 登记前没有人看过结果
            2025/survey-method/index.html | 与小学合并加权        | 未覆盖
            2025/survey-method/index.html | 另有 1 处            | 另有 2 处
            2025/survey-method/index.html | aria-labelledby="deviations" | aria-labelledby="other"
            2025/survey-method/index.json | 停课990200           | 下雪990200
            2025/survey/index.html        | 1234 人             | 123 人
            2025/survey/index.html        | <dt>偏离方案</dt>     | <dt>说明</dt>
            2025/survey/chengchuan/index.html | 复核岗            | 经办岗
            2025/survey/chengchuan/index.html | 初中：与          | 小学：与
            data/2025/deviations.csv      | ,merged,primary     | ,merged,junior
            data/2025/deviations.csv      | 2025-04-01          | 2025-04-02
            data/2025/deviations.csv      | 990200,             | 990800,
            data/2025/deviations.csv      | ,1234,              | ,9999999,
            data/2025/deviations.csv      | 经办岗、复核岗         | 经办岗、经办岗
            """)
    void what_a_page_or_the_table_says_otherwise_is_found(String path, String said, String instead) throws IOException {
        assertThat(faults(with(path, said, instead))).isNotEmpty();
    }

    @Test
    void one_that_stands_on_no_page_or_in_no_table_is_found() throws IOException {
        Map<String, byte[]> silent = new TreeMap<>(SITE);
        silent.remove(TABLE);
        assertThat(faults(silent))
                .anyMatch(fault -> fault.path().equals(METHOD))
                .anyMatch(fault -> fault.path().equals(SURVEY));
        Map<String, byte[]> planted = new TreeMap<>(site(List.of()));
        planted.put(
                PLACE,
                bytes(new String(planted.get(PLACE), StandardCharsets.UTF_8)
                        .replaceFirst("</dl>", "<div><dt>偏离方案</dt><dd>初中：未覆盖</dd></div></dl>")));
        assertThat(faults(planted)).isNotEmpty();
    }

    /** The words of another language are not ours to know; their number, the people and the day are. */
    @Test
    void pages_of_another_language_are_held_against_the_table_as_well() throws IOException {
        Map<String, byte[]> both = new TreeMap<>(SITE);
        both.put("en/index.html", new byte[0]);
        for (String path : List.of(METHOD, SURVEY, PLACE)) {
            both.put("en/" + path, bytes(text(path).replace("偏离方案", "Deviation").replace("合并加权", "joined")));
        }
        assertThat(faults(both)).isEmpty();
        for (String path : List.of(METHOD, SURVEY, PLACE)) {
            for (String figure : List.of("1234", "2025-04-01")) {
                Map<String, byte[]> changed = new TreeMap<>(both);
                changed.put(
                        "en/" + path,
                        bytes(new String(both.get("en/" + path), StandardCharsets.UTF_8).replace(figure, "7")));
                assertThat(faults(changed)).as(path + " " + figure).isNotEmpty();
            }
        }
    }

    /** What verify finds in the tables and pages of the survey; the rest of the site is not needed for it. */
    private List<Fault> faults(Map<String, byte[]> site) throws IOException {
        Path root = Files.createTempDirectory(folder, "site");
        for (Map.Entry<String, byte[]> file : site.entrySet()) {
            if (file.getKey().matches("en/index.html|data/2025/.*csv|(en/)?2025/survey.*")) {
                Path path = root.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        try (SiteSource source = new FolderSource(root)) {
            Set<String> paths = ((SiteSource.Listing.Known) source.listing()).paths();
            return NumberCheck.of(source, paths).faults().stream()
                    .filter(fault -> Stream.of("survey-method", "2025/survey/", "deviations")
                            .anyMatch(fault.path()::contains))
                    .toList();
        }
    }

    private static Map<String, byte[]> with(String path, String said, String instead) {
        assertThat(text(path)).contains(said);
        Map<String, byte[]> changed = new TreeMap<>(SITE);
        changed.put(path, bytes(text(path).replace(said, instead)));
        return changed;
    }

    private static String text(String path) {
        return new String(SITE.get(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
