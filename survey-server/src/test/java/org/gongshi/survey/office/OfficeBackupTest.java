package org.gongshi.survey.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.upkeep.Backup;
import org.gongshi.survey.upkeep.Restore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup brings accounts and log back, with the office's key from elsewhere. */
class OfficeBackupTest {
    private static final String PASSWORD = "草原 上的 早晨 很安静 2026";

    @TempDir
    Path folder;

    private Office open(OfficeFolder place) {
        return Office.open(place, SurveyFixture.CLOCK, new SecureRandom(), Office.Cost.LEAST);
    }

    private OfficeFolder place(Path parent) {
        return OfficeFolder.beside(SurveyFixture.files(parent).folder().root());
    }

    private static void enrol(Office office, String name) {
        office.accounts().changePassword(name, office.add(name, "某某岗", Role.CLERK, Optional.empty()), PASSWORD);
    }

    private static boolean signsIn(Office office, String name) {
        return office.signIn(name, PASSWORD, "", "192.0.2.1") instanceof Office.SignIn.In;
    }

    private Path backUp() {
        Path target = folder.resolve("safe").resolve("backup");
        try (SurveyRound round = SurveyFixture.round(folder);
                Office office = open(place(folder))) {
            round.open();
            enrol(office, "wang");
            // While the office is at work.
            Optional<Path> file = Optional.of(place(folder).file());
            new Backup(SurveyFixture.files(folder), file, new SecureRandom()).write(round, target);
            enrol(office, "later");
        }
        return target;
    }

    /** Another folder; the keys came there by their own way. */
    private Path elsewhere() throws IOException {
        Path there = Files.createDirectories(folder.resolve("elsewhere"));
        SurveyFiles from = SurveyFixture.files(folder);
        SurveyFiles to = SurveyFixture.files(there);
        Files.copy(from.rowKey(), to.rowKey());
        Files.copy(from.pepper(), to.pepper());
        Files.copy(place(folder).key(), place(there).key());
        return there;
    }

    private void restore(Path backup, Path there) {
        new Restore(
                        SurveyFixture.files(there),
                        Optional.empty(),
                        Optional.of(place(there).file()),
                        new SecureRandom())
                .read(backup);
    }

    @Test
    void who_had_an_account_at_the_backup_signs_in_after_the_restore_and_the_log_is_whole() throws IOException {
        Path backup = backUp();
        Path there = elsewhere();
        restore(backup, there);
        try (Office office = open(place(there))) {
            assertThat(signsIn(office, "wang")).isTrue();
            assertThat(signsIn(office, "later")).isFalse();
            assertThat(office.log().check(Optional.empty()).isSound()).isTrue();
        }
        assertThat(SurveyFixture.files(there).folder().root().resolve("office.db"))
                .doesNotExist();
    }

    @Test
    void accounts_that_are_there_already_stay() throws IOException {
        Path backup = backUp();
        Path there = elsewhere();
        try (Office office = open(place(there))) {
            enrol(office, "zhao");
        }
        restore(backup, there);
        try (Office office = open(place(there))) {
            assertThat(signsIn(office, "zhao")).isTrue();
            assertThat(signsIn(office, "wang")).isFalse();
        }
    }

    @Test
    void a_survey_without_an_office_is_backed_up_as_before() throws IOException {
        Path target = folder.resolve("safe").resolve("backup");
        try (SurveyRound round = SurveyFixture.round(folder)) {
            round.open();
            Optional<Path> none = Optional.of(folder.resolve("no.db"));
            new Backup(SurveyFixture.files(folder), none, new SecureRandom()).write(round, target);
        }
        Path there = Files.createDirectories(folder.resolve("elsewhere"));
        Files.copy(
                SurveyFixture.files(folder).rowKey(), SurveyFixture.files(there).rowKey());
        Files.copy(
                SurveyFixture.files(folder).pepper(), SurveyFixture.files(there).pepper());
        restore(target, there);
        assertThat(place(there).file()).doesNotExist();
        assertThat(folder.resolve("no.db")).doesNotExist();
    }
}
