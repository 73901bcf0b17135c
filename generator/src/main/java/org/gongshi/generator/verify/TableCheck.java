package org.gongshi.generator.verify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells of the pages' tables against the downloads (页面表格). What a row speaks of is seen from its head, the page's title and its section:
 * a place, an indicator, a question, an audience. The row's figures must stand, in their order, in what the downloads say of just that.
 */
final class TableCheck {
    private static final Pattern TITLE = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);
    /** The approved text is the office's own; digests and old figures are not those of the round. */
    private static final Pattern OTHER =
            Pattern.compile("(?:.*/)?(?:report|versions|counties|survey-method|objections)/index\\.html");
    /** Told in docs/commands.md as not held against anything: how a visit went, how many indicators are of which kind. */
    private static final Set<String> FREE = Set.of("teams-table", "kinds-table");

    private static final int RUNS = 5;

    private final SiteSource source;
    private final Recount recount;
    private final Map<RoundFiles, Evidence> evidence =
            new TreeMap<>(java.util.Comparator.comparing(RoundFiles::folder));

    TableCheck(SiteSource source, List<RoundFiles> rounds, Recount recount) {
        this.source = source;
        this.recount = recount;
        for (RoundFiles round : rounds) {
            recount.guarded(round.path("scores"), "tables", () -> evidence.put(round, new Evidence(round)));
        }
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        evidence.forEach((round, said) -> {
            var board = new BoardCheck(round, recount);
            for (String path : paths) {
                if (path.startsWith(round.folder())
                        && path.endsWith("index.html")
                        && !OTHER.matcher(path).matches()
                        && Reading.of(source, path) instanceof Reading.Bytes bytes) {
                    String html = Markup.of(bytes.bytes()).html();
                    List<ShownTable> tables = ShownTable.of(html);
                    recount.guarded(path, "tables", () -> tables(path, title(html), tables, said));
                    recount.guarded(path, "problems", () -> board.check(path, tables));
                    recount.guarded(path, "charts", () -> new ChartCheck(recount).check(path, html, tables));
                }
            }
        });
    }

    private void tables(String path, String title, List<ShownTable> tables, Evidence said) {
        for (ShownTable table : tables) {
            if (!FREE.contains(table.id()) && !BoardCheck.COUNTED.contains(table.id())) {
                table.rows().forEach(row -> row(path, table, row, said.subject(title, table, row), said));
            }
        }
    }

    private void row(String path, ShownTable table, ShownTable.Row row, Map<String, String> subject, Evidence said) {
        List<String> figures = row.figures();
        if (figures.isEmpty()) {
            return;
        }
        recount.require(
                path,
                table.id() + " " + row.head(),
                said.says(subject, figures, table.id().equals("heat") ? 1 : RUNS),
                "表格里的数字 " + figures + " 与数据表不符");
    }

    private static String title(String html) {
        Matcher title = TITLE.matcher(html);
        return title.find() ? Markup.text(title.group(1)) : "";
    }
}
