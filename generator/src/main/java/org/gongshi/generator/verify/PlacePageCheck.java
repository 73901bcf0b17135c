package org.gongshi.generator.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of one place: its score, and the trace from which the score can be followed. */
final class PlacePageCheck {
    /** Columns of the trace: indicator, weight, raw value, calculation, points, contribution. */
    private static final int WIDTH = 6;

    private static final Pattern GRADE = Pattern.compile("<p class=\"big\"><b [^>]*>[^<]*</b><span>([^<]*)</span></p>");
    /** What the page says in one sentence, and what search engines and previews show of it. */
    private static final Pattern SAID = Pattern.compile(
            "<meta (?:name=\"Description\"|property=\"og:description\") content=\"([^\"]*)\">|<p class=\"answer\">([^<]*)</p>");

    private final String path;
    private final Markup page;
    private final Recount recount;

    PlacePageCheck(String path, Markup page, Recount recount) {
        this.path = path;
        this.page = page;
        this.recount = recount;
    }

    void check(Map<String, String> grade, List<Map<String, String>> scores) {
        String score = grade.getOrDefault("score", "");
        boolean said = page.data().stream()
                .anyMatch(shown -> shown.value().equals(score) && shown.text().equals(grade.get("score_shown")));
        recount.require(path, "score", said, "页面上的加权分数不是 " + score + "（" + grade.get("score_shown") + "）");
        Matcher word = GRADE.matcher(page.html());
        recount.expect(path, "grade", grade.getOrDefault("grade", ""), word.find() ? word.group(1) : "");
        sentences(grade);
        cell("weighted", WIDTH - 1).ifPresent(sum -> recount.expect(path, "weighted", score, sum));
        scores.forEach(this::row);
    }

    private void sentences(Map<String, String> grade) {
        Matcher said = SAID.matcher(page.html());
        int sentences = 0;
        while (said.find()) {
            sentences++;
            String sentence = said.group(1) == null ? said.group(2) : said.group(1);
            sentence(recount, path, sentence, grade);
        }
        recount.require(path, "description", sentences > 0, "页面上没有结论");
    }

    /** A sentence about the place's result names its score and its grade. */
    static void sentence(Recount recount, String path, String sentence, Map<String, String> grade) {
        String score = grade.getOrDefault("score_shown", "");
        recount.require(path, "description", sentence.contains(" " + score + " "), "结论里没有加权分数 " + score);
        String word = "为" + grade.getOrDefault("grade", "") + "。";
        recount.require(path, "description", sentence.contains(word), "结论里的等级不是 " + grade.get("grade"));
    }

    private void row(Map<String, String> score) {
        String code = score.getOrDefault("indicator", "");
        cell(code, 1).ifPresent(weight -> recount.expect(path, code + " weight", score.get("weight"), weight));
        String raw = score.get("raw").isEmpty() ? "—" : score.get("raw") + score.getOrDefault("unit", "");
        cell(code, 2).ifPresent(shown -> recount.expect(path, code + " raw", raw, shown));
        cell(code, 4).ifPresent(points -> recount.expect(path, code + " points", score.get("points"), points));
        cell(code, WIDTH - 1)
                .ifPresent(points -> recount.expect(path, code + " contribution", score.get("contribution"), points));
    }

    private Optional<String> cell(String id, int column) {
        Optional<String> cell =
                page.row(id).filter(cells -> cells.size() == WIDTH).map(cells -> cells.get(column));
        recount.require(path, id, cell.isPresent(), "页面上缺少这一行");
        return cell;
    }
}
