package org.gongshi.survey.release;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.SurveyScore;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.PointRule;

/**
 * Takes the released indices over into {@code scores.csv} (满意度得分入表): raw value and points of the rows whose indicator is a
 * survey index. Every other byte of the file, its order, quotes, line ends and byte order mark, stays as it is; rows that are missing
 * are added at the end.
 */
public final class ScoreTakeOver {
    private static final String PLACE = "place";
    private static final String INDICATOR = "indicator";
    private static final String RAW = "raw";
    private static final String POINTS = "points";
    private static final String EVIDENCE = "evidence";

    /** What the row of an index rests on. */
    private static final String SOURCE = "满意度调查公布结果";

    private final Path content;
    private final RoundKey key;
    private final Findings findings = new Findings();

    public ScoreTakeOver(Path content, RoundKey key) {
        this.content = Objects.requireNonNull(content, "content");
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * What came of it.
     *
     * @param rows rows that now hold a released index or what the rule fixed for a withheld one; 0 with errors
     */
    public record Result(int rows, List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    /** Writes the file beside and swaps it in; with any error it stays untouched. */
    public Result run() {
        ContentFolder folder = new ContentFolder(content);
        ContentReader reader = new ContentReader(folder, findings);
        Map<String, SurveyScore> scores = scores(reader);
        Optional<SourceFile> file = folder.open(ContentPaths.scores(key), findings);
        Optional<String> text = file.flatMap(found -> found.text(findings));
        if (findings.hasErrors() || file.isEmpty() || text.isEmpty()) {
            return new Result(0, findings.sorted());
        }
        // With its byte order mark, which the reader takes off.
        String before = new String(file.get().bytes(), StandardCharsets.UTF_8);
        int rows = scores.size();
        String after = replace(before, scores);
        if (findings.hasErrors()) {
            return new Result(0, findings.sorted());
        }
        if (!after.equals(before)) {
            WholeFile.write(content.resolve(ContentPaths.scores(key)), after.getBytes(StandardCharsets.UTF_8));
        }
        return new Result(rows, findings.sorted());
    }

    private Map<String, SurveyScore> scores(ContentReader reader) {
        Map<String, SurveyScore> scores = new TreeMap<>();
        Optional<Round> round = reader.round(key);
        Optional<ReleasedResults> results = reader.results(key);
        var plan = reader.plan(key);
        var system = reader.indicators(key);
        if (round.isEmpty() || results.isEmpty() || system.isEmpty() || findings.hasErrors()) {
            return scores;
        }
        for (Indicator indicator : system.get().indicators()) {
            if (indicator.rule() instanceof PointRule.SurveyIndex rule) {
                for (PlaceCode place : round.get().places()) {
                    Optional<SurveyScore> score = SurveyScore.of(rule, place, results, plan);
                    score.ifPresent(found ->
                            scores.put(row(place.value(), indicator.code().toString()), found));
                    if (score.isEmpty()) {
                        findings.error(
                                Location.of(ContentPaths.results(key)),
                                place + " 的 " + indicator.code() + " 没有可以计分的指数（不予公布或回收率不足），规则又没有 ifWithheld",
                                "在 indicators.yaml 的规则中规定 ifWithheld（须在印发指标体系时规定）");
                    }
                }
            }
        }
        return scores;
    }

    /** Removes from {@code scores} what it has found a row for. */
    private String replace(String text, Map<String, SurveyScore> scores) {
        List<List<CsvCells.Span>> records = CsvCells.of(text);
        List<String> header = records.isEmpty()
                ? List.of()
                : records.get(0).stream().map(cell -> cell.value(text)).toList();
        if (!header.containsAll(List.of(PLACE, INDICATOR, RAW, POINTS))) {
            findings.error(Location.of(ContentPaths.scores(key)), "表头不完整", "表头应为 place,indicator,raw,points,evidence");
            return text;
        }
        TreeMap<Integer, Change> changes = new TreeMap<>();
        for (List<CsvCells.Span> record : records.subList(1, records.size())) {
            if (record.size() == header.size()) {
                String row = row(
                        record.get(header.indexOf(PLACE)).value(text),
                        record.get(header.indexOf(INDICATOR)).value(text));
                Optional.ofNullable(scores.remove(row)).ifPresent(score -> {
                    change(
                            changes,
                            record.get(header.indexOf(RAW)),
                            score.raw().map(BigDecimal::toPlainString).orElse(""));
                    change(
                            changes,
                            record.get(header.indexOf(POINTS)),
                            score.points().exact());
                });
            }
        }
        String lines = apply(text, changes);
        // An office that has not begun its scores yet has no rows: the survey's come first then.
        return scores.isEmpty() ? lines : appended(lines, header, scores);
    }

    private static String appended(String text, List<String> header, Map<String, SurveyScore> missing) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        var all = new StringBuilder(text).append(text.endsWith("\n") ? "" : end);
        missing.forEach((row, score) -> {
            int comma = row.indexOf(',');
            Map<String, String> cells = Map.of(
                    PLACE, row.substring(0, comma),
                    INDICATOR, row.substring(comma + 1),
                    RAW, score.raw().map(BigDecimal::toPlainString).orElse(""),
                    POINTS, score.points().exact(),
                    EVIDENCE, SOURCE);
            all.append(header.stream()
                            .map(column -> cells.getOrDefault(column, ""))
                            .collect(Collectors.joining(",")))
                    .append(end);
        });
        return all.toString();
    }

    private record Change(CsvCells.Span cell, String value) {}

    private static void change(Map<Integer, Change> changes, CsvCells.Span cell, String value) {
        changes.put(cell.from(), new Change(cell, value));
    }

    private static String apply(String text, TreeMap<Integer, Change> changes) {
        StringBuilder changed = new StringBuilder(text.length());
        int at = 0;
        for (Change change : changes.values()) {
            changed.append(text, at, change.cell().from()).append(change.value());
            at = change.cell().to();
        }
        return changed.append(text, at, text.length()).toString();
    }

    private static String row(String place, String indicator) {
        return place + "," + indicator;
    }
}
