package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.evaluation.satisfaction.Deviation;

/**
 * Recorded deviations from the locked plan (偏离方案): the table fits the survey's, and the pages of the method, of the whole survey and of
 * each place say what stands in it, each deviation once and no other. In another language the words differ; their number, people and day
 * do not.
 */
final class DeviationRecount {
    static final String TABLE = "deviations";
    static final String AWAITED = "awaited";
    private static final String TITLE = "偏离方案";
    private static final Pattern PAGE =
            Pattern.compile("((?:[0-9]{6}/)?[0-9]{4}/)(?:survey-method/|survey/(?:[^/]+/)?)index\\.html");
    private static final Pattern SECTION = Pattern.compile(
            "<section aria-labelledby=\"deviations\"><h2[^>]*>([^<]*)</h2>(.*?)</section>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(<th scope=\"row\"[^>]*>.*?)</tr>", Pattern.DOTALL);
    private static final String[] COLUMNS = {
        "place",
        "place_name",
        "audience",
        "stage",
        "deviation",
        "merged_with",
        "people",
        "deviation_reason",
        "decided",
        "decided_by",
        "results_seen"
    };

    private final SiteSource source;
    private final List<RoundFiles> rounds;
    private final Recount recount;

    DeviationRecount(SiteSource source, List<RoundFiles> rounds, Recount recount) {
        this.source = source;
        this.rounds = rounds;
        this.recount = recount;
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        rounds.forEach(round -> recount.guarded(round.path(TABLE), TABLE, () -> table(round)));
        for (String path : paths) {
            String original = ShownFigures.original(path, paths);
            Matcher page = PAGE.matcher(original);
            if (page.matches() && Reading.of(source, path) instanceof Reading.Bytes bytes) {
                rounds.stream()
                        .filter(round -> round.folder().equals(page.group(1)))
                        .forEach(round -> recount.guarded(
                                path,
                                TABLE,
                                () -> page(round, path, original, new String(bytes.bytes(), StandardCharsets.UTF_8))));
            }
        }
    }

    private static List<Map<String, String>> rows(RoundFiles round) {
        return round.table(TABLE).map(table -> table.with(COLUMNS).rows()).orElse(List.of());
    }

    private static boolean isTold(Map<String, String> row) {
        return !row.get("deviation").equals(AWAITED);
    }

    /** What can be said of the table by the table of the survey: the stratum is one of the plan, and nobody speaks for the uncovered. */
    private void table(RoundFiles round) {
        for (Map<String, String> row : rows(round)) {
            if (isTold(row)) {
                DeviationWords words = DeviationWords.of(row);
                List<Map<String, String>> rows = round.table("survey").stream()
                        .flatMap(survey -> survey.rows().stream())
                        .filter(one -> one.get("mode").equals("probability"))
                        .filter(one -> Stream.of("place", "audience")
                                .allMatch(key -> one.get(key).equals(row.get(key))))
                        .toList();
                stratum(round, row, words, rows);
            } else {
                boolean silent =
                        row.values().stream().filter(cell -> !cell.isEmpty()).count() == 1;
                recount.require(round.path(TABLE), AWAITED, silent, "结果尚未公布的地区不应写出内容");
            }
        }
    }

    private void stratum(
            RoundFiles round, Map<String, String> row, DeviationWords words, List<Map<String, String>> survey) {
        String where = words.stratum();
        recount.require(round.path(TABLE), where, !survey.isEmpty(), "调查表里没有这个地区和对象");
        BigDecimal people = SystemReader.decimal(row, "people");
        for (Map<String, String> one : survey) {
            String population = one.getOrDefault("population", "");
            boolean own = one.get("stage").equals(row.get("stage"));
            if (!population.isEmpty() && (own || one.get("stage").isEmpty())) {
                int more = people.compareTo(SystemReader.decimal(one, "population"));
                recount.require(round.path(TABLE), where, own ? more == 0 : more <= 0, "人数与调查表的总体人数不符：" + people);
            }
            if (own && words.kind() == Deviation.Kind.NOT_COVERED) {
                recount.require(round.path(TABLE), where, one.get("value").isEmpty(), "没有人作答的层却公布了数字");
            }
        }
    }

