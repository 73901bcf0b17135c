package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The page of a round's method says the round's own numbers: they are counted and computed once more from the download. */
class SurveyMethodPageTest {
    private static final String PATH = "2025/survey-method/index.html";
    private static final List<Predicate<Map<String, String>>> KINDS = List.of(
            row -> row.get("measure").equals("index"),
            row -> row.get("measure").equals("satisfied") && row.get("item").isEmpty(),
            row -> row.get("measure").equals("mean"),
            row -> row.get("measure").equals("satisfied") && !row.get("item").isEmpty());

    private final String page = SampleSite.text(ShippedDemo.FILES, PATH);
    private final List<Map<String, String>> download =
            SurveyRows.download(ShippedDemo.FILES, "data/2025/survey.csv").stream()
                    .filter(row -> row.get("mode").equals("probability"))
                    .toList();

    @Test
    void letters_and_reasons_are_those_of_the_download() {
        assertThat(table("quality-table")).isEqualTo(counted("quality"));
        Map<String, List<Integer>> withheld = table("withheld-table");
        assertThat(withheld.values())
                .containsExactlyInAnyOrderElementsOf(counted("withheld").values());
        long figures = download.stream()
                .filter(row -> KINDS.stream().anyMatch(kind -> kind.test(row)))
                .count();
        long shown = download.stream()
                .filter(row -> KINDS.stream().anyMatch(kind -> kind.test(row))
                        && row.get("withheld").isEmpty())
                .count();
        assertThat(page).contains("共 " + figures + " 个，公布 " + shown + " 个", figures - shown + " 个没有公布");
    }

    @Test
    void the_sample_is_that_of_the_whole_area() {
        for (List<String> cells : cells("sample-table")) {
            Map<String, String> row = download.stream()
                    .filter(each -> each.get("place").equals("990000")
                            && each.get("measure").equals("index")
                            && each.get("stage").isEmpty()
                            && label(each.get("audience")).equals(cells.get(0)))
                    .findFirst()
                    .orElseThrow();
            assertThat(cells)
                    .containsSubsequence(
                            row.get("population"),
                            row.get("invited"),
                            row.get("responded"),
                            row.get("response_rate") + "%",
                            row.get("df"));
        }
        assertThat(cells("sample-table")).hasSize(3);
    }

    /** With the constants of a textbook instead of ours: t(0.975, 1200) = 1.9619, Wilson's formula written out once more. */
    @Test
    void the_worked_example_follows_from_one_row_of_the_download() {
        Map<String, String> index = download.get(0);
        Map<String, String> rate = download.get(1);
        List<List<String>> steps = cells("example-table");
        assertThat(index.get("df")).isEqualTo("1200");
        double t = 1.9619;
        double half = (number(index, "high") - number(index, "low")) / 2;
        double size = number(rate, "n") / number(rate, "design_effect");
        double p = number(rate, "value") / 100;
        double root = t * Math.sqrt(p * (1 - p) / size + t * t / (4 * size * size));
        double scale = 1 + t * t / size;
        assertThat(result(steps.get(0))).isEqualTo(number(index, "response_rate"));
        assertThat(result(steps.get(1))).isEqualTo(half);
        assertThat(result(steps.get(2))).isCloseTo(t, within(0.001));
        assertThat(result(steps.get(3))).isCloseTo(half / t, within(0.005));
        assertThat(result(steps.get(4))).isCloseTo(100 * half / t / number(index, "value"), within(0.05));
        assertThat(result(steps.get(5))).isCloseTo(number(index, "effective_n"), within(2.5));
        assertThat(result(steps.get(6))).isCloseTo(size, within(0.5));
        String[] ends = steps.get(7).get(2).replace("%", "").split("–");
        assertThat(Double.parseDouble(ends[0]))
                .isCloseTo(100 * (p + t * t / (2 * size) - root) / scale, within(0.051))
                .isCloseTo(number(rate, "low"), within(1.0));
        assertThat(Double.parseDouble(ends[1]))
                .isCloseTo(100 * (p + t * t / (2 * size) + root) / scale, within(0.051))
                .isCloseTo(number(rate, "high"), within(1.0));
    }

    @Test
    void the_locked_margins_and_the_weights_stand_on_it() {
        assertThat(cells("margins-table"))
                .extracting(cells -> cells.get(3))
                .containsExactly("68%", "32%", "29%", "44%", "27%");
        assertThat(cells("weights-table")).hasSize(3);
        assertThat(page).contains("中位数 5 倍的权数截到 5 倍", "不足 10 份的不公布", "应答率不足 50% 的指数不进入得分");
    }

    @Test
    void every_survey_page_and_the_methodology_lead_to_it() {
        List<String> from = ShippedDemo.FILES.paths().stream()
                .filter(path -> path.matches("2025/survey/(.*/)?index.html"))
                .toList();
        assertThat(from).hasSize(13);
        from.forEach(path -> assertThat(SampleSite.text(ShippedDemo.FILES, path))
                .as(path)
                .contains("survey-method/index.html\">本轮数字怎样算出来"));
        assertThat(SampleSite.text(ShippedDemo.FILES, "methodology/index.html"))
                .contains("2024/survey-method/index.html", "2025/survey-method/index.html");
    }

    /** Nothing of a place whose report is still awaited is counted; without an interval there is no example. */
    @Test
    void counts_only_what_is_published() {
        String sample = SampleSite.text("2025/survey-method/index.html");
        List<Map<String, String>> rows = SurveyRows.download(SampleSite.FILES, "data/2025/survey.csv").stream()
                .filter(row ->
                        row.get("mode").equals("probability") && KINDS.stream().anyMatch(kind -> kind.test(row)))
                .toList();
        assertThat(sample).contains("共 " + rows.size() + " 个").doesNotContain("31.7");
    }

    private Map<String, List<Integer>> counted(String column) {
        Map<String, List<Integer>> counts = new TreeMap<>();
        download.stream()
                .map(row -> row.get(column))
                .filter(key -> !key.isEmpty())
                .distinct()
                .forEach(key -> {
                    List<Integer> line = KINDS.stream()
                            .map(kind -> (int) download.stream()
                                    .filter(row ->
                                            kind.test(row) && row.get(column).equals(key))
                                    .count())
                            .toList();
                    counts.put(key, line);
                });
        return counts;
    }

    private Map<String, List<Integer>> table(String id) {
        Map<String, List<Integer>> lines = new TreeMap<>();
        cells(id)
                .forEach(cells -> lines.put(
                        cells.get(0),
                        cells.subList(1, cells.size()).stream()
                                .map(Integer::valueOf)
                                .toList()));
        return lines;
    }

    private List<List<String>> cells(String id) {
        String table = SurveyRows.between(page, "id=\"" + id + "\"", "</table>");
        return SurveyRows.cells(SurveyRows.between(table, "<tbody>", "</tbody>"));
    }

    private static String label(String audience) {
        return Map.of("public", "社会公众", "parent", "家长", "student", "学生").get(audience);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static double result(List<String> cells) {
        return Double.parseDouble(cells.get(2).replace("%", ""));
    }
}
