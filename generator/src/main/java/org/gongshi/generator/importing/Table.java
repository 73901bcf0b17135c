package org.gongshi.generator.importing;

import java.util.List;

/**
 * A sheet with a heading in its first row.
 *
 * @param name of the sheet
 * @param path where its rows stand in the file: the key of a list; {@code areas.indicators} for a list within the items of another;
 *     empty for the one row of the file's own keys, and for a CSV file
 * @param parent for a list within another: the column that names the item it belongs to, and the key it names
 */
record Table(String name, String path, List<Column> columns, String parent) {
    Table {
        columns = List.copyOf(columns);
    }

    Table(String name, String path, List<Column> columns) {
        this(name, path, columns, "");
    }

    /** Whether the file does without the list when it has no rows. */
    boolean isOptional() {
        return path.equals("profile");
    }

    /** The list in which the items of the outer list stand, or empty. */
    String outer() {
        return path.contains(".") ? path.substring(0, path.indexOf('.')) : "";
    }

    /** The key of the list within its item or file. */
    String list() {
        return path.substring(path.indexOf('.') + 1);
    }
}
