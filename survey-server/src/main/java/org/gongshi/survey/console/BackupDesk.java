package org.gongshi.survey.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.StoreFault;
import org.gongshi.survey.upkeep.Backup;
import org.gongshi.survey.upkeep.BackupTrial;

/**
 * Backups from the console (备份): of the survey, accounts and log, encrypted under the row key; and of content, public site and received
 * self-evaluations, as they are. The first lies beside the data folder, the latest alone: two would tell by their difference.
 */
final class BackupDesk {
    private static final int FIELDS = 4;

    private final House house;
    private final Path site;
    private final Path intake;

    /**
     * A desk.
     *
     * @param site the public folder
     * @param intake where received self-evaluations lie
     */
    BackupDesk(House house, Path site, Path intake) {
        this.house = Objects.requireNonNull(house, "house");
        this.site = Objects.requireNonNull(site, "site");
        this.intake = Objects.requireNonNull(intake, "intake");
    }

    /** The latest backup, as it was when it was made. */
    record Latest(OffsetDateTime moment, String person, long bytes, String digest) {
        private String note() {
            return String.join("\n", moment.toString(), person, Long.toString(bytes), digest);
        }

        private static Latest of(String note) {
            String[] fields = note.split("\n", FIELDS);
            return new Latest(OffsetDateTime.parse(fields[0]), fields[1], Long.parseLong(fields[2]), fields[3]);
        }
    }

    /** The latest backup that is still there. */
    Optional<Latest> latest() {
        return house.office()
                .note(noteName())
                .filter(note -> Files.exists(file()))
                .map(Latest::of);
    }

    /** Where it lies. */
    Path file() {
        Path data = house.files().folder().root();
        return data.resolveSibling(data.getFileName() + ".backup");
    }

    /** Takes one, reads it back, and tries to restore it. One at a time. */
    synchronized Latest take(String person) {
        if (house.round().isGone()) {
            throw new RoundFault("本轮的原始答卷已经销毁，没有可备份的；内容和网站请下载 ZIP。账号和日志随下一轮的备份保存");
        }
        new Backup(house.files(), Optional.of(house.office().folder().file()), house.random())
                .write(house.round(), file());
        BackupTrial.Outcome tried = new BackupTrial(house.files()).read(file());
        if (!tried.record().round().equals(house.round().round()) || !tried.accounts()) {
            throw new RoundFault("备份中缺少调查或账号，不能用于恢复；请联系维护人员");
        }
        try (InputStream bytes = Files.newInputStream(file())) {
            var latest = new Latest(
                    house.clock().instant().atOffset(House.ZONE),
                    person,
                    Files.size(file()),
                    Digest.of(bytes).hex());
            Optional<String> before = house.office().note(noteName());
            house.office().note(noteName(), before, Optional.of(latest.note()));
            return latest;
        } catch (IOException fault) {
            throw new StoreFault("备份无法读取：" + file(), fault);
        }
    }

    /** Writes the latest backup. */
    void write(OutputStream to) throws IOException {
        Files.copy(file(), to);
    }

    /** Writes content, public site and received self-evaluations as one ZIP file. */
    void writeContent(OutputStream to) throws IOException {
        try (var zip = new ZipOutputStream(to)) {
            put(zip, "content/", house.content().root());
            put(zip, "site/public/", site);
            put(zip, "accounts/site/intake/", intake);
        }
    }

    /** Puts every file of a folder into an archive, in the order of the names; nothing where there is no such folder. */
    static void put(ZipOutputStream zip, String prefix, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        // The public folder may be a link to the newest release.
        Path real = folder.toRealPath();
        try (Stream<Path> all = Files.walk(real)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                var entry =
                        new ZipEntry(prefix + real.relativize(file).toString().replace('\\', '/'));
                entry.setLastModifiedTime(Files.getLastModifiedTime(file));
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private String noteName() {
        return "backup " + house.round().round();
    }
}
