package org.gongshi.survey.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.response.Stratum;

/** What is left of the codes after the close: how many were given out and used, by stratum. */
final class IssuedRows {
    static final String TABLE = """
            CREATE TABLE issued(
              place TEXT NOT NULL, audience TEXT NOT NULL, stage TEXT NOT NULL,
              invited INTEGER NOT NULL, spent INTEGER NOT NULL, mac BLOB NOT NULL,
              PRIMARY KEY (place, audience, stage)) STRICT, WITHOUT ROWID;
            """;

    private final Connection connection;
    private final RowKey key;
    private final Seal seal;

    IssuedRows(Connection connection, RowKey key) {
        this.connection = connection;
        this.key = key;
        this.seal = new Seal(connection, key, "issued");
    }

    void write(List<IssuedCodes> issued) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO issued VALUES (?, ?, ?, ?, ?, ?)")) {
            for (IssuedCodes codes : issued) {
                insert.setString(1, codes.stratum().place().value());
                insert.setString(2, codes.stratum().audience().key());
                insert.setString(3, Columns.stage(codes.stratum().stage()));
                insert.setLong(4, codes.invited());
                insert.setLong(5, codes.spent());
                insert.setBytes(6, sealOf(codes));
                insert.executeUpdate();
            }
        }
        seal.write(issued.size());
    }

    List<IssuedCodes> read() throws SQLException {
        seal.check();
        List<IssuedCodes> issued = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT place, audience, stage, invited, spent, mac FROM issued");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Stratum stratum = Columns.stratum(row.getString(1), row.getString(2), row.getString(3));
                var codes = new IssuedCodes(stratum, row.getLong(4), row.getLong(5));
                if (!java.util.Arrays.equals(sealOf(codes), row.getBytes(6))) {
                    throw new StoreFault("访问码统计行的校验码不符：" + stratum.place());
                }
                issued.add(codes);
            }
        }
        return issued.stream()
                .sorted(Comparator.comparing(IssuedCodes::stratum))
                .toList();
    }

    private byte[] sealOf(IssuedCodes codes) {
        return key.seal(
                "issued",
                Columns.bytes(codes.stratum().place().value()),
                Columns.bytes(codes.stratum().audience().key()),
                Columns.bytes(Columns.stage(codes.stratum().stage())),
                Columns.bytes(codes.invited()),
                Columns.bytes(codes.spent()));
    }
}
