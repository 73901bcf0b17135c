package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Survey figures outside the survey's own pages: the overview of a year, the result of a place, its years, the comparison of two
 * years. Every one is that of the download; every figure with an interval on any page of the site is an index that the download
 * shows, or a change that follows from two of them.
 */
class SurveyElsewhereTest {
    private static final Map<String, String> AUDIENCES = Map.of("社会公众", "public", "家长", "parent", "学生", "student");
    private static final List<String> YEARS = List.of("2024", "2025");
    /** 73.1（71.0–75.2）, with tags between the value and its interval. */
    private static final Pattern WITH_INTERVAL =
            Pattern.compile("([0-9]+\\.[0-9])(?:</b><span class=\"interval\">)?（([0-9.]+)–([0-9.]+)）");

    private static List<Map<String, String>> indices(String year) {
        return SurveyRows.download(ShippedDemo.FILES, "data/" + year + "/survey.csv").stream()
                .filter(row -> row.get("measure").equals("index")
                        && row.get("stage").isEmpty()
                        && row.get("mode").equals("probability"))
                .toList();
    }

    private static Optional<Map<String, String>> index(String year, String place, String audience) {
        return indices(year).stream()
                .filter(row -> row.get("place_name").equals(place)
                        && row.get("audience").equals(AUDIENCES.get(audience)))
                .findFirst();
    }

    private static String section(String path) {
        return SurveyRows.between(
                SampleSite.text(ShippedDemo.FILES, path), "<section aria-labelledby=\"survey\">", "</section>");
    }

    @Test
    void the_overview_and_every_result_print_the_indices_of_the_download() {
        int pages = 0;
        for (String year : YEARS) {
            List<String> names = indices(year).stream()
                    .map(row -> row.get("place_name"))
                    .distinct()
                    .toList();
            for (String path : ShippedDemo.FILES.paths()) {
                if (!path.equals(year + "/index.html") && !path.matches(year + "/[a-z]+/index.html")) {
                    continue;
                }
                String section = section(path);
                if (!section.contains("survey-index-table")) {
                    continue;
                }
                String page = SampleSite.text(ShippedDemo.FILES, path);
                String place = path.equals(year + "/index.html")
                        ? names.get(0)
                        : names.stream()
                                .filter(name -> page.contains("<h1>" + name + "：") || page.contains(name + "满意度指数"))
                                .findFirst()
                                .orElseThrow();
                assertThat(faults(section, year, place)).as(path).isEmpty();
                pages++;
            }
        }
        assertThat(pages).isGreaterThan(20);
    }

    private static List<String> faults(String section, String year, String place) {
        List<String> faults = new ArrayList<>();
        List<Map<String, String>> own = indices(year).stream()
                .filter(row -> row.get("place_name").equals(place))
                .toList();
        SurveyFormsTest.chart(section, own, faults, new int[1]);
        List<List<String>> cells = SurveyRows.cells(SurveyRows.between(section, "<tbody>", "</tbody>"));
        if (cells.size() != own.size()) {
            faults.add(cells.size() + " rows instead of " + own.size());
        }
        for (List<String> row : cells) {
            Map<String, String> told = index(year, place, row.get(0)).orElseThrow();
            String printed = SurveyRows.printed(told, "");
            boolean fits = printed.equals("×")
                    ? row.get(1).matches("× \\D+")
                    : row.get(1).equals(printed);
            String sheets = told.get("responded").isEmpty() ? "×" : told.get("responded");
            if (!fits || !row.get(2).startsWith(sheets)) {
                faults.add(row + " instead of " + printed + ", " + sheets);
            }
        }
        return faults;
    }

