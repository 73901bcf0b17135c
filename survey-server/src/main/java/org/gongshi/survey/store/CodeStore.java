package org.gongshi.survey.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.access.CodeHash;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.response.Stratum;

/**
 * Hashes of codes and whether they are spent, never an answer. Rows are written when codes are printed and only
 * overwritten later, at the same place and with the same length. Belongs to one thread.
 */
public final class CodeStore {
    static final List<String> MIGRATIONS = List.of(
            """
            CREATE TABLE codes(
              h BLOB PRIMARY KEY CHECK (length(h) = 32),
              audience TEXT NOT NULL, place TEXT NOT NULL, stage TEXT NOT NULL,
              cluster INTEGER NOT NULL, batch INTEGER NOT NULL,
              state BLOB NOT NULL CHECK (length(state) = 32),
              mac BLOB NOT NULL CHECK (length(mac) = 16)) STRICT, WITHOUT ROWID;
            """ + Seal.TABLE,
            // Every row is written anew at once: a row that grew only when its code is spent would tell so by its
            // place.
            """
            ALTER TABLE codes ADD COLUMN kind TEXT NOT NULL DEFAULT 'slip';
            UPDATE codes SET kind = 'slip'""");

    private static final String COLUMNS = StoredCode.COLUMNS;

    private final Connection connection;
    private final RowKey key;
    private final Seal seal;
    private final Transaction transaction;
    private final PreparedStatement find;
    private final PreparedStatement spend;

    CodeStore(Connection connection, RowKey key) throws SQLException {
        this.connection = connection;
        this.key = key;
        this.seal = new Seal(connection, key, "codes");
        this.transaction = new Transaction(connection);
        this.find = connection.prepareStatement("SELECT " + COLUMNS + " FROM codes WHERE h = ?");
        this.spend = connection.prepareStatement("UPDATE codes SET state = ?, mac = ? WHERE h = ? AND state = ?");
        seal.checkUnlessLong();
    }

    /** What is on file; empty for an unknown code and for a damaged row, which must not steer an answer. */
    public Optional<CodeRow> find(CodeHash hash) {
        return Sql.ask(() -> {
            find.setBytes(1, hash.bytes());
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? StoredCode.of(row).sound(key) : Optional.empty();
            }
        });
    }

    /** Marks an unused code as spent; not durable before {@link #commit}. */
    public void spend(CodeRow row, Digest mark) {
        Sql.change(() -> {
            transaction.begin();
            if (move(row, CodeState.spent(mark)) != 1) {
                throw new SQLException("a code changed between reading and spending");
            }
        });
    }

    /** Adds the rows of a printing, in the order of their hashes, and makes them durable. */
    public void add(List<CodeRow> rows) {
        List<CodeRow> sorted = rows.stream()
                .sorted(Comparator.comparing(row -> row.hash().hex()))
                .toList();
        Sql.change(() -> {
            transaction.begin();
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO codes(" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (CodeRow row : sorted) {
                    write(insert, row);
                    insert.executeUpdate();
                }
            }
            seal.add(sorted.size());
        });
        commit();
        truncateLog();
    }

    /** Withdraws the unused codes of a printing (作废); returns how many. */
    public int voidBatch(int batch) {
        int count = Sql.ask(() -> {
            int changed = 0;
            transaction.begin();
            for (CodeRow row : unusedOf(batch)) {
                changed += move(row, CodeState.VOID);
            }
            return changed;
        });
        commit();
        truncateLog();
        return count;
    }

    /** The number for the next printing. */
    public int nextBatch() {
        return Sql.ask(() -> (int) Sqlite.number(connection, "SELECT coalesce(max(batch), 0) + 1 FROM codes"));
    }

    /** The printings, by number; what was spent of each is not told. */
    public List<CodeBatch> batches() {
        return Sql.ask(() -> {
            List<CodeBatch> batches = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT batch, place, audience, stage, count(*),"
                            + " sum(state = ?1) FROM codes GROUP BY batch, place, audience, stage ORDER BY batch")) {
                select.setBytes(1, CodeState.VOID.bytes());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        batches.add(new CodeBatch(
                                row.getInt(1),
                                Columns.stratum(row.getString(2), row.getString(3), row.getString(4)),
                                row.getLong(5),
                                row.getLong(6)));
                    }
                }
            }
            return batches;
        });
    }

    /**
     * Codes given out and used, by stratum.
     *
     * @throws StoreFault when rows are missing
     */
    public List<IssuedCodes> issued() {
        return Sql.ask(() -> {
            seal.check();
            return issued(connection);
        });
    }

    static List<IssuedCodes> issued(Connection connection) throws SQLException {
        List<IssuedCodes> issued = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT place, audience, stage, "
                + "sum(state <> ?1), sum(state <> ?1 AND state <> ?2) FROM codes "
                + "WHERE kind IN ('slip', 'seat') GROUP BY place, audience, stage")) {
            select.setBytes(1, CodeState.VOID.bytes());
            select.setBytes(2, CodeState.UNUSED.bytes());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Stratum stratum = Columns.stratum(row.getString(1), row.getString(2), row.getString(3));
                    issued.add(new IssuedCodes(stratum, row.getLong(4), row.getLong(5)));
                }
            }
        }
        return issued.stream()
                .sorted(Comparator.comparing(IssuedCodes::stratum))
                .toList();
    }

    /** Rows that are not as they were written. */
    static List<Damage> check(Connection connection, RowKey key) throws SQLException {
        List<Damage> damages = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS + " FROM codes");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (!StoredCode.of(row).isSound(key)) {
                    damages.add(new Damage("codes", ResponseRows.shortKey(row.getBytes(1)), "校验码不符"));
                }
            }
        }
        return damages;
    }

    /** Makes the changes durable. */
    public void commit() {
        Sql.change(transaction::commit);
    }

    /** Cuts the log: nothing of a batch stays readable beside the table. */
    public void truncateLog() {
        Sql.change(transaction::truncateLog);
    }

    private int move(CodeRow row, CodeState to) throws SQLException {
        spend.setBytes(1, to.bytes());
        spend.setBytes(2, StoredCode.of(row.with(to), key).mac());
        spend.setBytes(3, row.hash().bytes());
        spend.setBytes(4, CodeState.UNUSED.bytes());
        return spend.executeUpdate();
    }

    private List<CodeRow> unusedOf(int batch) throws SQLException {
        List<CodeRow> rows = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM codes WHERE batch = ? AND state = ?")) {
            select.setInt(1, batch);
            select.setBytes(2, CodeState.UNUSED.bytes());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(StoredCode.of(row).row());
                }
            }
        }
        return rows;
    }

    private void write(PreparedStatement insert, CodeRow row) throws SQLException {
        var stored = StoredCode.of(row, key);
        insert.setBytes(1, stored.hash());
        insert.setString(2, stored.audience());
        insert.setString(3, stored.place());
        insert.setString(4, stored.stage());
        insert.setLong(5, stored.cluster());
        insert.setLong(6, stored.batch());
        insert.setBytes(7, stored.state());
        insert.setBytes(8, stored.mac());
        insert.setString(9, stored.kind());
    }
}
