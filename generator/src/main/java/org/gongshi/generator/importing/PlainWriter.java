package org.gongshi.generator.importing;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;

/** Writes a tree as YAML or rows as CSV, a value a line, and keeps which cell stands behind each line. */
final class PlainWriter {
    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Map<String, CellAt>> cells = new TreeMap<>();
    private int line = 1;

    private PlainWriter() {}

    /** A YAML file with a heading and the line that names its schema. */
    static PlainFile yaml(String name, String title, String schema, Node.Keys root) {
        PlainWriter out = new PlainWriter();
        String up = "../".repeat((int) name.chars().filter(each -> each == '/').count() + 2);
        out.line("# " + title);
        out.line("# yaml-language-server: $schema=" + up
                + "evaluation/src/main/resources/org/gongshi/evaluation/content/schema/" + schema + ".schema.json");
        out.keys(root, "", "");
        return new PlainFile(name, out.text.toString(), out.cells);
    }

    /** A CSV file whose row numbers are those of the sheet without its blank rows. */
    static PlainFile csv(String name, Rows rows) {
        PlainWriter out = new PlainWriter();
        // A column that nobody needs and nobody filled is left out: the file stays what it was before there was one.
        List<Column> columns = rows.table().columns().stream()
                .filter(column ->
                        !column.optional() || rows.rows().stream().anyMatch(row -> row.containsKey(column.path())))
                .toList();
        out.line(String.join(",", columns.stream().map(Column::path).toList()));
        for (Map<String, Rows.Value> row : rows.rows()) {
            Map<String, CellAt> cells = new TreeMap<>();
            row.values().stream()
                    .findFirst()
                    .ifPresent(any -> rows.columns()
                            .forEach((column, index) -> cells.put(
                                    column,
                                    new CellAt(
                                            any.at().file(),
                                            any.at().sheet(),
                                            any.at().row(),
                                            index))));
            row.forEach((column, value) -> cells.put(column, value.at()));
            out.cells.put(out.line, cells);
            out.line(String.join(
                    ",",
                    columns.stream()
                            .map(column -> field(row.get(column.path())))
                            .toList()));
        }
        return new PlainFile(name, out.text.toString(), out.cells);
    }

    private static String field(Rows.Value value) {
        if (value == null) {
            return "";
        }
        // One line a row: a line break within a cell would shift the rows below it.
        String one = value.text().replaceAll("\\s*\\R\\s*", " ");
        return one.matches("[^\",]*") ? one : '"' + one.replace("\"", "\"\"") + '"';
    }

    /** @param first what stands before the first key: the dash of a list */
    private void keys(Node.Keys keys, String indent, String first) {
        Iterator<Map.Entry<String, Node>> entries = keys.nodes().entrySet().iterator();
        String before = first;
        while (entries.hasNext()) {
            Map.Entry<String, Node> entry = entries.next();
            value(entry.getValue(), before.isEmpty() ? indent : before, entry.getKey() + ":", indent);
            before = "";
        }
    }

    private void value(Node node, String before, String key, String indent) {
        if (node instanceof Node.Leaf leaf) {
            leaf(before + key + " ", leaf);
        } else if (node instanceof Node.Items items && items.nodes().isEmpty()) {
            line(before + key + " []");
        } else if (node instanceof Node.Items items) {
            line(before + key);
            items.nodes().forEach(item -> item(item, indent + "  "));
        } else {
            line(before + key);
            keys((Node.Keys) node, indent + "  ", "");
        }
    }

    private void item(Node item, String indent) {
        if (item instanceof Node.Leaf leaf) {
            leaf(indent + "- ", leaf);
        } else {
            keys((Node.Keys) item, indent + "  ", indent + "- ");
        }
    }

    private void leaf(String before, Node.Leaf leaf) {
        cells.put(line, Map.of("", leaf.at()));
        line(before + scalar(leaf));
    }

    private static String scalar(Node.Leaf leaf) {
        boolean plain = switch (leaf.type()) {
            case NUMBER -> leaf.text().matches("-?[0-9]+(\\.[0-9]+)?");
            case DATE -> leaf.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
            case BOOL -> leaf.text().matches("true|false");
            case WORD -> leaf.text().matches("[a-z][a-z-]*");
            case TEXT, LINES, CODE -> false;
        };
        // A JSON text is a YAML text in double quotes.
        return plain ? leaf.text() : JsonText.compact(Json.of(leaf.text()));
    }

    private void line(String content) {
        text.append(content).append('\n');
        line++;
    }
}
