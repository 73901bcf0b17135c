package org.gongshi.survey.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.gongshi.survey.access.RowKey;

/**
 * The sealed row count of a table: rows bear seals of their own, so nobody can invent one; the count shows when one is
 * missing. It changes in the transaction that changes the rows.
 */
final class Seal {
    static final String TABLE =
            "CREATE TABLE seal(name TEXT PRIMARY KEY, n INTEGER NOT NULL, mac BLOB NOT NULL) STRICT, WITHOUT ROWID";

    /** Rows that are counted in a tenth of a second. */
    static final long LONG = 100_000;

    private static final String ASK = "SELECT n, mac FROM seal WHERE name = ?";

    private final Connection connection;
    private final Statements statements;
    private final RowKey key;
    private final String table;

    Seal(Connection connection, RowKey key, String table) {
        this.connection = connection;
        this.statements = new Statements(connection);
        this.key = key;
        this.table = table;
    }

    /** Adds so many rows to the count; belongs to the caller's transaction. */
    void add(long rows) throws SQLException {
        write(sealed(statements.of(ASK)) + rows);
    }

    void write(long rows) throws SQLException {
        PreparedStatement statement = statements.of("INSERT OR REPLACE INTO seal(name, n, mac) VALUES (?, ?, ?)");
        statement.setString(1, table);
        statement.setLong(2, rows);
        statement.setBytes(3, key.seal("count", Columns.bytes(table), Columns.bytes(rows)));
        statement.executeUpdate();
    }

    /**
     * What is done at the opening of a file: the sealed number is held against its seal, and against the rows unless they are
     * so many that a server would not start at once; then it is done when the rows are read.
     *
     * @throws StoreFault when the table holds another number of rows than was sealed
     */
    void checkUnlessLong() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASK)) {
            if (sealed(statement) <= LONG) {
                checked();
            }
        }
    }

    /** @throws StoreFault when the table holds another number of rows than was sealed */
    void check() throws SQLException {
        checked();
    }

    /** The number of rows, which is the sealed one. @throws StoreFault when the table holds another number */
    long checked() throws SQLException {
        long rows = Sqlite.number(connection, "SELECT count(*) FROM " + table);
        long sealed;
        try (PreparedStatement statement = connection.prepareStatement(ASK)) {
            sealed = sealed(statement);
        }
        if (rows != sealed) {
            throw new StoreFault("数据表 " + table + " 的行数与封存数不符：现有 " + rows + " 行，封存 " + sealed + " 行");
        }
        return rows;
    }

    private long sealed(PreparedStatement statement) throws SQLException {
        statement.setString(1, table);
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return 0;
            }
            long rows = row.getLong(1);
            if (!key.fits(row.getBytes(2), "count", Columns.bytes(table), Columns.bytes(rows))) {
                throw new StoreFault("数据表 " + table + " 的封存行数已被改动，或行校验密钥不属于这些数据");
            }
            return rows;
        }
    }
}