    private void page(RoundFiles round, String path, String original, String html) {
        boolean chinese = path.equals(original);
        List<Map<String, String>> told =
                rows(round).stream().filter(DeviationRecount::isTold).toList();
        int awaited = rows(round).size() - told.size();
        if (original.endsWith("/survey-method/index.html")) {
            method(path, html, chinese, told, awaited);
            listed(round, path, original);
        } else {
            String title = chinese ? TITLE : title(path, original, round);
            List<String> facts = title.isEmpty() ? List.of() : facts(html, title);
            boolean whole = original.equals(round.folder() + "survey/index.html");
            String place = whole ? "" : place(original);
            List<Map<String, String>> own = told.stream()
                    .filter(row -> whole || row.get("place").equals(place))
                    .toList();
            List<DeviationWords> words = own.stream().map(DeviationWords::of).toList();
            if (chinese) {
                Stream<String> sentences = words.stream()
                        .map(word -> whole ? word.stratum() + "：" + word.told() : word.ofStage() + word.told());
                Stream<String> more = Stream.of(DeviationWords.awaited(awaited)).filter(one -> whole && awaited > 0);
                same(path, Stream.concat(sentences, more).toList(), facts);
            } else {
                count(path, own.size() + (whole && awaited > 0 ? 1 : 0), facts.size());
                words.forEach(word ->
                        recount.require(path, word.stratum(), facts.stream().anyMatch(word::isIn), "页面上没有这一处偏离方案"));
            }
        }
    }

    private void method(String path, String html, boolean chinese, List<Map<String, String>> told, int awaited) {
        Matcher section = SECTION.matcher(html);
        String text = section.find() ? section.group(2) : "";
        recount.require(
                path, TABLE, text.isEmpty() == (told.isEmpty() && awaited == 0), "页面与 " + TABLE + ".csv 不符：偏离方案一节");
        List<List<String>> shown = new ArrayList<>();
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            shown.add(Arrays.stream(row.group(1).split("</t[hd]>"))
                    .map(Markup::text)
                    .toList());
        }
        List<DeviationWords> words = told.stream().map(DeviationWords::of).toList();
        if (chinese) {
            List<List<String>> expected =
                    words.stream().map(DeviationWords::cells).toList();
            same(path, texts(expected), texts(shown));
            String sentence = awaited > 0 ? DeviationWords.awaited(awaited) : DeviationWords.AWAITED;
            recount.require(path, AWAITED, text.contains(sentence) == awaited > 0, "应为：" + sentence);
        } else {
            count(path, words.size(), shown.size());
            words.forEach(word -> recount.require(
                    path,
                    word.stratum(),
                    shown.stream().anyMatch(cells -> word.isIn(String.join(" ", cells))),
                    "页面上没有这一处偏离方案"));
        }
    }

    /** The data beside the method's page are all rows of the download. */
    private void listed(RoundFiles round, String path, String original) {
        String data = original.replace("index.html", "index.json");
        if (path.equals(original)) {
            recount.require(
                    data,
                    TABLE,
                    PageCheck.listed(source, data, TABLE)
                            .equals(rows(round).stream().map(CsvTable::filled).toList()),
                    "与 " + TABLE + ".csv 不符");
        }
    }

    /** How the language calls a deviation: the heading of its own method page; empty where that has none. */
    private String title(String path, String original, RoundFiles round) {
        String language = path.substring(0, path.length() - original.length());
        return Reading.of(source, language + round.folder() + "survey-method/index.html") instanceof Reading.Bytes bytes
                ? Optional.of(SECTION.matcher(new String(bytes.bytes(), StandardCharsets.UTF_8)))
                        .filter(Matcher::find)
                        .map(found -> Markup.text(found.group(1)))
                        .orElse("")
                : "";
    }

    private static List<String> facts(String html, String title) {
        Pattern fact = Pattern.compile("<dt>([^<]*)</dt><dd>(.*?)</dd>", Pattern.DOTALL);
        return fact.matcher(html)
                .results()
                .filter(one -> Markup.text(one.group(1)).equals(title))
                .map(one -> Markup.text(one.group(2)))
                .toList();
    }

    private String place(String original) {
        return PageCheck.listed(source, original.replace("index.html", "index.json"), "survey").stream()
                .map(row -> row.getOrDefault("place", ""))
                .findFirst()
                .orElse("");
    }

    private void same(String path, List<String> expected, List<String> shown) {
        List<String> sorted = expected.stream().sorted().toList();
        recount.expect(
                path,
                TITLE,
                String.join("；", sorted),
                String.join("；", shown.stream().sorted().toList()));
    }

    private void count(String path, int expected, int shown) {
        recount.expect(path, TITLE, BigDecimal.valueOf(expected), Integer.toString(shown));
    }

    private static List<String> texts(List<List<String>> rows) {
        return rows.stream().map(cells -> String.join("，", cells)).toList();
    }
}
