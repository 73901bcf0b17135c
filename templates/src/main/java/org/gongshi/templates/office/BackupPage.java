package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Backups (备份).
 *
 * @param latest the latest backup of survey and accounts; empty when there is none
 * @param keys what no backup holds and a restore needs
 */
public record BackupPage(OfficeFrame frame, Optional<Latest> latest, List<Key> keys) implements OfficePage {
    public BackupPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(latest, "latest");
        keys = List.copyOf(keys);
    }

    /** A backup that was taken and tried. */
    public record Latest(String moment, String person, String size, String digest, String name) {}

    /**
     * A key.
     *
     * @param key which one
     * @param there whether the file is there
     */
    public record Key(String key, String file, boolean there) {}

    @Override
    public String title() {
        return words().say("backup.title");
    }

    @Override
    public String template() {
        return "office/backup.jte";
    }
}
