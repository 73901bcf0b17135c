package org.gongshi.survey.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.store.Damage;
import org.gongshi.survey.store.DataFolder;
import org.gongshi.survey.store.Disk;
import org.gongshi.survey.store.Examination;
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

    private static final int TOLD = 20;

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
     * @throws RoundFault when the target lies in the data folder, or data are damaged; then the older one is still there
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
            requireSound(new DataFolder(plain), key);
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

    /** A backup that no restore would take must not replace one that is good. */
    private static void requireSound(DataFolder copy, RowKey key) {
        List<Damage> damages = Examination.of(copy, key);
        if (!damages.isEmpty()) {
            throw new RoundFault(Stream.concat(
                            Stream.of("数据已损坏，没有备份；原有的备份没有动。请停止服务，把原有的备份恢复到另一个目录（survey restore）；要保留现场，停止服务后整份复制数据目录"),
                            damages.stream().map(Damage::toLine).limit(TOLD))
                    .toList());
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
