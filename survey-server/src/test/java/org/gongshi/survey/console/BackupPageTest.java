package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.gongshi.survey.round.RoundState;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.upkeep.BackupTrial;
import org.gongshi.survey.upkeep.Restore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups from the console: what an administrator carries off can be restored elsewhere, and holds no key. */
class BackupPageTest {
    @TempDir
    Path folder;

    private OfficeHouse house;
    private Visitor admin;

    @BeforeEach
    void start() {
        house = OfficeHouse.open(folder);
        admin = house.visitor().signIn("admin", house.account("admin", "管理员<b>甲", Role.ADMIN));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void a_backup_that_was_carried_off_is_restored_elsewhere_with_accounts_and_log() throws IOException {
        assertThat(admin.get("/office/backup").text())
                .contains("还没有备份", house.files.rowKey().toString());
        assertThat(admin.get("/office/backup/file").status()).isEqualTo(409);
        house.round.open();

        assertThat(admin.post("/office/backup").status()).isEqualTo(303);

        String page = admin.get("/office/backup").text();
        assertThat(page).contains("试恢复成功", "管理员&lt;b", "href=\"/office/backup/file\"");
        Got got = admin.get("/office/backup/file");
        Path carried = Files.write(folder.resolve("carried"), got.response().body());
        assertThat(page).contains(Digest.of(got.response().body()).hex());
        assertThat(house.office.log().entries(0, 100).toString()).contains("备份并试恢复", "下载备份 sha256:");
        var other = SurveyFiles.beside(folder.resolve("elsewhere"));
        Files.copy(house.files.rowKey(), other.rowKey());
        Files.copy(house.files.pepper(), other.pepper());
        Path accounts = folder.resolve("elsewhere.office/office.db");
        assertThat(new Restore(other, Optional.empty(), Optional.of(accounts), new SecureRandom())
                        .read(carried)
                        .state())
                .isEqualTo(RoundState.OPEN);
        assertThat(accounts).exists();
        assertThat(other.folder().answers()).exists();
        assertThat(house.files.folder().root().resolve("trial")).doesNotExist();
    }

    @Test
    void only_the_latest_backup_is_kept_and_a_cut_or_foreign_one_is_not_tried_in_silence() throws IOException {
        admin.get("/office/backup");
        admin.post("/office/backup");
        byte[] first = admin.get("/office/backup/file").response().body();
        admin.post("/office/backup");
        Path latest = house.files.folder().root().resolveSibling("data.backup");
        assertThat(Files.readAllBytes(latest)).as("sealed anew").isNotEqualTo(first);
        byte[] cut = Files.readAllBytes(latest);
        Path broken = Files.write(folder.resolve("broken"), java.util.Arrays.copyOf(cut, cut.length - 9));
        assertThatThrownBy(() -> new BackupTrial(house.files).read(broken)).isInstanceOf(SecretFault.class);
        assertThat(house.files.folder().root().resolve("trial")).doesNotExist();
    }

    @Test
    void content_site_and_received_files_come_as_one_file_without_any_key() throws IOException {
        Files.createDirectories(folder.resolve("public"));
        Files.writeString(folder.resolve("public/chain.txt"), "the chain\n");
        Files.createDirectories(folder.resolve("works/intake/2025-990000/990100"));
        Files.writeString(folder.resolve("works/intake/2025-990000/990100/1.bin"), "as it came");

        Got got = admin.get("/office/backup/content");

        Map<String, String> files = new HashMap<>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(got.response().body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        assertThat(files)
                .containsEntry("content/places.yaml", Files.readString(house.content.resolve("places.yaml")))
                .containsEntry("site/public/chain.txt", "the chain\n")
                .containsEntry("accounts/site/intake/2025-990000/990100/1.bin", "as it came");
        assertThat(files.keySet()).noneMatch(name -> name.contains("key") || name.contains("pepper"));
        assertThat(got.header("Content-Disposition")).contains(".zip");
    }
}
