package org.gongshi.generator.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.finding.Findings;

/** Sheets into the tree of a YAML file. */
final class Unflatten {
    private final Findings findings;
    private final Node.Keys root = new Node.Keys();
    private final Map<String, Map<String, Node.Keys>> named = new LinkedHashMap<>();

    private Unflatten(Findings findings) {
        this.findings = findings;
    }

    /** The tree of one file. Rows that belong to nothing are findings. */
    static Node.Keys tree(List<Rows> sheets, Findings findings) {
        Unflatten tree = new Unflatten(findings);
        sheets.forEach(tree::sheet);
        return tree.root;
    }

    private void sheet(Rows sheet) {
        Table table = sheet.table();
        if (table.path().isEmpty()) {
            sheet.rows().stream().limit(1).forEach(row -> fill(root, table, row));
            return;
        }
        if (table.outer().isEmpty() && !table.isOptional()) {
            // A list without rows still stands in the file.
            root.items(table.path());
        }
        for (Map<String, Rows.Value> row : sheet.rows()) {
            Node.Keys item = new Node.Keys();
            fill(item, table, row);
            owner(table, row)
                    .ifPresent(owner -> owner.items(table.list()).nodes().add(item));
            // What a list within a list names its owner by.
            for (String name : List.of("id", "code")) {
                Optional.ofNullable(row.get(name))
                        .ifPresent(id -> named.computeIfAbsent(table.path(), path -> new LinkedHashMap<>())
                                .put(id.text(), item));
            }
        }
    }

    /** What the row's list belongs to. */
    private Optional<Node.Keys> owner(Table table, Map<String, Rows.Value> row) {
        if (table.outer().isEmpty()) {
            return Optional.of(root);
        }
        if (table.parent().isEmpty()) {
            return Optional.of(root.keys(table.outer()));
        }
        Column first = table.columns().get(0);
        Rows.Value name = row.get(first.path());
        Map<String, Node.Keys> items = named.getOrDefault(table.outer(), Map.of());
        if (name == null || !items.containsKey(name.text())) {
            CellAt at = name == null ? row.values().iterator().next().at() : name.at();
            findings.error(
                    at.location(),
                    "没有写明属于哪一项，或那一项不存在",
                    "“" + first.label() + "”应为：" + String.join("、", items.keySet()));
            return Optional.empty();
        }
        return Optional.of(items.get(name.text()));
    }

    private static void fill(Node.Keys keys, Table table, Map<String, Rows.Value> row) {
        for (Column column : table.columns()) {
            boolean names =
                    !table.parent().isEmpty() && column.equals(table.columns().get(0));
            Rows.Value value = row.get(column.path());
            if (value != null && !names) {
                keys.put(column.path(), node(column, value));
            }
        }
    }

    private static Node node(Column column, Rows.Value value) {
        if (column.type() != Column.Type.LINES) {
            return new Node.Leaf(value.text(), column.type(), value.at());
        }
        List<Node> lines = new ArrayList<>();
        value.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.add(new Node.Leaf(line, Column.Type.TEXT, value.at())));
        return new Node.Items(lines);
    }
}
