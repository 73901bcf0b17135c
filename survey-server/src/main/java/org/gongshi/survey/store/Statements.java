package org.gongshi.survey.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Statements that are made ready once and used by every batch (预编译语句): parsing SQL took a tenth of a batch's time. They
 * end with their connection. Belongs to one thread.
 */
final class Statements {
    private final Connection connection;
    private final Map<String, PreparedStatement> ready = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** The statement of that text; whoever reads from it closes what is read, not the statement. */
    PreparedStatement of(String sql) throws SQLException {
        PreparedStatement known = ready.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            ready.put(sql, known);
        }
        return known;
    }
}
