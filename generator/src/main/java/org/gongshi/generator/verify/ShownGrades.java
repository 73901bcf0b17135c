package org.gongshi.generator.verify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Grades and scores wherever a page shows them beside a way to the place: the tiles of home, rounds and leagues, the table of results. */
final class ShownGrades {
    private static final Pattern TILE = Pattern.compile(
            "<a class=\"tile [a-z]+\" href=\"([^\"]+)\">.*?<span class=\"word\">([^<]*)</span><span class=\"score\">([^<]*)</span>",
            Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("<table[^>]* id=\"scores\">.*?</table>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr><th [^>]*><a href=\"([^\"]+)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern EXACT = Pattern.compile("<data value=\"([^\"]*)\"[^>]*>([^<]*)</data>");
    private static final Pattern BADGE =
            Pattern.compile("<span class=\"grade [a-z]+\"><b[^>]*>[^<]*</b>([^<]*)</span>");
    private static final Pattern OVERVIEW =
            Pattern.compile("(?:[0-9]{6}/)?(?:[0-9]{4}/)?index\\.html|.*/counties/index\\.html");

    private final SiteSource source;
    private final Recount recount;
    /** Rows of grades by the place's page. */
    private final Map<String, Map<String, String>> byPage = new TreeMap<>();

    ShownGrades(SiteSource source, Recount recount) {
        this.source = source;
        this.recount = recount;
    }

    /** A place's page and its row of grades. */
    void known(String page, Map<String, String> grade) {
        byPage.put(page, grade);
    }

    /** All pages that show grades of several places; the places' own pages show those of their counties. */
    void check(Set<String> paths, List<RoundFiles> rounds) {
        for (String path : paths) {
            String original = ShownFigures.original(path, paths);
            if (!original.equals(path)) {
                translated(path, original, paths);
            } else if ((OVERVIEW.matcher(path).matches() || byPage.containsKey(path))
                    && Reading.of(source, path) instanceof Reading.Bytes bytes) {
                page(path, new String(bytes.bytes(), StandardCharsets.UTF_8), rounds);
            }
        }
    }

    /** In another language the words differ, the scores do not. */
    private void translated(String path, String original, Set<String> paths) {
        if (OVERVIEW.matcher(original).matches() && Reading.of(source, path) instanceof Reading.Bytes bytes) {
            Matcher tile = TILE.matcher(new String(bytes.bytes(), StandardCharsets.UTF_8));
            while (tile.find()) {
                String score = tile.group(3);
                String target = ShownFigures.original(target(path, tile.group(1)), paths);
                grade(path, target, byPage.get(target))
                        .ifPresent(row ->
                                recount.expect(path, row.get("place") + " score", row.get("score_shown"), score));
            }
        }
    }

    private void page(String path, String html, List<RoundFiles> rounds) {
        Matcher tile = TILE.matcher(html);
        int tiles = 0;
        while (tile.find()) {
            tiles++;
            String grade = tile.group(2);
            String score = tile.group(3);
            grade(path, tile.group(1)).ifPresent(row -> {
                recount.expect(path, row.get("place") + " grade", row.get("grade"), grade);
                recount.expect(path, row.get("place") + " score", row.get("score_shown"), score);
            });
        }
        Matcher table = TABLE.matcher(html);
        Optional<RoundFiles> round = rounds.stream()
                .filter(one -> path.equals(one.folder() + "index.html"))
                .findFirst();
        if (round.isPresent() && round.get().table("grades").isPresent()) {
            int places = round.get().table("grades").get().rows().size();
            recount.require(path, "tiles", tiles == places, "有等级的地区应为 " + places + " 个，页面上有 " + tiles + " 个");
            boolean listed = table.find();
            int rows = listed ? rows(path, table.group()) : 0;
            recount.require(path, "scores", rows == places, "结果表应有 " + places + " 行，实有 " + rows + " 行");
        }
    }

    private int rows(String path, String table) {
        int rows = 0;
        Matcher row = ROW.matcher(table);
        while (row.find()) {
            rows++;
            String cells = row.group(2);
            grade(path, row.group(1)).ifPresent(grade -> row(path, cells, grade));
        }
        return rows;
    }

    private void row(String path, String cells, Map<String, String> grade) {
        String place = grade.get("place");
        Matcher exact = EXACT.matcher(cells);
        boolean found = exact.find();
        recount.expect(path, place + " score", grade.get("score"), found ? exact.group(1) : "");
        recount.expect(path, place + " score_shown", grade.get("score_shown"), found ? exact.group(2) : "");
        Matcher badge = BADGE.matcher(cells);
        recount.expect(path, place + " grade", grade.get("grade"), badge.find() ? badge.group(1) : "");
        List<String> texts = new ArrayList<>();
        Matcher cell = Pattern.compile("<td[^>]*>([^<]*)</td>").matcher(cells);
        while (cell.find()) {
            texts.add(cell.group(1));
        }
        recount.require(path, place + " band", texts.contains(grade.get("band")), "分数段应为 " + grade.get("band"));
    }

    private Optional<Map<String, String>> grade(String path, String link) {
        String target = target(path, link);
        return grade(path, target, byPage.get(target));
    }

    private Optional<Map<String, String>> grade(String path, String target, Map<String, String> row) {
        recount.require(path, target, row != null, "页面上的等级没有对应的地区页数据");
        return Optional.ofNullable(row);
    }

    private static String target(String path, String link) {
        return URI.create("site:///" + path).resolve(link).getPath().substring(1);
    }
}
