package org.gongshi.generator.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.finding.Severity;

/**
 * Findings about a workbook in the words that its clerk sees (工作簿里的说法): the rules speak of {@code open} and {@code completed}, the
 * sheet has 未开始 in its list and 完成日期 in its heading. What somebody typed, between quotation marks, stays as it was typed.
 */
final class CellWords {
    private static final Pattern TYPED = Pattern.compile("“[^”]*”");
    private static final String FROM_THE_LIST = "请从单元格的下拉列表中选择";
    /** Hints that speak of the plain file, and what a clerk does in the sheet instead. */
    private static final Map<String, String> HINTS = Map.of(
            "请去掉引号", "请按此填写，不写别的文字",
            "代码是六位数字，例如 \"150100\"", "请从单元格的下拉列表中选择：代码在前，名称可有可无",
            "请填写内容，或删去这个键（如果它是可选的）", "请填写");

    private final Map<String, String> labels;
    private final Pattern words;

    private CellWords(Map<String, String> labels) {
        this.labels = labels;
        // A word of the content stands alone: “done” in “not-done” or “recheck” in “recheck.date” is none.
        this.words = Pattern.compile(labels.keySet().stream()
                .sorted((left, right) -> right.length() - left.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", " ?(?<![A-Za-z0-9._-])(?:", ")(?![A-Za-z0-9._-]) ?")));
    }

    static CellWords of(Kind kind) {
        return of(kind.tables());
    }

    static CellWords of(List<Table> tables) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                labels.putIfAbsent(column.path(), "“" + column.label() + "”");
                column.choices().forEach((word, label) -> labels.put(word, "“" + label + "”"));
                // Of columns below one key, such as recheck.date, the key is told by its first heading.
                int dot = column.path().indexOf('.');
                if (dot > 0) {
                    labels.putIfAbsent(column.path().substring(0, dot), "“" + column.label() + "”");
                }
            }
        }
        return new CellWords(labels);
    }

    /** The same finding at the cell. */
    Finding at(Location cell, Finding finding) {
        String message = said(finding.message()).replace("，此处是空格", "，此处没有填写");
        String hint =
                isChoice(finding.message()) ? FROM_THE_LIST : HINTS.getOrDefault(finding.hint(), said(finding.hint()));
        return finding.severity() == Severity.ERROR
                ? Finding.error(cell, message, hint)
                : Finding.warning(cell, message, hint);
    }

    private static boolean isChoice(String message) {
        return message.contains("应为 true 或 false") || message.contains(" 之一，此处是");
    }

    private String said(String text) {
        var said = new StringBuilder();
        Matcher typed = TYPED.matcher(text);
        int from = 0;
        while (typed.find()) {
            said.append(translated(text.substring(from, typed.start()))).append(typed.group());
            from = typed.end();
        }
        return said.append(translated(text.substring(from))).toString();
    }

    private String translated(String text) {
        return words.matcher(text)
                .replaceAll((MatchResult found) -> Matcher.quoteReplacement(
                        Objects.requireNonNull(labels.get(found.group().strip()))));
    }
}
