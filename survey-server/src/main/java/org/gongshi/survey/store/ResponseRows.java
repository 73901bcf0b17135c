package org.gongshi.survey.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;

/** Reads and writes the rows of the table of answers; every row read is held against its seal. */
final class ResponseRows {
    static final String TABLE = """
            CREATE TABLE responses(
              id BLOB PRIMARY KEY CHECK (length(id) = 32),
              place TEXT NOT NULL, audience TEXT NOT NULL, stage TEXT NOT NULL, cluster INTEGER NOT NULL,
              mode TEXT NOT NULL, quality TEXT NOT NULL, answers TEXT NOT NULL,
              mac BLOB NOT NULL CHECK (length(mac) = 16)) STRICT, WITHOUT ROWID;
            """;
    static final int COLUMNS = 9;

    private static final String ALL =
            "SELECT id, place, audience, stage, cluster, mode, quality, answers, mac FROM " + "responses";
    private static final int SHOWN = 8;

    private final Connection connection;
    private final RowKey key;

    ResponseRows(Connection connection, RowKey key) {
        this.connection = connection;
        this.key = key;
    }

    Object[] row(ResponseStore.Entry entry) {
        Response response = entry.response();
        byte[] idBytes = HexFormat.of().parseHex(entry.id().hex());
        String place = response.place().value();
        String audience = response.audience().key();
        String stage = Columns.stage(response.stage());
        String mode = response.mode().key();
        String quality = Columns.flags(response.flags());
        String answers = entry.text();
        byte[] mac = key.seal(
                "response", columns(idBytes, place, audience, stage, response.cluster(), mode, quality, answers));
        return new Object[] {idBytes, place, audience, stage, response.cluster(), mode, quality, answers, mac};
    }

    /** Hands over so many sheets behind an id, and tells the id of the last one. */
    Optional<Digest> after(Optional<Digest> last, int limit, BiConsumer<Digest, Response> consumer)
            throws SQLException {
        byte[] from = last.map(id -> HexFormat.of().parseHex(id.hex())).orElse(new byte[0]);
        Optional<Digest> reached = Optional.empty();
        try (PreparedStatement select = connection.prepareStatement(ALL + " WHERE id > ? ORDER BY id LIMIT ?")) {
            select.setBytes(1, from);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Response sheet = sound(row);
                    var id = new Digest(HexFormat.of().formatHex(row.getBytes(1)));
                    consumer.accept(id, sheet);
                    reached = Optional.of(id);
                }
            }
        }
        return reached;
    }

    /** Hands over every answer sheet; the caller has made sure that none is damaged. */
    void forEach(Consumer<Response> consumer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                consumer.accept(sound(row));
            }
        }
    }

    private Response sound(ResultSet row) throws SQLException {
        if (!isSound(row)) {
            throw new StoreFault("答卷 " + shortKey(row.getBytes(1)) + " 的校验码不符");
        }
        return read(row);
    }

    List<Damage> check() throws SQLException {
        List<Damage> damages = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (!isSound(row)) {
                    damages.add(new Damage("responses", shortKey(row.getBytes(1)), "校验码不符"));
                }
            }
        }
        return damages;
    }

    Map<CountKey, Long> counts() throws SQLException {
        Map<CountKey, Long> counts = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT place, audience, stage, mode, count(*) FROM responses GROUP BY 1, 2, 3, 4");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Stratum stratum = Columns.stratum(row.getString(1), row.getString(2), row.getString(3));
                Mode mode = Mode.ofKey(row.getString(4)).orElseThrow();
                counts.put(new CountKey(stratum, mode), row.getLong(5));
            }
        }
        return counts;
    }

    /** Receipts whose first byte is the given one, sorted. */
    List<String> receipts(int firstByte) throws SQLException {
        List<String> receipts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT lower(hex(id)) FROM responses WHERE id >= ? AND id <= ? ORDER BY id")) {
            byte[] last = new byte[32];
            java.util.Arrays.fill(last, (byte) 0xff);
            last[0] = (byte) firstByte;
            select.setBytes(1, new byte[] {(byte) firstByte});
            select.setBytes(2, last);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    receipts.add(row.getString(1));
                }
            }
        }
        return receipts;
    }

    static String shortKey(byte[] key) {
        String hex = key == null ? "" : HexFormat.of().formatHex(key);
        return hex.isEmpty() ? "（无主键）" : hex.substring(0, Math.min(2 * SHOWN, hex.length()));
    }

    private static Response read(ResultSet row) throws SQLException {
        Stratum stratum = Columns.stratum(row.getString(2), row.getString(3), row.getString(4));
        return new Response(
                stratum.audience(),
                stratum.place(),
                stratum.stage(),
                Mode.ofKey(row.getString(6)).orElseThrow(),
                row.getInt(5),
                Columns.flags(row.getString(7)),
                StoredAnswers.read(row.getString(8)));
    }

    private boolean isSound(ResultSet row) throws SQLException {
        return key.fits(
                row.getBytes(9),
                "response",
                columns(
                        row.getBytes(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)));
    }

    private static byte[][] columns(
            byte[] id,
            String place,
            String audience,
            String stage,
            long cluster,
            String mode,
            String quality,
            String answers) {
        return new byte[][] {
            id,
            Columns.bytes(place),
            Columns.bytes(audience),
            Columns.bytes(stage),
            Columns.bytes(cluster),
            Columns.bytes(mode),
            Columns.bytes(quality),
            Columns.bytes(answers)
        };
    }
}
