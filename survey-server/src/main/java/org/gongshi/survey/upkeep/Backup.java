package org.gongshi.survey.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.store.Disk;
import org.gongshi.survey.store.OfficeStore;
import org.gongshi.survey.store.StoreFault;

/**
 * Takes a backup (备份), also while answers come in: everything acknowledged before it began is in it. Both files are
 * copied between the same two batches, so they fit together; the copies are in the order of their keys and are destroyed
 * when they lie encrypted in the target. Only the latest is kept: two backups would tell by their difference.
 */
public final class Backup {
    /** The office's file in a backup. */
    static final String OFFICE = "office.db";

    private final SurveyFiles files;
    private final Optional<Path> office;
    private final SecureRandom random;

    /** Of the survey alone. */
    public Backup(SurveyFiles files, SecureRandom random) {
        this(files, Optional.empty(), random);
    }

    /** @param office the file of the office's accounts and log; left out when there is none */
    public Backup(SurveyFiles files, Optional<Path> office, SecureRandom random) {
        this.files = Objects.requireNonNull(files, "files");
        this.office = Objects.requireNonNull(office, "office");
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * Writes the backup; an older one of the same name is overwritten and removed only after the new one was read back.
     *
     * @throws RoundFault when the target lies in the data folder
     * @throws StoreFault when it cannot be written; then the older one is still there
     */
    public void write(Operations operations, Path target) {
        if (target.toAbsolutePath().normalize().startsWith(files.folder().root())) {
            throw new RoundFault("备份不得放在数据目录内：" + target);
        }
        Path plain = files.folder().root().resolve("backup");
        try {
            RowKey key = RowKey.read(files.rowKey());
            Folders.destroy(plain);
            Folders.createPrivate(plain);
            operations.snapshot(plain);
            office.filter(Files::exists).ifPresent(file -> OfficeStore.copy(file, plain.resolve(OFFICE)));
            Files.createDirectories(target.toAbsolutePath().getParent());
            Path beside = target.resolveSibling(target.getFileName() + ".new");
            var backup = new BackupFile(beside, key);
            backup.write(Folders.list(plain), random);
            backup.verify();
            swapIn(beside, target);
        } catch (IOException fault) {
            throw new StoreFault("备份无法写出：" + fault.getMessage(), fault);
        } finally {
            Folders.destroyQuietly(plain);
        }
    }

    private static void swapIn(Path beside, Path target) throws IOException {
        Path older = target.resolveSibling(target.getFileName() + ".old");
        // Left by a crash between the two moves: the newer one counts.
        for (Path leftover : Files.exists(target) ? List.of(older) : List.<Path>of()) {
            Disk.destroy(leftover);
        }
        if (Files.exists(target)) {
            Disk.move(target, older);
        }
        Disk.move(beside, target);
        Disk.destroy(older);
    }
}
