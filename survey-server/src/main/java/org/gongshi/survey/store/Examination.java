package org.gongshi.survey.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.response.Stratum;

/**
 * Looks at the two files of a survey (数据体检): the tables as they should be, SQLite's own check, the seal of every row,
 * the sealed counts, and that no stratum has more answers by code than spent codes. Changes nothing.
 *
 * <p>SQLite's own check alone let 249 of 253 data-changing bit flips pass; the seals find them and name the row.
 */
public final class Examination {
    private final RowKey key;
    private final List<Damage> damages = new ArrayList<>();

    private Examination(RowKey key) {
        this.key = key;
    }

    /**
     * Everything that is wrong with the files of a folder that this process holds; empty when they are sound.
     *
     * @param folder of a running or of a closed survey; a running one's log is emptied into its file first, as at a start
     */
    public static List<Damage> of(DataFolder folder, RowKey key) {
        var examination = new Examination(key);
        boolean closed = examination.isClosed(folder);
        examination.attempt("codes.db", () -> {
            try (Connection codes = open(folder, closed, true)) {
                examination.attempt("answers.db", () -> {
                    try (Connection answers = open(folder, closed, false)) {
                        examination.all(codes, answers, closed);
                    }
                });
            }
        });
        examination.damages.addAll(ClueStore.examine(folder, key, new SecureRandom()));
        return List.copyOf(examination.damages);
    }

    static List<Damage> ofOpen(Connection codes, Connection answers, RowKey key) {
        var examination = new Examination(key);
        examination.all(codes, answers, false);
        return List.copyOf(examination.damages);
    }

    static List<Damage> ofClosed(Connection codes, Connection answers, RowKey key) {
        var examination = new Examination(key);
        examination.all(codes, answers, true);
        return List.copyOf(examination.damages);
    }

    private void all(Connection codes, Connection answers, boolean closed) {
        String codeTables = closed ? IssuedRows.TABLE + Seal.TABLE : String.join("; ", CodeStore.MIGRATIONS);
        file("codes.db", codes, codeTables, closed ? Set.of("issued") : Set.of("codes"));
        file("answers.db", answers, String.join("; ", ResponseStore.MIGRATIONS), Set.of("responses", "box"));
        attempt(closed ? "issued" : "codes", () -> {
            if (closed) {
                new IssuedRows(codes, key).read();
            } else {
                damages.addAll(CodeStore.check(codes, key));
            }
        });
        attempt("responses", () -> damages.addAll(new ResponseRows(answers, key).check()));
        attempt("box", () -> damages.addAll(RemarkBox.check(answers, key)));
        if (damages.isEmpty()) {
            attempt("responses", () -> compare(codes, answers, closed));
        }
    }

    private void file(String name, Connection connection, String tables, Set<String> sealed) {
        attempt(name, () -> {
            try (Connection fresh = DriverManager.getConnection("jdbc:sqlite::memory:");
                    Statement statement = fresh.createStatement()) {
                statement.executeUpdate(tables);
                if (!schema(fresh).equals(schema(connection))) {
                    damages.add(new Damage(name, Damage.WHOLE, "表结构已被改动"));
                }
            }
        });
        attempt(name, () -> integrity(name, connection));
        attempt(name, () -> {
            Set<String> names = new TreeSet<>(strings(connection, "SELECT name FROM seal"));
            if (!sealed.containsAll(names)) {
                damages.add(new Damage("seal", Damage.WHOLE, "封存行数的表名已被改动"));
            }
        });
        sealed.forEach(table -> attempt(table, () -> new Seal(connection, key, table).check()));
    }

    private void integrity(String name, Connection connection) throws SQLException {
        List<String> told = strings(connection, "PRAGMA integrity_check");
        if (!told.equals(List.of("ok"))) {
            // The kind of the fault only: the text may quote a value.
            damages.add(new Damage(name, Damage.WHOLE, "SQLite 完整性检查未通过（" + told.size() + " 处）"));
        }
    }

    /** A crash may leave a spent code without its answer until the respondent's page tries again, never the reverse. */
    private void compare(Connection codes, Connection answers, boolean closed) throws SQLException {
        Map<Stratum, Long> spent = new TreeMap<>();
        List<IssuedCodes> issued = closed ? new IssuedRows(codes, key).read() : CodeStore.issued(codes);
        issued.forEach(one -> spent.put(one.stratum(), one.spent()));
        Map<Stratum, Long> answered = new TreeMap<>();
        new ResponseRows(answers, key).counts().forEach((where, count) -> {
            if (where.mode().isOfTheSample()) {
                answered.merge(where.stratum(), count, Long::sum);
            }
        });
        answered.forEach((stratum, count) -> {
            if (count > spent.getOrDefault(stratum, 0L)) {
                damages.add(new Damage("responses", Damage.WHOLE, "凭码答卷多于已使用的访问码：" + stratum.place()));
            }
        });
    }

    private boolean isClosed(DataFolder folder) {
        try {
            return ClosedStore.isThere(folder);
        } catch (StoreFault unreadable) {
            // Told again, with its reason, when the file is opened for reading only.
            return true;
        }
    }

    private static Connection open(DataFolder folder, boolean closed, boolean codes) throws SQLException {
        var file = codes ? folder.codes() : folder.answers();
        List<String> migrations = codes ? CodeStore.MIGRATIONS : ResponseStore.MIGRATIONS;
        if (closed) {
            return Sqlite.openForReading(file, migrations);
        }
        return Sqlite.open(file, migrations);
    }

    private void attempt(String what, Sql.Change change) {
        try {
            change.run();
        } catch (SQLException fault) {
            damages.add(new Damage(what, Damage.WHOLE, Sql.fault(fault).getMessage()));
        } catch (StoreFault fault) {
            damages.add(new Damage(what, Damage.WHOLE, fault.getMessage()));
        } catch (RuntimeException fault) {
            // A value that no writer wrote; which one is told by the seals of the rows.
            damages.add(
                    new Damage(what, Damage.WHOLE, "内容无法理解（" + fault.getClass().getSimpleName() + "）"));
        }
    }

    private static List<String> schema(Connection connection) throws SQLException {
        return strings(
                connection,
                "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                values.add(String.valueOf(row.getString(1)));
            }
        }
        return values;
    }
}
