package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.SurveyStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promise 3: a full disk is told as busy, loses nothing, and is over when there is room again. */
class DiskFullTest {
    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mountSmallDisk() throws IOException, InterruptedException {
        disk = SurveyFixture.temporaryFolder();
        mounted = run("mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", disk.toString());
        assumeTrue(mounted, "skipped: a small tmpfs can be mounted by root alone");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            run("umount", disk.toString());
        }
        Files.deleteIfExists(disk);
    }

    @Test
    void a_full_disk_is_busy_and_recovers_by_itself() throws IOException {
        try (SurveyRound round = round(disk)) {
            round.open();
            Filled filled = fill(round.intake(), mintParents(round, 300));
            assertThat(filled.busy()).isNotEmpty();
            assertThat(filled.acknowledged()).isNotEmpty();
            Files.delete(disk.resolve("filler"));
            assertThat(send(round.intake(), filled.busy().get(0))).isInstanceOf(Reply.Accepted.class);
            assertThat(lost(round.intake(), filled)).isZero();
            assertThat(round.counts().values())
                    .containsExactly((long) filled.acknowledged().size() + 1);
        }
    }

    /** The control: the same harness must catch a server that says 已收到 before it is on disk. */
    @Test
    void a_server_that_answers_before_the_commit_is_caught_by_the_same_disk() throws IOException {
        List<AccessCode> codes;
        try (SurveyRound round = round(disk)) {
            round.open();
            codes = mintParents(round, 300);
        }
        SurveyFiles files = SurveyFixture.files(disk);
        var random = new SecureRandom();
        var store = new SurveyStore(files.folder(), RowKey.read(files.rowKey()), random);
        Pepper pepper = Pepper.read(files.pepper());
        try (var writer = new Writer(
                store,
                random,
                () -> new Gate.Open(SurveyFixture.forms()),
                Writer.QUEUE,
                counts -> new WeakProtocol(store, pepper, random, counts))) {
            Filled filled = fill(writer, codes);
            Files.delete(disk.resolve("filler"));
            assertThat(lost(writer, filled)).isPositive();
        }
    }

    private record Filled(Map<Submission, String> acknowledged, List<Submission> busy) {}

    private Filled fill(Intake intake, List<AccessCode> codes) throws IOException {
        var filled = new Filled(new LinkedHashMap<>(), new ArrayList<>());
        for (AccessCode code : codes) {
            fillUpAfter(filled.acknowledged().size());
            Submission form = parent(nonce(), code);
            Reply reply = send(intake, form);
            if (reply instanceof Reply.Accepted accepted) {
                filled.acknowledged().put(form, accepted.receipt());
            } else {
                assertThat(reply).isInstanceOf(Reply.Busy.class);
                assertThat(((Reply.Busy) reply).retryAfter()).isPositive();
                filled.busy().add(form);
            }
        }
        return filled;
    }

    /** Sends all that was acknowledged again; how many the server did not know. */
    private static long lost(Intake intake, Filled filled) {
        return filled.acknowledged().entrySet().stream()
                .filter(sent -> !send(intake, sent.getKey()).equals(new Reply.Accepted(sent.getValue(), true)))
                .count();
    }

    /** Takes what is left of the disk after the first twenty answers. */
    private void fillUpAfter(int answers) throws IOException {
        Path filler = disk.resolve("filler");
        if (answers == 20 && Files.notExists(filler)) {
            try (var out = Files.newOutputStream(filler)) {
                while (true) {
                    out.write(new byte[1024]);
                }
            } catch (IOException full) {
                assertThat(Files.size(filler)).isPositive();
            }
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
