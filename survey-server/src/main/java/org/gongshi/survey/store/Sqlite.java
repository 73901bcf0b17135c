package org.gongshi.survey.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Opens a database file with every setting set and asserted: drivers and builds differ in their defaults. */
final class Sqlite {
    /** The WAL-reset bug of 3.7.0 to 3.51.2 could lose a commit. */
    private static final int OLDEST = 3_051_003;

    /** Pragma and the value that it must answer with; in this order: exclusive before WAL, or a -shm file appears. */
    private static final List<Map.Entry<String, String>> SETTINGS = List.of(
            Map.entry("locking_mode=EXCLUSIVE", "exclusive"),
            Map.entry("journal_mode=WAL", "wal"),
            Map.entry("synchronous=FULL", "2"),
            Map.entry("foreign_keys=ON", "1"),
            Map.entry("secure_delete=ON", "1"),
            Map.entry("trusted_schema=OFF", "0"),
            Map.entry("cell_size_check=ON", "1"),
            // Every batch truncates the log itself, before its replies.
            Map.entry("wal_autocheckpoint=0", "0"),
            // 16 MiB for each file: the inner pages of a table of a million rows, and a whole batch.
            Map.entry("cache_size=-16384", "-16384"),
            Map.entry("temp_store=MEMORY", "2"));

    /** For files that two processes may use at once, each for moments: the office's accounts. */
    private static final List<Map.Entry<String, String>> SHARED = List.of(
            Map.entry("journal_mode=DELETE", "delete"),
            Map.entry("synchronous=EXTRA", "3"),
            Map.entry("foreign_keys=ON", "1"),
            Map.entry("secure_delete=ON", "1"),
            Map.entry("trusted_schema=OFF", "0"),
            Map.entry("cell_size_check=ON", "1"),
            Map.entry("temp_store=MEMORY", "2"));

    static final String TRUNCATE = "PRAGMA wal_checkpoint(TRUNCATE)";

    private static final String PATIENCE = "10000";

    private Sqlite() {}

    /** Opens for writing beside other processes, each waiting for the other's transaction, and brings the schema up to date. */
    static Connection openShared(Path file, List<String> migrations) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", PATIENCE);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, properties);
        try {
            assertVersion(connection);
            for (Map.Entry<String, String> setting : SHARED) {
                set(connection, setting.getKey(), setting.getValue());
            }
            migrateShared(connection, file, migrations);
            return connection;
        } catch (SQLException | StoreFault fault) {
            connection.close();
            throw fault;
        }
    }

    /** Two processes may come at once: the second finds the work done. */
    private static void migrateShared(Connection connection, Path file, List<String> migrations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            long done = number(connection, "PRAGMA user_version");
            if (done > migrations.size()) {
                statement.executeUpdate("ROLLBACK");
                throw later(file);
            }
            for (int version = (int) done; version < migrations.size(); version++) {
                statement.executeUpdate(migrations.get(version));
            }
            statement.executeUpdate("PRAGMA user_version=" + migrations.size());
            statement.executeUpdate("COMMIT");
        }
    }

    /** Opens for writing, empties what a crash left in the log, and brings the schema up to date. */
    static Connection open(Path file, List<String> migrations) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, properties());
        try {
            assertVersion(connection);
            for (Map.Entry<String, String> setting : SETTINGS) {
                set(connection, setting.getKey(), setting.getValue());
            }
            truncateLog(connection);
            requireKnown(connection, file, migrations);
            migrate(connection, migrations);
            return connection;
        } catch (SQLException | StoreFault fault) {
            connection.close();
            throw fault;
        }
    }

    /** A program that does not know the form of a file would take what is new in it for nothing. */
    private static void requireKnown(Connection connection, Path file, List<String> migrations) throws SQLException {
        if (number(connection, "PRAGMA user_version") > migrations.size()) {
            throw later(file);
        }
    }

    private static StoreFault later(Path file) {
        return new StoreFault("数据文件 " + file + " 由更新版本的程序写成：请用那一版程序启动；要退回现在这一版的，请用升级前复制的文件夹");
    }

    /**
     * Opens a closed file for reading only: nothing beside it is made or changed.
     *
     * @param migrations what this program knows of such files
     */
    static Connection openForReading(Path file, List<String> migrations) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("open_mode", "1");
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:file:" + uriPath(file) + "?mode=ro&immutable=1", properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema=OFF");
            statement.execute("PRAGMA cell_size_check=ON");
            requireKnown(connection, file, migrations);
            return connection;
        } catch (SQLException | StoreFault fault) {
            connection.close();
            throw fault;
        }
    }

    /** Moves the log into the database file and cuts it to nothing: what happened together must not stay readable. */
    static void truncateLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TRUNCATE)) {
            requireTruncated(row);
        }
    }

    static void requireTruncated(ResultSet row) throws SQLException {
        if (!row.next() || row.getInt(1) != 0) {
            throw new SQLException("wal_checkpoint(TRUNCATE) was busy");
        }
    }

    /** A whole copy in the order of the keys, into an empty file that is there; free pages and old places stay behind. */
    static void copyInto(Connection connection, Path copy) throws SQLException {
        try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", "0");
        // What a transaction of the driver begins with; and no question about row numbers after every row.
        properties.setProperty("transaction_mode", "IMMEDIATE");
        properties.setProperty("jdbc.get_generated_keys", "false");
        return properties;
    }

    private static void set(Connection connection, String setting, String expected) throws SQLException {
        String name = setting.substring(0, setting.indexOf('='));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + setting);
            try (ResultSet row = statement.executeQuery("PRAGMA " + name)) {
                String actual = row.next() ? row.getString(1) : "";
                if (!expected.equals(actual)) {
                    throw new StoreFault("SQLite 设置未生效：" + setting + "（实际为 " + actual + "）");
                }
            }
        }
    }

    private static void assertVersion(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        String[] parts = version.split("\\.");
        int number = Integer.parseInt(parts[0]) * 1_000_000
                + Integer.parseInt(parts[1]) * 1_000
                + Integer.parseInt(parts[2]);
        if (number < OLDEST) {
            throw new StoreFault("SQLite 版本过旧：" + version + "，至少需要 3.51.3");
        }
    }

    /** {@code user_version} counts the migrations that have been made; each is one transaction. */
    private static void migrate(Connection connection, List<String> migrations) throws SQLException {
        long done = number(connection, "PRAGMA user_version");
        for (int version = (int) done; version < migrations.size(); version++) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("BEGIN IMMEDIATE; " + migrations.get(version) + "; PRAGMA user_version="
                        + (version + 1) + "; COMMIT");
            }
            truncateLog(connection);
        }
    }

    private static String uriPath(Path file) {
        return file.toUri().getRawPath();
    }
}
