package org.gongshi.survey.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundFile;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.store.Damage;
import org.gongshi.survey.store.DataFolder;
import org.gongshi.survey.store.Disk;
import org.gongshi.survey.store.Examination;
import org.gongshi.survey.store.FolderLock;
import org.gongshi.survey.store.Resealing;
import org.gongshi.survey.store.StoreFault;

/**
 * Puts a backup into an empty data folder (恢复). It is read to its last byte and examined row by row beside the place
 * before anything is put there; a folder that holds a survey is never touched.
 */
public final class Restore {
    private final SurveyFiles files;
    private final Optional<Path> oldRowKey;
    private final Optional<Path> office;
    private final SecureRandom random;

    /** @param files where to; the keys must lie there already */
    public Restore(SurveyFiles files) {
        this(files, Optional.empty(), new SecureRandom());
    }

    /** @param oldRowKey the key of the backup, when the restored survey is to have a new one: the key is rotated */
    public Restore(SurveyFiles files, Optional<Path> oldRowKey, SecureRandom random) {
        this(files, oldRowKey, Optional.empty(), random);
    }

    /**
     * @param oldRowKey the key of the backup, when the restored survey is to have a new one: the key is rotated
     * @param office where the office's accounts and log go, unless there are some already; empty leaves them in the backup
     */
    public Restore(SurveyFiles files, Optional<Path> oldRowKey, Optional<Path> office, SecureRandom random) {
        this.office = Objects.requireNonNull(office, "office");
        this.files = Objects.requireNonNull(files, "files");
        this.oldRowKey = Objects.requireNonNull(oldRowKey, "oldRowKey");
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * What was restored.
     *
     * @throws RoundFault when the folder holds a survey, or the backup's data are damaged (every damage a line)
     * @throws org.gongshi.survey.access.SecretFault when a key is missing, or the backup is cut, changed or foreign
     */
    public RoundRecord read(Path backup) {
        DataFolder target = files.folder().create();
        try (FolderLock lock = FolderLock.take(target)) {
            Objects.requireNonNull(lock, "lock");
            // A crash while files were put in place left the state of the round behind: that is not yet a survey.
            boolean halfDone = Files.exists(new DataFolder(beside(target)).round()) && Files.notExists(target.round());
            if (target.hasSurvey() && !halfDone) {
                throw new RoundFault("数据目录中已有调查，不会覆盖：" + target.root() + "（请恢复到另一个目录）");
            }
            RowKey key = RowKey.read(oldRowKey.orElse(files.rowKey()));
            return read(backup, target, key);
        } catch (IOException fault) {
            throw new StoreFault("备份无法恢复：" + fault.getMessage(), fault);
        }
    }

    private RoundRecord read(Path backup, DataFolder target, RowKey key) throws IOException {
        Path beside = beside(target);
        Folders.destroy(beside);
        Folders.createPrivate(beside);
        try {
            new BackupFile(backup, key).readInto(beside);
            var restored = new DataFolder(beside);
            RoundRecord record = new RoundFile(restored.round(), key).read();
            if (!record.state().isOver()) {
                // Without it no slip could be recognised; better told before anything is in place.
                Pepper.read(files.pepper(), record.pepper());
            }
            requireSound(restored, key);
            if (oldRowKey.isPresent()) {
                rotate(restored, key);
            }
            restoreOffice(beside.resolve(Backup.OFFICE));
            // The state comes last: a folder without it is not taken for a survey's.
            for (Path part : Folders.list(beside)) {
                if (!part.equals(restored.round())) {
                    Disk.move(part, target.root().resolve(part.getFileName()));
                }
            }
            Disk.move(restored.round(), target.round());
            return record;
        } finally {
            Folders.destroyQuietly(beside);
        }
    }

    /** Accounts that are there are newer than those of the backup, or of another office: they stay. */
    private void restoreOffice(Path copy) throws IOException {
        if (Files.exists(copy) && office.isPresent() && Files.notExists(office.get())) {
            Folders.createPrivate(office.get().toAbsolutePath().getParent());
            Disk.move(copy, office.get());
        }
        Disk.destroy(copy);
    }

    private void rotate(DataFolder restored, RowKey old) {
        RowKey fresh = RowKey.readOrCreate(files.rowKey(), random);
        if (fresh.isSameAs(old)) {
            throw new RoundFault("目标目录旁已是原来的行校验密钥，没有可更换的：" + files.rowKey());
        }
        new RoundFile(restored.round(), old).reseal(fresh);
        Resealing.of(restored, fresh);
        requireSound(restored, fresh);
    }

    private static Path beside(DataFolder target) {
        return target.root().resolve("restoring");
    }

    private static void requireSound(DataFolder restored, RowKey key) {
        List<Damage> damages = Examination.of(restored, key);
        if (!damages.isEmpty()) {
            throw new RoundFault(damages.stream()
                    .map(damage -> "备份中的数据已损坏：" + damage.toLine())
                    .toList());
        }
    }
}
