package org.gongshi.benchmarks.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The same counts by DuckDB: a stored table of one-byte columns, twenty GROUP BYs by place, audience and school. */
final class DuckCounting implements AutoCloseable {
    private final Connection connection;

    private DuckCounting(Connection connection) {
        this.connection = connection;
    }

    /** Opens the database, filling it when it is new; its storing is no part of what is measured. */
    static DuckCounting open(Columns columns) throws SQLException, IOException {
        Path file = columns.folder().resolve("responses.duckdb");
        boolean fresh = !Files.exists(file);
        var duck = new DuckCounting(DriverManager.getConnection("jdbc:duckdb:" + file));
        if (fresh) {
            duck.fill(columns);
        }
        return duck;
    }

    private void fill(Columns columns) throws SQLException, IOException {
        StringBuilder table = new StringBuilder("CREATE TABLE responses (stratum UTINYINT, school USMALLINT");
        for (int item = 1; item <= SyntheticCells.ITEMS; item++) {
            table.append(", item").append(item).append(" UTINYINT");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(table.append(')').toString());
        }
        byte[][] items = new byte[SyntheticCells.ITEMS][];
        for (int item = 0; item < items.length; item++) {
            items[item] = Files.readAllBytes(columns.item(item));
        }
        byte[] strata = Files.readAllBytes(columns.stratum());
        byte[] schools = Files.readAllBytes(columns.school());
        try (DuckDBAppender appender = connection
                .unwrap(DuckDBConnection.class)
                .createAppender(DuckDBConnection.DEFAULT_SCHEMA, "responses")) {
            for (int row = 0; row < columns.rows(); row++) {
                appender.beginRow();
                appender.append(strata[row]);
                appender.append((short) (schools[2 * row] & 0xFF | (schools[2 * row + 1] & 0xFF) << 8));
                for (byte[] item : items) {
                    appender.append(item[row]);
                }
                appender.endRow();
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /** Twenty GROUP BYs, every row of their results read; the sum of all counts. */
    long count() throws SQLException {
        long sum = 0;
        try (Statement statement = connection.createStatement()) {
            for (int item = 1; item <= SyntheticCells.ITEMS; item++) {
                String question = "item" + item;
                try (ResultSet rows = statement.executeQuery("SELECT stratum, school, " + question
                        + ", count(*) FROM responses GROUP BY stratum, school, " + question)) {
                    while (rows.next()) {
                        sum += rows.getLong(4);
                    }
                }
            }
        }
        return sum;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
