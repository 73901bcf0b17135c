package org.gongshi.survey.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.templates.office.BackupPage;

/** The page of backups (备份): taken, tried and handed out here; put back by a command, while no server runs. */
final class BackupHandlers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final House house;
    private final Frames frames;
    private final BackupDesk desk;
    private final Path siteKey;

    BackupHandlers(House house, Frames frames, BackupDesk desk, Path siteKey) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
        this.siteKey = Objects.requireNonNull(siteKey, "siteKey");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/backup", Action.TAKE_BACKUP, this::show),
                Route.post("/office/backup", Action.TAKE_BACKUP, this::take),
                Route.take("/office/backup/file", Action.TAKE_BACKUP, this::file),
                Route.take("/office/backup/content", Action.TAKE_BACKUP, this::content));
    }

    private Answer show(Visit visit) {
        Optional<BackupPage.Latest> latest = desk.latest()
                .map(one -> new BackupPage.Latest(
                        House.moment(one.moment()), one.person(), size(one.bytes()), one.digest(), name(one)));
        return Answer.page(new BackupPage(frames.frame(visit, "backup"), latest, keys()));
    }

    /** What no backup holds, and a restore needs. */
    private List<BackupPage.Key> keys() {
        SurveyFiles files = house.files();
        boolean over = house.round().record().state().isOver();
        return Stream.of(
                        new BackupPage.Key("row", files.rowKey().toString(), Files.exists(files.rowKey())),
                        new BackupPage.Key("pepper", files.pepper().toString(), Files.exists(files.pepper())),
                        new BackupPage.Key(
                                "office", house.office().folder().key().toString(), true),
                        new BackupPage.Key("site", siteKey.toString(), Files.exists(siteKey)))
                // After the close the pepper has been destroyed, as it must be.
                .filter(key -> !over || !key.key().equals("pepper"))
                .toList();
    }

    private Answer take(Visit visit) {
        BackupDesk.Latest latest = desk.take(visit.person().person());
        frames.flash(visit, "backup.done");
        return Answer.go("/office/backup").about("备份并试恢复，" + size(latest.bytes()) + "，sha256:" + latest.digest());
    }

    private Answer file(Visit visit) {
        BackupDesk.Latest latest =
                desk.latest().orElseThrow(() -> new RoundFault(frames.words().say("backup.none")));
        return new Answer(
                        200,
                        new Answer.Download(name(latest), "application/octet-stream", desk::write),
                        Answer.Cookies.NONE,
                        "")
                .about("下载备份 sha256:" + latest.digest());
    }

    private Answer content(Visit visit) {
        String name = "内容和网站-" + DAY.format(house.clock().instant().atOffset(House.ZONE)) + ".zip";
        return new Answer(
                        200, new Answer.Download(name, "application/zip", desk::writeContent), Answer.Cookies.NONE, "")
                .about("下载内容和网站");
    }

    private String name(BackupDesk.Latest latest) {
        return "调查备份-" + house.round().round().toString().replace('/', '-') + "-" + DAY.format(latest.moment())
                + ".backup";
    }

    private static String size(long bytes) {
        return bytes < 1 << 20 ? Math.max(1, bytes >> 10) + " KB" : (bytes >> 20) + " MB";
    }
}
