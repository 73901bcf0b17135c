package org.gongshi.survey.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.gongshi.survey.access.RowKey;

/**
 * The close: answers are copied into a fresh file in the order of their keys, of the codes only counts are kept, then the
 * originals are overwritten and removed. The copies lie in a folder whose name says whether they are complete, so the
 * steps can be resumed after a crash at any point.
 */
public final class Closing {
    private final DataFolder folder;
    private final RowKey key;

    public Closing(DataFolder folder, RowKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** Whether complete copies wait to take the place of the originals. */
    public boolean isPrepared() {
        return Files.isDirectory(ready());
    }

    void copy(Connection answers, List<IssuedCodes> issued) {
        try {
            removeHalfDone();
            Files.createDirectories(partly());
            Path answersCopy = partly().resolve(folder.answers().getFileName());
            Path codesCopy = partly().resolve(folder.codes().getFileName());
            // VACUUM INTO takes an empty file that is there.
            Disk.createPrivate(answersCopy);
            Disk.createPrivate(codesCopy);
            Sqlite.copyInto(answers, answersCopy);
            writeCounts(codesCopy, issued);
            Disk.sync(answersCopy);
            Disk.sync(codesCopy);
            Disk.syncFolder(partly());
            Disk.move(partly(), ready());
        } catch (IOException | SQLException fault) {
            throw new StoreFault("结束调查时无法写出副本：" + fault.getMessage(), fault);
        }
    }

    /** Destroys the originals and puts the copies in their place; may be called again after a crash. */
    public void swap() {
        FirstKeyings.destroyAll(folder);
        try {
            for (Path original : List.of(folder.answers(), folder.codes())) {
                Path copy = ready().resolve(original.getFileName());
                if (Files.exists(copy)) {
                    for (String leftover : List.of("", "-wal", "-shm", "-journal")) {
                        Disk.destroy(original.resolveSibling(original.getFileName() + leftover));
                    }
                    Disk.move(copy, original);
                }
            }
            Files.deleteIfExists(ready());
            Disk.syncFolder(folder.root());
        } catch (IOException fault) {
            throw new StoreFault("结束调查时无法销毁原文件：" + fault.getMessage(), fault);
        }
    }

    private void removeHalfDone() throws IOException {
        for (Path name : List.of(folder.answers().getFileName(), folder.codes().getFileName())) {
            for (String leftover : List.of("", "-journal")) {
                Disk.destroy(partly().resolve(name + leftover));
            }
        }
        Files.deleteIfExists(partly());
    }

    private void writeCounts(Path file, List<IssuedCodes> issued) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=DELETE");
            statement.execute("PRAGMA synchronous=FULL");
            statement.executeUpdate("BEGIN; " + IssuedRows.TABLE + Seal.TABLE + "; COMMIT");
            new IssuedRows(connection, key).write(issued);
        }
    }

    private Path partly() {
        return folder.root().resolve("closing");
    }

    private Path ready() {
        return folder.root().resolve("closed");
    }
}
