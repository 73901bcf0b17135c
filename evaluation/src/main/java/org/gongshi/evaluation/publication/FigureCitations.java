package org.gongshi.evaluation.publication;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.report.AnnualReport;

/**
 * Finds the citations of figures in a report's Markdown (数据引用): {@code {{得分 A3-02}}}, also in headings and tables, not in code
 * spans and code blocks.
 */
@Article(13)
public final class FigureCitations {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String NAMES = "可引用：加权分数、等级、问题数、得分 A3-02、原始值 A3-02、领域得分 A3、满意度 parent";

    private FigureCitations() {}

    /**
     * One citation.
     *
     * @param name the words between the braces
     * @param closed whether its braces are closed on the same line
     * @param start offset of the first brace in the body
     * @param end offset behind the last brace
     * @param line line of the file, from 1
     * @param column from 1, in characters
     */
    public record Citation(String name, boolean closed, int start, int end, int line, int column) {
        public Citation {
            Require.that(start < end && line >= 1 && column >= 1, "a citation stands somewhere");
        }
    }

    /**
     * All citations in their order.
     *
     * @param firstLine the line of the file on which the body begins
     */
    public static List<Citation> find(String body, int firstLine) {
        BitSet code = MarkdownCode.of(body);
        List<Citation> found = new ArrayList<>();
        int line = firstLine;
        int lineStart = 0;
        while (lineStart <= body.length()) {
            int next = body.indexOf('\n', lineStart);
            int lineEnd = next < 0 ? body.length() : next;
            int at = body.indexOf(OPEN, lineStart);
            while (at >= 0 && at < lineEnd) {
                if (code.get(at)) {
                    at = body.indexOf(OPEN, at + 1);
                    continue;
                }
                Citation citation = citation(body, at, lineEnd, line, body.codePointCount(lineStart, at) + 1);
                found.add(citation);
                at = body.indexOf(OPEN, citation.end());
            }
            lineStart = lineEnd + 1;
            line++;
        }
        return List.copyOf(found);
    }

    /** Reports every citation that is malformed or names no figure. */
    public static void check(AnnualReport report, String file, Figures figures, Findings findings) {
        for (Citation citation : find(report.body(), report.bodyLine())) {
            Location at = new Location(file, citation.line(), citation.column(), "");
            if (!citation.closed()) {
                findings.error(at, "数据引用没有在同一行以 }} 结束", "请写成 {{加权分数}} 的样子");
            } else if (figures.value(citation.name()).isEmpty()) {
                findings.error(at, "没有可引用的数据“" + citation.name().strip() + "”", NAMES);
            }
        }
    }

    /** The body with every citation replaced; code stays as it is. Faulty citations, which the gate refuses, stay too. */
    public static String fill(String body, Figures figures) {
        return replace(body, (name, original) -> figures.value(name).orElse(original));
    }

    private static String replace(String body, BiFunction<String, String, String> replacement) {
        StringBuilder filled = new StringBuilder();
        int done = 0;
        for (Citation citation : find(body, 1)) {
            String original = body.substring(citation.start(), citation.end());
            filled.append(body, done, citation.start())
                    .append(citation.closed() ? replacement.apply(citation.name(), original) : original);
            done = citation.end();
        }
        return filled.append(body, done, body.length()).toString();
    }

    private static Citation citation(String body, int at, int lineEnd, int line, int column) {
        int close = body.indexOf(CLOSE, at + OPEN.length());
        int next = body.indexOf(OPEN, at + OPEN.length());
        boolean open = close < 0 || close >= lineEnd || (next >= 0 && next < close);
        if (open) {
            return new Citation("", false, at, at + OPEN.length(), line, column);
        }
        return new Citation(body.substring(at + OPEN.length(), close), true, at, close + CLOSE.length(), line, column);
    }
}
