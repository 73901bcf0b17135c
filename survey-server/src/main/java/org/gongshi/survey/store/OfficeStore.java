package org.gongshi.survey.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The office's own file (办公数据): accounts, log and notes, never an answer, never a code. The running server and a command on
 * the same machine may use it at once. Thread-safe.
 */
public final class OfficeStore implements AutoCloseable {
    private static final List<String> MIGRATIONS = List.of("""
            CREATE TABLE account(
              name TEXT PRIMARY KEY, person TEXT NOT NULL, role TEXT NOT NULL, place TEXT,
              password TEXT NOT NULL, fresh INTEGER NOT NULL, secret TEXT, step INTEGER NOT NULL,
              recovery TEXT NOT NULL, enabled INTEGER NOT NULL, mac TEXT NOT NULL) STRICT, WITHOUT ROWID;
            CREATE TABLE audit(
              n INTEGER PRIMARY KEY, entry TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL, mac TEXT NOT NULL) STRICT;
            CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
            CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
            CREATE TABLE note(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
            """);

    private static final String ACCOUNT = "name, person, role, place, password, fresh, secret, step, recovery, enabled";

    private final Connection connection;
    private final Function<AccountRow, String> seal;

    private OfficeStore(Connection connection, Function<AccountRow, String> seal) {
        this.connection = connection;
        this.seal = seal;
    }

    /**
     * Opens the file, which may be new.
     *
     * @param seal of an account's row, so that nobody who can write the file can give himself a role
     */
    public static OfficeStore open(Path file, Function<AccountRow, String> seal) {
        try {
            Disk.createPrivate(file);
            return new OfficeStore(Sqlite.openShared(file, MIGRATIONS), seal);
        } catch (SQLException fault) {
            throw Sql.fault(fault);
        } catch (IOException fault) {
            throw new StoreFault("办公数据文件无法建立：" + file, fault);
        }
    }

    /** A whole copy of a file that others may use at this time, into a place that is free; durable when it returns. */
    public static void copy(Path file, Path copy) {
        try (Connection connection = Sqlite.openShared(file, MIGRATIONS)) {
            Disk.createPrivate(copy);
            Sqlite.copyInto(connection, copy);
            Disk.sync(copy);
        } catch (SQLException fault) {
            throw Sql.fault(fault);
        } catch (IOException fault) {
            throw new StoreFault("办公数据的副本无法写出：" + fault.getMessage(), fault);
        }
    }

    /** All accounts, by name. @throws StoreFault when a row was changed by another hand */
    public synchronized List<AccountRow> accounts() {
        return Sql.ask(() -> {
            List<AccountRow> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT " + ACCOUNT + ", mac FROM account ORDER BY name")) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
            return rows;
        });
    }

    public synchronized Optional<AccountRow> account(String name) {
        return Sql.ask(() -> find(name));
    }

    /** Adds an account; false when the name is taken. */
    public synchronized boolean add(AccountRow account) {
        return inTransaction(() -> {
            if (find(account.name()).isPresent()) {
                return false;
            }
            write(account);
            return true;
        });
    }

    /** Changes an account in one step; empty when there is none of that name. The change may refuse by returning its argument. */
    public synchronized Optional<AccountRow> change(String name, UnaryOperator<AccountRow> change) {
        return inTransaction(() -> {
            Optional<AccountRow> changed = find(name).map(change);
            if (changed.isPresent()) {
                write(changed.get());
            }
            return changed;
        });
    }

    /** Appends a line that is made from the last one; durable when this returns. */
    public synchronized AuditRow append(Function<Optional<AuditRow>, AuditRow> next, Function<AuditRow, String> head) {
        return inTransaction(() -> {
            AuditRow row = next.apply(last());
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO audit(n, entry, previous, hash, mac) VALUES (?, ?, ?, ?, ?)")) {
                insert.setLong(1, row.number());
                insert.setString(2, row.entry());
                insert.setString(3, row.previous());
                insert.setString(4, row.hash());
                insert.setString(5, row.mac());
                insert.executeUpdate();
            }
            put("audit.head", head.apply(row));
            return row;
        });
    }

    /** The sealed head of the log; empty before the first line. */
    public synchronized Optional<String> auditHead() {
        return note("audit.head");
    }

    /** Lines with a number above {@code after}, oldest first, so many at most. */
    public synchronized List<AuditRow> audit(long after, int most) {
        return Sql.ask(() -> {
            List<AuditRow> rows = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT n, entry, previous, hash, mac FROM audit WHERE n > ? ORDER BY n LIMIT ?")) {
                select.setLong(1, after);
                select.setInt(2, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(auditRow(row));
                    }
                }
            }
            return rows;
        });
    }

    /** Number of the last line; 0 before the first. */
    public synchronized long auditLength() {
        return Sql.ask(() -> Sqlite.number(connection, "SELECT coalesce(max(n), 0) FROM audit"));
    }

    /** Something small that the office remembers between two requests, such as a proposal that waits for its second person. */
    public synchronized Optional<String> note(String name) {
        return Sql.ask(() -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT value FROM note WHERE name = ?")) {
                select.setString(1, name);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** Puts the note in place of the one that is there, but only if that is still the expected one; tells whether it was. */
    public synchronized boolean note(String name, Optional<String> expected, Optional<String> value) {
        return inTransaction(() -> {
            if (!note(name).equals(expected)) {
                return false;
            }
            if (value.isPresent()) {
                put(name, value.get());
            } else {
                try (PreparedStatement delete = connection.prepareStatement("DELETE FROM note WHERE name = ?")) {
                    delete.setString(1, name);
                    delete.executeUpdate();
                }
            }
            return true;
        });
    }

    @Override
    public synchronized void close() {
        Sql.change(connection::close);
    }

    private void put(String name, String value) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR REPLACE INTO note(name, value) VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, value);
            insert.executeUpdate();
        }
    }

    private Optional<AuditRow> last() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT n, entry, previous, hash, mac FROM audit ORDER BY n DESC LIMIT 1")) {
            return row.next() ? Optional.of(auditRow(row)) : Optional.empty();
        }
    }

    private static AuditRow auditRow(ResultSet row) throws SQLException {
        return new AuditRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }

    private Optional<AccountRow> find(String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + ACCOUNT + ", mac FROM account WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private AccountRow read(ResultSet row) throws SQLException {
        var account = new AccountRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                row.getString(5),
                row.getInt(6) == 1,
                Optional.ofNullable(row.getString(7)),
                row.getLong(8),
                row.getString(9),
                row.getInt(10) == 1);
        if (!seal.apply(account).equals(row.getString(11))) {
            throw new StoreFault("账号 " + account.name() + " 的记录已被改动，或办公密钥不属于这些数据");
        }
        return account;
    }

    private void write(AccountRow account) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR REPLACE INTO account(" + ACCOUNT + ", mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, account.name());
            insert.setString(2, account.person());
            insert.setString(3, account.role());
            insert.setString(4, account.place().orElse(null));
            insert.setString(5, account.password());
            insert.setInt(6, account.fresh() ? 1 : 0);
            insert.setString(7, account.secret().orElse(null));
            insert.setLong(8, account.step());
            insert.setString(9, account.recovery());
            insert.setInt(10, account.enabled() ? 1 : 0);
            insert.setString(11, seal.apply(account));
            insert.executeUpdate();
        }
    }

    private <T> T inTransaction(Sql.Query<T> work) {
        return Sql.ask(() -> {
            execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                T result = work.run();
                execute("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    execute("ROLLBACK");
                }
            }
        });
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
