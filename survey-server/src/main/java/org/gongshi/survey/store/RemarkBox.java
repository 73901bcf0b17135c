package org.gongshi.survey.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongshi.survey.access.RowKey;

/** The box of remarks: random ids, no key in common with the answers, mixed order. */
final class RemarkBox {
    static final String TABLE = """
            CREATE TABLE box(
              id BLOB PRIMARY KEY CHECK (length(id) = 16),
              place TEXT NOT NULL, audience TEXT NOT NULL, remark TEXT NOT NULL,
              mac BLOB NOT NULL CHECK (length(mac) = 16)) STRICT, WITHOUT ROWID;
            """;
    private static final int COLUMNS = 5;
    private static final int ID = 16;

    private final Connection connection;
    private final RowKey key;
    private final SecureRandom random;
    private final Seal seal;
    private final Mixer mixer;

    RemarkBox(Connection connection, RowKey key, SecureRandom random) {
        this.connection = connection;
        this.key = key;
        this.random = random;
        this.seal = new Seal(connection, key, "box");
        this.mixer = new Mixer(connection, random, "box", COLUMNS);
    }

    void checkCount() throws SQLException {
        seal.check();
    }

    void add(List<Remark> remarks) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Remark remark : remarks) {
            byte[] id = new byte[ID];
            random.nextBytes(id);
            String place = remark.place().value();
            String audience = remark.audience().key();
            rows.add(
                    new Object[] {id, place, audience, remark.text(), sealOf(key, id, place, audience, remark.text())});
        }
        seal.add(mixer.insert(rows));
    }

    static List<Damage> check(Connection connection, RowKey key) throws SQLException {
        List<Damage> damages = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT id, place, audience, remark, mac FROM box");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                byte[] expected = sealOf(key, row.getBytes(1), row.getString(2), row.getString(3), row.getString(4));
                if (!Arrays.equals(expected, row.getBytes(5))) {
                    damages.add(new Damage("box", ResponseRows.shortKey(row.getBytes(1)), "校验码不符"));
                }
            }
        }
        return damages;
    }

    private static byte[] sealOf(RowKey key, byte[] id, String place, String audience, String text) {
        return key.seal("remark", id, Columns.bytes(place), Columns.bytes(audience), Columns.bytes(text));
    }
}
