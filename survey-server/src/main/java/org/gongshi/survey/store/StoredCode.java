package org.gongshi.survey.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gongshi.survey.access.CodeHash;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.access.RowKey;

/** A row of the table of codes as it lies there, not yet believed; every column is read once, for reading costs. */
record StoredCode(
        byte[] hash,
        String audience,
        String place,
        String stage,
        long cluster,
        long batch,
        byte[] state,
        byte[] mac,
        String kind) {
    static final String COLUMNS = "h, audience, place, stage, cluster, batch, state, mac, kind";

    static StoredCode of(ResultSet row) throws SQLException {
        return new StoredCode(
                row.getBytes(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getBytes(7),
                row.getBytes(8),
                row.getString(9));
    }

    static StoredCode of(CodeRow row, RowKey key) {
        var unsealed = new StoredCode(
                row.hash().bytes(),
                row.stratum().audience().key(),
                row.stratum().place().value(),
                Columns.stage(row.stratum().stage()),
                row.cluster(),
                row.batch(),
                row.state().bytes(),
                new byte[0],
                row.kind().key());
        return unsealed.sealed(key.seal("code", unsealed.parts()));
    }

    boolean isSound(RowKey key) {
        return key.fits(mac, "code", parts());
    }

    /** The row, when it is as it was written. */
    Optional<CodeRow> sound(RowKey key) {
        return isSound(key) ? Optional.of(row()) : Optional.empty();
    }

    CodeRow row() {
        return new CodeRow(
                new CodeHash(HexFormat.of().formatHex(hash)),
                CodeKind.ofKey(kind).orElseThrow(),
                Columns.stratum(place, audience, stage),
                (int) cluster,
                (int) batch,
                CodeState.of(state));
    }

    private StoredCode sealed(byte[] seal) {
        return new StoredCode(hash, audience, place, stage, cluster, batch, state, seal, kind);
    }

    /** The kind is sealed where it is another than a slip's: rows from before there were kinds keep their seal. */
    private byte[][] parts() {
        List<byte[]> parts = new ArrayList<>();
        parts.add(hash);
        parts.add(Columns.bytes(audience));
        parts.add(Columns.bytes(place));
        parts.add(Columns.bytes(stage));
        parts.add(Columns.bytes(cluster));
        parts.add(Columns.bytes(batch));
        parts.add(state);
        if (!CodeKind.SLIP.key().equals(kind)) {
            parts.add(Columns.bytes(kind));
        }
        return parts.toArray(byte[][]::new);
    }
}
