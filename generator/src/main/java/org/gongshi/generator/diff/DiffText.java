package org.gongshi.generator.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.templates.frame.Markup;

/** A comparison in words and as a page of its own. */
public final class DiffText {
    private DiffText() {}

    /** For a terminal: a line for each difference. */
    public static List<String> lines(SiteDiff diff) {
        List<String> lines = new ArrayList<>();
        if (diff.isEmpty()) {
            return List.of("没有变化");
        }
        lines.add(summary(diff));
        diff.grades().forEach(cell -> lines.add("等级 " + line(cell)));
        diff.numbers().forEach(cell -> lines.add("数字 " + line(cell)));
        diff.added().forEach(page -> lines.add("新页面 " + page));
        diff.removed().forEach(page -> lines.add("删去页面 " + page));
        diff.changed().forEach(page -> lines.add("改动页面 " + page));
        dated(diff).ifPresent(lines::add);
        return lines;
    }

    /** A page that stands alone. */
    public static String html(SiteDiff diff) {
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>版本比较</title>"
                        + "<style>body{font:1rem/1.6 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
                        + "table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:.3rem .5rem;text-align:start}"
                        + "</style></head><body><h1>版本比较</h1>\n<p>")
                .append(Markup.escaped(diff.isEmpty() ? "没有变化" : summary(diff)))
                .append("</p>\n");
        table(html, "等级变化", diff.grades());
        table(html, "数字变化", diff.numbers());
        list(html, "新页面", diff.added());
        list(html, "删去的页面", diff.removed());
        list(html, "改动的页面", diff.changed());
        dated(diff)
                .ifPresent(
                        said -> html.append("<p>").append(Markup.escaped(said)).append("</p>\n"));
        return html.append("</body></html>\n").toString();
    }

    private static Optional<String> dated(SiteDiff diff) {
        return diff.dated().isEmpty()
                ? Optional.empty()
                : Optional.of("另有 " + diff.dated().size() + " 个页面只有截至日期不同");
    }

    private static String summary(SiteDiff diff) {
        return "等级变化 " + diff.grades().size() + " 处，数字变化 " + diff.numbers().size() + " 处，新数据 " + diff.newRows()
                + " 行；新页面 "
                + diff.added().size() + " 个，删去 " + diff.removed().size() + " 个，改动 "
                + diff.changed().size() + " 个";
    }

    private static String line(CellChange cell) {
        return cell.table() + " [" + cell.row() + "] " + cell.column() + "：" + shown(cell.old()) + " → "
                + shown(cell.now());
    }

    private static void table(StringBuilder html, String title, List<CellChange> cells) {
        if (cells.isEmpty()) {
            return;
        }
        html.append("<h2>")
                .append(title)
                .append(
                        "</h2>\n<table><thead><tr><th scope=\"col\">数据表</th><th scope=\"col\">行</th>"
                                + "<th scope=\"col\">列</th><th scope=\"col\">原为</th><th scope=\"col\">现为</th></tr></thead><tbody>\n");
        for (CellChange cell : cells) {
            html.append("<tr>");
            for (String text : List.of(cell.table(), cell.row(), cell.column(), shown(cell.old()), shown(cell.now()))) {
                html.append("<td>").append(Markup.escaped(text)).append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private static void list(StringBuilder html, String title, List<String> pages) {
        if (pages.isEmpty()) {
            return;
        }
        html.append("<h2>").append(title).append("</h2>\n<ul>\n");
        pages.forEach(page -> html.append("<li>").append(Markup.escaped(page)).append("</li>\n"));
        html.append("</ul>\n");
    }

    private static String shown(String value) {
        return value.isEmpty() ? "（无）" : value;
    }
}
