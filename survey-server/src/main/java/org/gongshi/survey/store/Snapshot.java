package org.gongshi.survey.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A copy of a folder's files that fit together (快照): what a backup is made of. */
final class Snapshot {
    private Snapshot() {}

    /** How both files are copied. */
    interface Copying {
        void into(DataFolder copy) throws IOException, SQLException;
    }

    /** Both files and the state of the round, private and durable. */
    static void of(DataFolder folder, Path into, Copying copying) {
        var copy = new DataFolder(into);
        try {
            Disk.createPrivate(copy.codes());
            Disk.createPrivate(copy.answers());
            copying.into(copy);
            Disk.sync(copy.codes());
            Disk.sync(copy.answers());
            Disk.syncFolder(copy.root());
        } catch (IOException | SQLException fault) {
            throw new StoreFault("备份快照无法写出：" + fault.getMessage(), fault);
        }
    }
}
