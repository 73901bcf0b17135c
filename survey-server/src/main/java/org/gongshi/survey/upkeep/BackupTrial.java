package org.gongshi.survey.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundFile;
import org.gongshi.survey.round.RoundRecord;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.store.Damage;
import org.gongshi.survey.store.DataFolder;
import org.gongshi.survey.store.Examination;
import org.gongshi.survey.store.StoreFault;

/**
 * Holds a backup against what a restore would do with it (试恢复): it is opened with the survey's key, unpacked into a folder of its own,
 * examined row by row, and the unpacked copies are destroyed. Nothing of the survey is touched, so that it may run beside a server.
 */
public final class BackupTrial {
    private final SurveyFiles files;

    public BackupTrial(SurveyFiles files) {
        this.files = Objects.requireNonNull(files, "files");
    }

    /**
     * What would be restored.
     *
     * @param accounts whether the office's accounts and log are in it
     */
    public record Outcome(RoundRecord record, boolean accounts) {
        public Outcome {
            Objects.requireNonNull(record, "record");
        }
    }

    /**
     * Tries it.
     *
     * @throws RoundFault when rows are damaged, every damage a line
     * @throws org.gongshi.survey.access.SecretFault when the backup is cut, changed or foreign
     */
    public Outcome read(Path backup) {
        RowKey key = RowKey.read(files.rowKey());
        Path beside = files.folder().root().resolve("trial");
        try {
            Folders.destroy(beside);
            Folders.createPrivate(beside);
            new BackupFile(backup, key).readInto(beside);
            var unpacked = new DataFolder(beside);
            RoundRecord record = new RoundFile(unpacked.round(), key).read();
            List<Damage> damages = Examination.of(unpacked, key);
            if (!damages.isEmpty()) {
                throw new RoundFault(damages.stream()
                        .map(damage -> "备份中的数据已损坏：" + damage.toLine())
                        .toList());
            }
            return new Outcome(record, Files.exists(beside.resolve(Backup.OFFICE)));
        } catch (IOException fault) {
            throw new StoreFault("备份无法试恢复：" + fault.getMessage(), fault);
        } finally {
            Folders.destroyQuietly(beside);
        }
    }
}
