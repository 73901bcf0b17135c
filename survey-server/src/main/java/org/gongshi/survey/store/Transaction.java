package org.gongshi.survey.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction that begins with the first change and ends with a commit that is on disk (synchronous=FULL). */
final class Transaction {
    private final Connection connection;
    private boolean begun;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    void begin() throws SQLException {
        if (!begun) {
            execute("BEGIN IMMEDIATE");
            begun = true;
        }
    }

    void commit() throws SQLException {
        if (begun) {
            execute("COMMIT");
            begun = false;
        }
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
