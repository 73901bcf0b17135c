package org.gongshi.survey.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.gongshi.survey.access.RowKey;

/**
 * The two files of a running survey. Belongs to one thread; after any fault the connections are thrown away, because one
 * that has met a full disk never recovers.
 */
public final class SurveyStore implements AutoCloseable {
    private final DataFolder folder;
    private final RowKey key;
    private final SecureRandom random;
    private Connection codesFile;
    private Connection answersFile;
    private CodeStore codes;
    private ResponseStore responses;
    private boolean finished;

    /** @throws StoreFault when a file cannot be opened, is damaged or has lost rows */
    public SurveyStore(DataFolder folder, RowKey key, SecureRandom random) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.key = Objects.requireNonNull(key, "key");
        this.random = Objects.requireNonNull(random, "random");
        open();
    }

    /** @throws StoreFault when the files could not be opened again after a fault */
    public CodeStore codes() {
        open();
        return codes;
    }

    /** Paper sheets that wait for their second keying. */
    public FirstKeyings keyings() {
        return new FirstKeyings(folder, key);
    }

    /** @throws StoreFault when the files could not be opened again after a fault */
    public ResponseStore responses() {
        open();
        return responses;
    }

    /** Drops what is not committed and the connections; the next use opens new ones. */
    public void reset() {
        quietly(codesFile);
        quietly(answersFile);
        codesFile = null;
        answersFile = null;
    }

    /** Rows of both files that are not as they were written. */
    public List<Damage> check() {
        open();
        return Examination.ofOpen(codesFile, answersFile, key);
    }

    /** Copies both files, as they are between two batches, into a folder that is there; durable when it returns. */
    public void snapshot(Path into) {
        open();
        Snapshot.of(folder, into, copy -> {
            Sqlite.copyInto(codesFile, copy.codes());
            Sqlite.copyInto(answersFile, copy.answers());
        });
    }

    /** Writes what may outlive the close beside the files, complete and durable, and lets go of the files. */
    public void prepareClose() {
        open();
        new Closing(folder, key).copy(answersFile, codes.issued());
        close();
    }

    @Override
    public void close() {
        finished = true;
        reset();
    }

    private void open() {
        if (codesFile != null && answersFile != null) {
            return;
        }
        if (finished) {
            throw new StoreFault("数据文件已关闭");
        }
        reset();
        try {
            Disk.createPrivate(folder.codes());
            Disk.createPrivate(folder.answers());
            codesFile = Sqlite.open(folder.codes(), CodeStore.MIGRATIONS);
            answersFile = Sqlite.open(folder.answers(), ResponseStore.MIGRATIONS);
            codes = new CodeStore(codesFile, key);
            responses = new ResponseStore(answersFile, key, random);
        } catch (SQLException fault) {
            reset();
            throw Sql.fault(fault);
        } catch (IOException fault) {
            throw new StoreFault("数据文件无法建立：" + fault.getMessage(), fault);
        } catch (StoreFault fault) {
            reset();
            throw fault;
        }
    }

    private static void quietly(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException already) {
            // The connection is thrown away because it failed; how it fails once more adds nothing.
            return;
        }
    }
}
