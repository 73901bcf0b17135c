package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Collects the columns and rows of one table. */
final class TableBuilder {
    private final String name;
    private final String path;
    private final String title;
    private final List<DataTable.Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    TableBuilder(String name, String path, String title) {
        this.name = name;
        this.path = path;
        this.title = title;
    }

    TableBuilder columns(DataTable.Type type, String... names) {
        Arrays.stream(names).forEach(column -> columns.add(new DataTable.Column(column, type)));
        return this;
    }

    /** One row; an empty {@link Optional} is a cell without a value. */
    TableBuilder row(Object... cells) {
        rows.add(Arrays.stream(cells).map(TableBuilder::cell).toList());
        return this;
    }

    DataTable build() {
        return new DataTable(name, path, title, columns, rows);
    }

    private static String cell(Object value) {
        return value instanceof Optional<?> optional
                ? optional.map(String::valueOf).orElse("")
                : String.valueOf(value);
    }
}
