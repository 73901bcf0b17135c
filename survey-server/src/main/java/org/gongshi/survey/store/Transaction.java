package org.gongshi.survey.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A transaction that begins with the first change and ends with a commit that is on disk (synchronous=FULL). It is the
 * driver's own, begun IMMEDIATE: one begun by a statement makes the driver try to begin and commit another one after every
 * single row.
 */
final class Transaction {
    private final Connection connection;
    private final Statements statements;
    private boolean begun;

    Transaction(Connection connection) {
        this.connection = connection;
        this.statements = new Statements(connection);
    }

    void begin() throws SQLException {
        if (!begun) {
            connection.setAutoCommit(false);
            begun = true;
        }
    }

    void commit() throws SQLException {
        if (begun) {
            connection.setAutoCommit(true);
            begun = false;
        }
    }

    /** Moves the log into the database file and cuts it to nothing: what happened together must not stay readable. */
    void truncateLog() throws SQLException {
        PreparedStatement truncate = statements.of(Sqlite.TRUNCATE);
        try (ResultSet row = truncate.executeQuery()) {
            Sqlite.requireTruncated(row);
        }
    }
}
