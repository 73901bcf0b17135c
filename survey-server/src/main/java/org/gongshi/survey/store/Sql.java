package org.gongshi.survey.store;

import java.sql.SQLException;

/** Turns the database's exceptions into the store's own. */
final class Sql {
    private Sql() {}

    /** Something that asks the database. */
    interface Query<T> {
        T run() throws SQLException;
    }

    /** Something that changes the database. */
    interface Change {
        void run() throws SQLException;
    }

    static <T> T ask(Query<T> query) {
        try {
            return query.run();
        } catch (SQLException fault) {
            throw fault(fault);
        }
    }

    static void change(Change change) {
        try {
            change.run();
        } catch (SQLException fault) {
            throw fault(fault);
        }
    }

    static StoreFault fault(SQLException fault) {
        // SQLite's messages name tables and causes (disk full, malformed), never values.
        return new StoreFault("数据库操作失败：" + fault.getMessage(), fault);
    }
}
