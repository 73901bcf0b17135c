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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.round.SurveyRound;
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
    void a_full_disk_is_busy_and_recovers_by_itself() throws IOException, InterruptedException {
        Map<Submission, String> acknowledged = new LinkedHashMap<>();
        try (SurveyRound round = round(disk)) {
            round.open();
            List<AccessCode> codes = mintParents(round, 300);
            int busy = 0;
            Submission refused = null;
            for (AccessCode code : codes) {
                fillUpAfter(acknowledged.size());
                Submission form = parent(nonce(), code);
                Reply reply = send(round.intake(), form);
                if (reply instanceof Reply.Accepted accepted) {
                    acknowledged.put(form, accepted.receipt());
                } else {
                    assertThat(reply).isInstanceOf(Reply.Busy.class);
                    assertThat(((Reply.Busy) reply).retryAfter()).isPositive();
                    refused = form;
                    busy++;
                }
            }
            assertThat(busy).isPositive();
            assertThat(acknowledged).isNotEmpty();
            Files.delete(disk.resolve("filler"));
            assertThat(send(round.intake(), refused)).isInstanceOf(Reply.Accepted.class);
            acknowledged.forEach((form, receipt) ->
                    assertThat(send(round.intake(), form)).isEqualTo(new Reply.Accepted(receipt, true)));
            assertThat(round.counts().values()).containsExactly((long) acknowledged.size() + 1);
        }
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
