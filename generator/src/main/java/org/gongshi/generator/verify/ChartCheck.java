package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drawings against the tables that stand beside them (图表): every figure that a drawing says or prints stands in its table, and a mark on
 * an axis with numbers stands where the axis has one of them.
 */
final class ChartCheck {
    private static final Pattern CHART =
            Pattern.compile("<figure class=\"chart[^\"]*\">(.*?)</figure>", Pattern.DOTALL);
    private static final Pattern SAID = Pattern.compile(
            "<desc[^>]*>([^<]*)</desc>|<text class=\"(?:value|segment-label)[^\"]*\"[^>]*>([^<]*)</text>");
    private static final Pattern TABLE = Pattern.compile("<figcaption>.*?<a href=\"#([^\"]*)\">", Pattern.DOTALL);
    private static final Pattern BOUND =
            Pattern.compile("<text class=\"bound-label\" x=\"([0-9.]+)%\"[^>]*>(-?[0-9.]+)</text>");
    private static final Pattern MARK = Pattern.compile(
            "<(?:circle class=\"(?:dot|estimate|planned|actual)[^\"]*\" cx|line class=\"interval\" x1)=\"([0-9.]+)%\"(?: x2=\"([0-9.]+)%\")?");
    /** A share of the drawing's width has two decimals, a figure one at least. */
    private static final double NEAR = 0.11;
    /** Drawn from the shares of claimed points, whose table holds the points themselves. */
    private static final String CLAIMS = "claims-areas";

    private final Recount recount;

    ChartCheck(Recount recount) {
        this.recount = recount;
    }

    void check(String path, String html, List<ShownTable> tables) {
        Matcher chart = CHART.matcher(html);
        while (chart.find()) {
            String drawing = chart.group(1);
            Matcher caption = TABLE.matcher(drawing);
            String id = caption.find() ? caption.group(1) : "";
            if (id.isEmpty()) {
                // A drawing that holds its table within itself.
                ShownTable.of(drawing).forEach(table -> chart(path, drawing, table));
            }
            tables.stream()
                    .filter(table -> table.id().equals(id) && !id.isEmpty() && !id.equals(CLAIMS))
                    .findFirst()
                    .ifPresent(table -> chart(path, drawing, table));
        }
    }

    private void chart(String path, String drawing, ShownTable table) {
        Set<String> figures = new HashSet<>(Figures.of(String.join(" ", table.columns())));
        for (ShownTable.Row row : table.rows()) {
            figures.addAll(Figures.of(row.head()));
            figures.addAll(row.figures());
            row.printed().forEach(cell -> figures.addAll(Figures.of(cell)));
        }
        List<String> said = new ArrayList<>();
        Matcher matcher = SAID.matcher(drawing);
        while (matcher.find()) {
            said.addAll(Figures.of(Markup.text(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))));
        }
        said.removeIf(figures::contains);
        recount.require(path, table.id(), said.isEmpty(), "图里的数字 " + said + " 不在它的数据表里");
        marks(path, drawing, table, figures);
    }

    private void marks(String path, String drawing, ShownTable table, Set<String> figures) {
        Map<Double, Double> axis = new java.util.TreeMap<>();
        Matcher bound = BOUND.matcher(drawing);
        while (bound.find()) {
            axis.put(Double.valueOf(bound.group(1)), Double.valueOf(bound.group(2)));
        }
        if (axis.size() < 2) {
            return;
        }
        double[] at = axis.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double first = axis.get(at[0]);
        double step = (axis.get(at[at.length - 1]) - first) / (at[at.length - 1] - at[0]);
        if (step == 0) {
            return;
        }
        List<Double> values = new ArrayList<>();
        figures.stream()
                .filter(figure -> figure.matches("-?[0-9]+(\\.[0-9]+)?"))
                .forEach(figure -> values.add(new BigDecimal(figure).doubleValue()));
        List<String> astray = new ArrayList<>();
        Matcher mark = MARK.matcher(drawing);
        while (mark.find()) {
            for (int group = 1; group <= 2; group++) {
                if (mark.group(group) != null) {
                    double value = first + (Double.parseDouble(mark.group(group)) - at[0]) * step;
                    double off = NEAR + Math.abs(step) * 0.01;
                    if (values.stream().noneMatch(one -> Math.abs(one - value) < off)) {
                        astray.add(mark.group(group) + "%");
                    }
                }
            }
        }
        recount.require(path, table.id(), astray.isEmpty(), "图上的标记 " + astray + " 不在数据表的数字处");
    }
}