    @Test
    void the_years_of_a_place_and_their_change_follow_from_the_downloads() {
        int changes = 0;
        for (String path : ShippedDemo.FILES.paths()) {
            if (!path.matches("regions/[a-z]+/index.html")) {
                continue;
            }
            String page = SampleSite.text(ShippedDemo.FILES, path);
            String place = indices("2025").stream()
                    .map(row -> row.get("place_name"))
                    .filter(name -> page.contains(name + "历年评价结果"))
                    .findFirst()
                    .orElse("");
            for (List<String> row : SurveyRows.cells(SurveyRows.between(section(path), "<tbody>", "</tbody>"))) {
                List<Map<String, String>> told = new ArrayList<>();
                for (int year = 0; year + 1 < row.size() && year < YEARS.size(); year++) {
                    Optional<Map<String, String>> index = index(YEARS.get(year), place, row.get(0));
                    String printed =
                            index.map(one -> SurveyRows.printed(one, "")).orElse("—");
                    assertThat(row.get(year + 1).replaceFirst("^× .*", "×"))
                            .as(path)
                            .isEqualTo(printed);
                    index.filter(one -> one.get("withheld").isEmpty()).ifPresent(told::add);
                }
                if (row.size() > 3 && !row.get(3).equals("—")) {
                    assertThat(told)
                            .as(path + ": a change of two shown indices")
                            .hasSize(2);
                    assertThat(row.get(3)).as(path).isEqualTo(change(told.get(0), told.get(1)));
                    changes++;
                }
            }
        }
        assertThat(changes).isGreaterThan(20);
    }

    /** Later less earlier; the interval by √ of the squared longer halves, rounded outwards. */
    private static String change(Map<String, String> then, Map<String, String> now) {
        double difference = number(now, "value") - number(then, "value");
        double half = Math.hypot(half(then), half(now));
        return signed(Math.round(difference * 10)) + "（"
                + signed((long) Math.floor(10 * (difference - half) + 1e-7)) + " 至 "
                + signed((long) Math.ceil(10 * (difference + half) - 1e-7)) + "）";
    }

    private static double half(Map<String, String> row) {
        return Math.max(number(row, "value") - number(row, "low"), number(row, "high") - number(row, "value"));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static String signed(long tenths) {
        String digits = Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
        return tenths > 0 ? "+" + digits : tenths < 0 ? "−" + digits : digits;
    }

    /** Home, overviews, results, histories, comparisons, problems, whatever: no index stands anywhere that the download does not show. */
    @Test
    void every_figure_with_an_interval_on_any_page_is_one_of_the_downloads() {
        List<String> known = new ArrayList<>();
        for (String year : YEARS) {
            SurveyRows.download(ShippedDemo.FILES, "data/" + year + "/survey.csv")
                    .forEach(row -> known.add(row.get("value_shown") + " " + row.get("low") + " " + row.get("high")));
            ShippedDemo.FILES.paths().stream()
                    .filter(path -> path.equals("data/" + year + "/survey-analysis.csv"))
                    .flatMap(path -> SurveyRows.download(ShippedDemo.FILES, path).stream())
                    .forEach(row -> known.add(row.get("value") + " " + row.get("low") + " " + row.get("high")));
        }
        int found = 0;
        List<String> strangers = new ArrayList<>();
        for (String path : ShippedDemo.FILES.paths()) {
            if (!path.endsWith(".html") || path.startsWith("en/")) {
                continue;
            }
            Matcher figure = WITH_INTERVAL.matcher(SampleSite.text(ShippedDemo.FILES, path));
            while (figure.find()) {
                found++;
                String told = figure.group(1) + " " + figure.group(2) + " " + figure.group(3);
                if (!known.contains(told)) {
                    strangers.add(path + ": " + figure.group());
                }
            }
        }
        assertThat(strangers).isEmpty();
        assertThat(found).isGreaterThan(600);
    }

    /** A control: another tenth in a page, or a mark elsewhere, is found. */
    @Test
    void an_overview_that_says_otherwise_is_found() {
        String section = section("2025/index.html");
        String place = indices("2025").get(0).get("place_name");
        assertThat(faults(section, "2025", place)).isEmpty();
        assertThat(faults(section.replaceFirst("<b>([0-9]+)\\.[0-9]</b>", "<b>$1.0</b>"), "2025", place))
                .isNotEmpty();
        assertThat(faults(section.replaceFirst("cx=\"[0-9.]+%\"", "cx=\"50.5%\""), "2025", place))
                .isNotEmpty();
    }
}
