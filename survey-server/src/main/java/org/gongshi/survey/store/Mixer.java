package org.gongshi.survey.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts rows into a table so that their place on the page does not tell when they came. SQLite lays cells into a page in
 * the order of their insertion; a lonely batch of one would stand behind its predecessor for all to see. So a small
 * batch is filled up to {@value #BATCH} with older rows from around the new ones, which are taken out and put back, all
 * in random order and in the caller's transaction.
 */
final class Mixer {
    /** Rows that are written together at least, as far as the table has them. */
    static final int BATCH = 64;

    private final Statements statements;
    private final SecureRandom random;
    private final String table;
    private final int columns;

    /** @param columns number of columns of the table; the first one is its key {@code id}, a BLOB */
    Mixer(Connection connection, SecureRandom random, String table, int columns) {
        this.statements = new Statements(connection);
        this.random = random;
        this.table = table;
        this.columns = columns;
    }

    /** Inserts the rows whose keys are not there yet; returns how many that were. */
    int insert(List<Object[]> rows) throws SQLException {
        List<Object[]> old = takeOut(neighbours(rows));
        List<Object[]> all = new ArrayList<>(rows);
        all.addAll(old);
        Collections.shuffle(all, random);
        int inserted = 0;
        PreparedStatement insert = statements.of(
                "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(columns - 1) + ") ON CONFLICT DO NOTHING");
        for (Object[] row : all) {
            for (int i = 0; i < columns; i++) {
                insert.setObject(i + 1, row[i]);
            }
            inserted += insert.executeUpdate();
        }
        return inserted - old.size();
    }

    /** As many as fill the batch up, shared out among the new rows, some from before and some from behind each. */
    private Collection<Object[]> neighbours(List<Object[]> rows) throws SQLException {
        Map<ByteBuffer, Object[]> found = new LinkedHashMap<>();
        int missing = BATCH - rows.size();
        if (missing > 0 && !rows.isEmpty()) {
            PreparedStatement before = select("< ? ORDER BY 1 DESC");
            PreparedStatement after = select("> ? ORDER BY 1");
            int share = (missing + rows.size() - 1) / rows.size();
            for (Object[] row : rows) {
                boolean odd = random.nextInt(2) == 1;
                collect(before, row[0], (share + (odd ? 1 : 0)) / 2, found);
                collect(after, row[0], (share + (odd ? 0 : 1)) / 2, found);
            }
        }
        return found.values();
    }

    private PreparedStatement select(String where) throws SQLException {
        return statements.of("SELECT * FROM " + table + " WHERE id " + where + " LIMIT ?");
    }

    private void collect(PreparedStatement select, Object key, int limit, Map<ByteBuffer, Object[]> found)
            throws SQLException {
        if (limit == 0) {
            return;
        }
        select.setObject(1, key);
        select.setInt(2, limit);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Object[] values = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = row.getObject(i + 1);
                }
                found.put(ByteBuffer.wrap((byte[]) values[0]), values);
            }
        }
    }

    private List<Object[]> takeOut(Collection<Object[]> rows) throws SQLException {
        PreparedStatement delete = statements.of("DELETE FROM " + table + " WHERE id = ?");
        for (Object[] row : rows) {
            delete.setObject(1, row[0]);
            delete.executeUpdate();
        }
        return new ArrayList<>(rows);
    }
}
