package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.junit.jupiter.api.Test;

/**
 * The survey of the demonstration as an attacker reads it, form by form: the gate has audited the release by linear programmes
 * ({@code DisclosureAudit}), so that no page, chart or table may say anything that the release does not. Every figure on every survey page is
 * held against the download, and every mark of every chart is read back to the number that it stands for, and so is the JSON beside it: a number withheld
 * or rounded in one place and exact in another is a fault. That the XLSX holds the same cells is the matter of {@code WorkbookPressTest}.
 */
class SurveyFormsTest {
    private static final List<String> AUDIENCES = List.of("public", "parent", "student");
    private static final Map<String, String> STAGES = Map.of("合计", "", "小学", "primary", "初中", "junior", "高中", "senior");
    private static final Pattern MARK = Pattern.compile("<circle class=\"estimate\" cx=\"([0-9.]+)%\"");
    private static final Pattern TICK =
            Pattern.compile("class=\"bound-label\" x=\"([0-9.]+)%\"[^>]*>(\\d+)<", Pattern.DOTALL);
    private static final Pattern WIDTH = Pattern.compile("class=\"share level-\\d\" x=\"(\\d+)%\" width=\"(\\d+)%\"");

    @Test
    void every_survey_page_prints_the_download_and_nothing_finer() {
        List<String> faults = new ArrayList<>();
        int[] compared = {0};
        for (String year : List.of("2024", "2025")) {
            List<Map<String, String>> rows = SurveyRows.download(ShippedDemo.FILES, "data/" + year + "/survey.csv");
            for (String path : pages(year)) {
                String page = SampleSite.text(ShippedDemo.FILES, path);
                List<Map<String, String>> own = of(page, year, rows);
                assertThat(own).as(path).isNotEmpty();
                faults.addAll(faults(page, own, compared));
                json(path.replace(".html", ".json"), own, faults, compared);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(compared[0]).as("figures compared").isGreaterThan(8_000);
    }

    /** Controls: what the test above would say of pages that give more away. */
    @Test
    void a_page_that_says_more_than_the_download_is_found() {
        String page = SampleSite.text(ShippedDemo.FILES, "2025/survey/chengchuan/index.html");
        List<Map<String, String>> rows =
                of(page, "2025", SurveyRows.download(ShippedDemo.FILES, "data/2025/survey.csv"));
        Map<String, String> mean = rows.stream()
                .filter(row -> row.get("measure").equals("mean")
                        && row.get("value").matches("\\d+")
                        && !row.get("low").isEmpty())
                .findFirst()
                .orElseThrow();
        String shown = "<b>" + mean.get("value_shown") + "</b>";
        Map<String, String> bound = rows.stream()
                .filter(row -> row.get("value_shown").startsWith("≤"))
                .findFirst()
                .orElseThrow();
        List<String> planted = List.of(
                page.replace(shown, "<b>" + mean.get("value_shown") + ".4</b>"),
                page.replace(">" + bound.get("value_shown") + "</td>", ">2%</td>"),
                MARK.matcher(page).replaceFirst("<circle class=\"estimate\" cx=\"41.07%\""),
                WIDTH.matcher(page).replaceFirst("class=\"share level-1\" x=\"0%\" width=\"23%\""),
                page.replaceFirst(" <small>自愿参与样本，不作推断，不计算指数</small>", " 61.2"));
        assertThat(faults(page, rows, new int[1])).isEmpty();
        assertThat(planted).allSatisfy(changed -> {
            assertThat(changed).isNotEqualTo(page);
            assertThat(faults(changed, rows, new int[1])).isNotEmpty();
        });
    }

    private static List<String> pages(String year) {
        List<String> pages = ShippedDemo.FILES.paths().stream()
                .filter(path -> path.matches(year + "/survey/[^/]+/index.html"))
                .sorted()
                .toList();
        assertThat(pages).isNotEmpty();
        return pages;
    }

    /** The rows of the place whose page it is. */
    private static List<Map<String, String>> of(String page, String year, List<Map<String, String>> rows) {
        String place = rows.stream()
                .map(row -> row.get("place_name"))
                .distinct()
                .filter(name -> page.contains(name + "：" + year))
                .findFirst()
                .orElseThrow();
        return rows.stream().filter(row -> row.get("place_name").equals(place)).toList();
    }

    /** The rows beside the page are rows of the download, cell by cell; all of them. */
    private static void json(String path, List<Map<String, String>> rows, List<String> faults, int[] compared) {
        Set<Map<String, String>> download = new HashSet<>();
        rows.forEach(row -> {
            Map<String, String> cells = new TreeMap<>(row);
            cells.values().removeIf(String::isEmpty);
            cells.replaceAll((column, cell) -> plain(cell));
            download.add(cells);
        });
        Set<Map<String, String>> beside = new HashSet<>();
        Json.Obj tables = (Json.Obj) ((Json.Obj) JsonText.parse(ShippedDemo.FILES.bytes(path)))
                .field("tables")
                .orElseThrow();
        for (Json row : ((Json.Arr) tables.field("survey").orElseThrow()).items()) {
            Map<String, String> cells = new TreeMap<>();
            ((Json.Obj) row).fields().forEach((name, value) -> cells.put(name, plain(cell(value))));
            beside.add(cells);
        }
        if (!beside.equals(download)) {
            faults.add(path + " has other rows than the download");
        }
        compared[0] += beside.size();
    }

    private static String cell(Json value) {
        return value instanceof Json.Num number ? number.value().toPlainString() : ((Json.Str) value).value();
    }

    private static String plain(String cell) {
        return cell.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    private static List<String> faults(String page, List<Map<String, String>> rows, int[] compared) {
        List<String> faults = new ArrayList<>();
        chart(page, rows, faults, compared);
        for (String audience : AUDIENCES) {
            List<Map<String, String>> own = rows.stream()
                    .filter(row -> row.get("audience").equals(audience))
                    .toList();
            String section = SurveyRows.between(page, "<section aria-labelledby=\"" + audience + "\">", "</section>");
            stages(section, own, faults, compared);
            items(section, own, faults, compared);
        }
        return faults;
    }

    private static void stages(String section, List<Map<String, String>> rows, List<String> faults, int[] compared) {
        String table = SurveyRows.between(section, "-stages\">", "</table>");
        for (List<String> cells : SurveyRows.cells(SurveyRows.between(table, "<tbody>", "</tbody>"))) {
            boolean open = cells.get(0).startsWith("公开链接");
            Map<String, String> wanted = Map.of(
                    "stage",
                    open ? "" : STAGES.getOrDefault(cells.get(0), "?"),
                    "mode",
                    open ? "open-link" : "probability",
                    "item",
                    "");
            expect(cells.get(1), rows, wanted, "index", "", faults, compared);
            expect(cells.get(2), rows, wanted, "satisfied", "%", faults, compared);
            String sheets = SurveyRows.find(rows, wanted, row -> true)
                    .map(row -> row.get("responded").isEmpty() ? "×" : row.get("responded"))
                    .orElse("?");
            if (!cells.get(3).equals(sheets)) {
                faults.add(wanted + " sheets " + cells.get(3) + " instead of " + sheets);
            }
        }
    }

    private static void items(String section, List<Map<String, String>> rows, List<String> faults, int[] compared) {
        String table = SurveyRows.between(section, "<table class=\"items", "</table>");
        String body = SurveyRows.between(table, "<tbody>", "</tbody>");
        if (body.isEmpty() && rows.stream().anyMatch(row -> row.get("measure").equals("mean"))) {
            faults.add("no table of items");
        }
        for (String piece : body.split("(?=<tr>)")) {
            for (List<String> cells : SurveyRows.cells(piece)) {
                String code = cells.get(0).replaceFirst(" .*", "");
                Map<String, String> wanted = Map.of("item", code, "mode", "probability", "stage", "");
                expect(cells.get(1), rows, wanted, "mean", "", faults, compared);
                List<String> shares = new ArrayList<>();
                for (int option = 5; option >= 1; option--) {
                    String value = Integer.toString(option);
                    SurveyRows.find(
                                    rows,
                                    wanted,
                                    row -> row.get("measure").equals("share")
                                            && row.get("option").equals(value))
                            .ifPresent(row -> shares.add(row.get("value_shown")));
                }
                List<String> printed = cells.subList(2, cells.size() - 1);
                boolean withheld = shares.isEmpty()
                        && printed.size() <= 1
                        && printed.stream().allMatch(cell -> cell.matches("× \\D+"));
                if (!withheld && !printed.equals(shares)) {
                    faults.add(code + " shares " + printed + " instead of " + shares);
                }
                String unknown = SurveyRows.find(
                                rows, wanted, row -> row.get("measure").equals("dont-know"))
                        .map(row -> row.get("value_shown"))
                        .orElse("×");
                if (!cells.get(cells.size() - 1).equals(unknown)) {
                    faults.add(code + " 不了解 " + cells.get(cells.size() - 1) + " instead of " + unknown);
                }
                compared[0] += shares.size() + 1;
                bars(piece, shares, code, faults);
            }
        }
    }

    /** The bars of a distribution are the printed percentages; of a bound its bound, and the last one ends at the edge. */
    private static void bars(String piece, List<String> shares, String code, List<String> faults) {
        Matcher bar = WIDTH.matcher(piece);
        int start = 0;
        for (String share : shares) {
            int percent = Integer.parseInt(share.replaceAll("[^0-9]", ""));
            int width = Math.min(percent, 100 - start);
            if (!bar.find() || Integer.parseInt(bar.group(1)) != start || Integer.parseInt(bar.group(2)) != width) {
                faults.add(code + ": a bar is not " + share);
                return;
            }
            start += width;
        }
        if (bar.find()) {
            faults.add(code + ": a bar without a printed share");
        }
    }

    /** A mark stands where the published number belongs, to the hundredth of a percent of the axis. */
    static void chart(String page, List<Map<String, String>> rows, List<String> faults, int[] compared) {
        String svg = SurveyRows.between(page, "<figure class=\"chart\">", "</figure>");
        Matcher tick = TICK.matcher(svg);
        List<double[]> ticks = new ArrayList<>();
        while (tick.find()) {
            ticks.add(new double[] {Double.parseDouble(tick.group(1)), Double.parseDouble(tick.group(2))});
        }
        double[] first = ticks.get(0);
        double[] last = ticks.get(ticks.size() - 1);
        double scale = (last[1] - first[1]) / (last[0] - first[0]);
        List<Double> marks = new ArrayList<>();
        Matcher mark = MARK.matcher(svg);
        while (mark.find()) {
            marks.add(first[1] + (Double.parseDouble(mark.group(1)) - first[0]) * scale);
        }
        List<Double> published = rows.stream()
                .filter(row -> row.get("measure").equals("index")
                        && row.get("stage").isEmpty()
                        && row.get("mode").equals("probability")
                        && row.get("withheld").isEmpty())
                .map(row -> Double.parseDouble(row.get("value")))
                .toList();
        if (marks.size() != published.size()) {
            faults.add("chart: " + marks.size() + " marks for " + published.size() + " published indices");
            return;
        }
        for (int each = 0; each < marks.size(); each++) {
            if (Math.abs(marks.get(each) - published.get(each)) > 0.006 * scale) {
                faults.add("chart: a mark at " + marks.get(each) + " for " + published.get(each));
            }
            compared[0]++;
        }
    }

    private static void expect(
            String cell,
            List<Map<String, String>> rows,
            Map<String, String> wanted,
            String measure,
            String unit,
            List<String> faults,
            int[] compared) {
        String expected = SurveyRows.find(
                        rows, wanted, row -> row.get("measure").equals(measure))
                .map(row -> SurveyRows.printed(row, unit))
                .orElse("?");
        // Behind the sign of a withheld figure stands its reason in words: no digit of any number.
        boolean fits = expected.equals("×") ? cell.matches("× \\D+") : cell.equals(expected);
        if (!fits) {
            faults.add(wanted + " " + measure + ": " + cell + " instead of " + expected);
        }
        compared[0]++;
    }
}
