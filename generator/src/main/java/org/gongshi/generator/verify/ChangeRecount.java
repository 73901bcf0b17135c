package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comparisons of two years: {@code data/compare/Y1-Y2.csv} counted again from the grades of the two years. */
final class ChangeRecount {
    private static final Pattern FILE = Pattern.compile("data/((?:[0-9]{6}/)?)compare/([0-9]{4})-([0-9]{4})\\.csv");

    private final SiteSource source;
    private final List<RoundFiles> rounds;
    private final Recount recount;

    ChangeRecount(SiteSource source, List<RoundFiles> rounds, Recount recount) {
        this.source = source;
        this.rounds = rounds;
        this.recount = recount;
    }

    void check(Set<String> paths) {
        for (String path : paths) {
            Matcher matcher = FILE.matcher(path);
            if (matcher.matches() && Reading.of(source, path) instanceof Reading.Bytes bytes) {
                String before = matcher.group(1) + matcher.group(2) + "/";
                String after = matcher.group(1) + matcher.group(3) + "/";
                String page = matcher.group(1) + "compare/" + matcher.group(2) + "-" + matcher.group(3) + "/index.html";
                recount.guarded(
                        path,
                        "changes",
                        () -> table(path, CsvTable.parse(bytes.bytes()), grades(before), grades(after), page));
                String data = page.replace("index.html", "index.json");
                recount.guarded(data, "changes", () -> listed(data, CsvTable.parse(bytes.bytes())));
            }
        }
    }

    /** The page's data are the rows of the download, all of them and in their order. */
    private void listed(String data, CsvTable changes) {
        List<Map<String, String>> expected =
                changes.rows().stream().map(CsvTable::filled).toList();
        recount.require(
                data,
                "changes",
                PageCheck.listed(source, data, "changes").equals(expected),
                "与比较的数据表不符，应为 " + expected.size() + " 行");
    }

    private CsvTable grades(String folder) {
        return rounds.stream()
                .filter(round -> round.folder().equals(folder))
                .findFirst()
                .flatMap(round -> round.table("grades"))
                .orElseThrow(() -> new IllegalArgumentException("没有可比的年度 " + folder));
    }

    private void table(String path, CsvTable changes, CsvTable before, CsvTable after, String page) {
        changes.with("place", "score_before", "score_after", "change", "grade_before", "grade_after");
        long both = after.rows().stream()
                .filter(row -> row(before, row.get("place")).isPresent())
                .count();
        recount.require(path, "place", changes.rows().size() == both, "两年都有结果的地区应为 " + both + " 个");
        String html = Reading.of(source, page) instanceof Reading.Bytes bytes
                ? new String(bytes.bytes(), java.nio.charset.StandardCharsets.UTF_8)
                : "";
        Markup shown = new Markup(html);
        for (Map<String, String> row : changes.rows()) {
            String place = row.get("place");
            Map<String, String> old = row(before, place).orElseThrow(() -> new IllegalArgumentException("没有 " + place));
            Map<String, String> now = row(after, place).orElseThrow(() -> new IllegalArgumentException("没有 " + place));
            recount.expect(path, place + " score_before", old.get("score"), row.get("score_before"));
            recount.expect(path, place + " score_after", now.get("score"), row.get("score_after"));
            recount.expect(path, place + " grade_before", old.get("grade"), row.get("grade_before"));
            recount.expect(path, place + " grade_after", now.get("grade"), row.get("grade_after"));
            BigDecimal change = new BigDecimal(now.get("score")).subtract(new BigDecimal(old.get("score")));
            recount.expect(path, place + " change", change, row.get("change"));
            shown(page, shown, place, old);
            shown(page, shown, place, now);
        }
    }

    private void shown(String page, Markup html, String place, Map<String, String> grade) {
        boolean said = html.data().stream()
                .anyMatch(one ->
                        one.value().equals(grade.get("score")) && one.text().equals(grade.get("score_shown")));
        recount.require(
                page, place + " score", said, "页面上没有 " + grade.get("score_shown") + "（" + grade.get("score") + "）");
    }

    private static Optional<Map<String, String>> row(CsvTable grades, String place) {
        return grades.rows().stream()
                .filter(row -> row.get("place").equals(place))
                .findFirst();
    }
}
