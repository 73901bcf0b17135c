package org.gongshi.survey.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.gongshi.survey.access.RowKey;

/**
 * Seals every row anew with another row key (更换行校验密钥). For copies alone, never in a folder that is served: the two
 * files change one after the other. The caller has examined them with the old key, or damage would be sealed with them.
 */
public final class Resealing {
    private final RowKey key;

    /** @param kind what the seal of a row begins with; {@code keys} are the first columns, the primary key */
    private record Table(String name, String kind, int keys, String columns) {}

    /** A column that copies of an earlier program lack, and the value of it that is not sealed. */
    private static final String LATER = "kind";

    private static final String UNSEALED = "slip";

    private static final List<Table> CODES = List.of(
            new Table("codes", "code", 1, "h, audience, place, stage, cluster, batch, state, " + LATER),
            new Table("issued", "issued", 3, "place, audience, stage, invited, spent"),
            new Table("seal", "count", 1, "name, n"));
    private static final List<Table> ANSWERS = List.of(
            new Table("responses", "response", 1, "id, place, audience, stage, cluster, mode, quality, answers"),
            new Table("box", "remark", 1, "id, place, audience, remark"),
            new Table("seal", "count", 1, "name, n"));

    private static final List<Table> CLUES =
            List.of(new Table("clues", "clue", 1, "id, day, sealed"), new Table("seal", "count", 1, "name, n"));

    private Resealing(RowKey key) {
        this.key = key;
    }

    /** @throws StoreFault when a file cannot be written; then the copies are worth nothing */
    public static void of(DataFolder copies, RowKey fresh) {
        var resealing = new Resealing(fresh);
        Sql.change(() -> {
            resealing.file(copies.codes(), CODES);
            resealing.file(copies.answers(), ANSWERS);
            if (Files.exists(copies.clues())) {
                resealing.file(copies.clues(), CLUES);
            }
        });
    }

    private void file(Path file, List<Table> tables) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=DELETE");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA secure_delete=ON");
            statement.execute("BEGIN IMMEDIATE");
            for (Table table : tables) {
                if (Sqlite.number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = '" + table.name() + "'")
                        == 1) {
                    table(connection, table);
                }
            }
            statement.execute("COMMIT");
        }
    }

    /** The seal has the same length as before, so every row stays where it lies. */
    private void table(Connection connection, Table table) throws SQLException {
        String present =
                hasAll(connection, table) ? table.columns() : table.columns().replace(", " + LATER, "");
        String[] columns = present.split(", ");
        var where = new StringBuilder();
        for (int i = 0; i < table.keys(); i++) {
            where.append(i == 0 ? "" : " AND ").append(columns[i]).append(" = ?");
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT " + present + " FROM " + table.name());
                PreparedStatement update =
                        connection.prepareStatement("UPDATE " + table.name() + " SET mac = ? WHERE " + where);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                // As the rows are written: the kind of a slip is no part of its seal.
                String last = columns[columns.length - 1];
                boolean unsealed = last.equals(LATER) && UNSEALED.equals(row.getString(columns.length));
                byte[][] parts = new byte[unsealed ? columns.length - 1 : columns.length][];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = bytes(row.getObject(i + 1));
                }
                update.setBytes(1, key.seal(table.kind(), parts));
                for (int i = 0; i < table.keys(); i++) {
                    update.setObject(i + 2, row.getObject(i + 1));
                }
                update.executeUpdate();
            }
        }
    }

    private static boolean hasAll(Connection connection, Table table) throws SQLException {
        return !table.columns().endsWith(LATER)
                || Sqlite.number(
                                connection,
                                "SELECT count(*) FROM pragma_table_info('" + table.name() + "') WHERE name = '" + LATER
                                        + "'")
                        == 1;
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] blob) {
            return blob;
        }
        return value instanceof Number number ? Columns.bytes(number.longValue()) : Columns.bytes((String) value);
    }
}
