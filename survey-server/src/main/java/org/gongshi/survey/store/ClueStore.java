package org.gongshi.survey.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.gongshi.survey.access.RowKey;

/**
 * The third file ({@code clues.db}): sealed clues under random ids, with their day, mixed so that their place on the page
 * tells no order. It shares nothing with the other two. Thread-safe; each clue is durable and the log cut when it returns.
 */
public final class ClueStore implements AutoCloseable {
    static final List<String> MIGRATIONS = List.of("""
            CREATE TABLE clues(
              id BLOB PRIMARY KEY CHECK (length(id) = 16),
              day TEXT NOT NULL, sealed BLOB NOT NULL,
              mac BLOB NOT NULL CHECK (length(mac) = 16)) STRICT, WITHOUT ROWID;
            """ + Seal.TABLE);
    private static final int COLUMNS = 4;
    private static final int ID = 16;

    private final DataFolder folder;
    private final RowKey key;
    private final SecureRandom random;
    private Connection connection;
    private Transaction transaction;
    private Mixer mixer;
    private Seal seal;

    /** Opens the file, or makes it. */
    public ClueStore(DataFolder folder, RowKey key, SecureRandom random) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.key = Objects.requireNonNull(key, "key");
        this.random = Objects.requireNonNull(random, "random");
        open();
    }

    /** Keeps a clue; false when so many are there already. */
    public synchronized boolean add(LocalDate day, byte[] sealed, int capacity) {
        open();
        try {
            if (Sqlite.number(connection, "SELECT count(*) FROM clues") >= capacity) {
                return false;
            }
            byte[] id = new byte[ID];
            random.nextBytes(id);
            transaction.begin();
            Object[] row = {id, day.toString(), sealed, sealOf(id, day.toString(), sealed)};
            mixer.insert(List.<Object[]>of(row));
            seal.add(1);
            transaction.commit();
            transaction.truncateLog();
            return true;
        } catch (SQLException fault) {
            // One that has met a full disk never recovers.
            close();
            throw Sql.fault(fault);
        }
    }

    /** All clues, shuffled. */
    public synchronized List<SealedClue> all() {
        open();
        return Sql.ask(() -> {
            List<SealedClue> clues = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id, day, sealed FROM clues");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String id = HexFormat.of().formatHex(row.getBytes(1));
                    clues.add(new SealedClue(id, LocalDate.parse(row.getString(2)), row.getBytes(3)));
                }
            }
            Collections.shuffle(clues, random);
            return clues;
        });
    }

    /** Rows that are not as they were written. */
    public synchronized List<Damage> check() {
        open();
        return Sql.ask(() -> {
            List<Damage> damages = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id, day, sealed, mac FROM clues");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] expected = sealOf(row.getBytes(1), row.getString(2), row.getBytes(3));
                    if (!java.util.Arrays.equals(expected, row.getBytes(4))) {
                        damages.add(new Damage("clues", ResponseRows.shortKey(row.getBytes(1)), "校验码不符"));
                    }
                }
            }
            return damages;
        });
    }

    /** Everything that is wrong with the file of a folder that this process holds; empty when there is none. */
    static List<Damage> examine(DataFolder folder, RowKey key, SecureRandom random) {
        if (Files.notExists(folder.clues())) {
            return List.of();
        }
        try (var store = new ClueStore(folder, key, random)) {
            return store.check();
        } catch (StoreFault fault) {
            return List.of(new Damage("clues", Damage.WHOLE, fault.getMessage()));
        }
    }

    /** A whole copy into a folder that is there. */
    public synchronized void snapshot(Path into) {
        open();
        Path copy = new DataFolder(into).clues();
        try {
            Disk.createPrivate(copy);
            Sqlite.copyInto(connection, copy);
            Disk.sync(copy);
        } catch (IOException | SQLException fault) {
            throw new StoreFault("备份快照无法写出：" + fault.getMessage(), fault);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException already) {
            // It is thrown away because it failed.
            return;
        } finally {
            connection = null;
        }
    }

    private void open() {
        if (connection != null) {
            return;
        }
        try {
            Disk.createPrivate(folder.clues());
            connection = Sqlite.open(folder.clues(), MIGRATIONS);
            transaction = new Transaction(connection);
            mixer = new Mixer(connection, random, "clues", COLUMNS);
            seal = new Seal(connection, key, "clues");
            seal.check();
        } catch (SQLException fault) {
            close();
            throw Sql.fault(fault);
        } catch (IOException fault) {
            throw new StoreFault("线索文件无法建立：" + fault.getMessage(), fault);
        } catch (StoreFault fault) {
            close();
            throw fault;
        }
    }

    private byte[] sealOf(byte[] id, String day, byte[] sealed) {
        return key.seal("clue", id, Columns.bytes(day), sealed);
    }
}
