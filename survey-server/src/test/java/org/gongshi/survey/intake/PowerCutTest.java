package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.round;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.round.SurveyRound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Promise 1: a power cut loses nothing that was acknowledged. {@code kill -9} cannot show it, for the kernel still writes
 * what a dead process has handed to it; here the file system itself is stopped ({@code EXT4_IOC_SHUTDOWN} without flushing its
 * journal), the process killed, the disk unmounted and mounted again. Needs root, ext4 and a loop device; run by
 * {@code mvn -pl survey-server -am -Dtest=PowerCutTest -Dgongshi.powercut=20 test}.
 */
class PowerCutTest {
    private static final String ROUNDS = "gongshi.powercut";
    private static final int FORMS = 300;
    private static final int ROUNDS_OF_CONTROL = 10;
    private static final int MEGABYTES = 96;

    /** {@code _IOR('X', 125, __u32)} with EXT4_GOING_FLAGS_NOLOGFLUSH: what was not synced is gone. */
    private static final String CUT = "import fcntl,os,struct,sys;"
            + "fcntl.ioctl(os.open(sys.argv[1],os.O_RDONLY),0x8004587D,struct.pack('I',2))";

    private final Random random = new Random(17);
    private Path place;
    private Path disk;
    private boolean mounted;

    @BeforeEach
    void makeDisk() throws IOException, InterruptedException {
        assumeTrue(Integer.getInteger(ROUNDS, 0) > 0, "skipped: run with -D" + ROUNDS + "=20, as root");
        place = SurveyFixture.temporaryFolder();
        disk = Files.createDirectory(place.resolve("disk"));
        Path image = place.resolve("image");
        try (var file = java.nio.channels.FileChannel.open(
                image, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.allocate(1), MEGABYTES * 1_048_576L - 1);
        }
        assumeTrue(run("mkfs.ext4", "-q", "-F", image.toString()), "skipped: mkfs.ext4 is not there");
        mount();
        assumeTrue(mounted, "skipped: a loop device can be mounted by root alone");
    }

    @AfterEach
    void removeDisk() throws IOException, InterruptedException {
        if (mounted) {
            unmount();
        }
        if (place != null) {
            Files.deleteIfExists(place.resolve("image"));
            Files.deleteIfExists(disk);
            Files.deleteIfExists(place);
        }
    }

    @Test
    void a_power_cut_loses_nothing_acknowledged_and_nothing_counts_twice() throws Exception {
        openSurvey();
        int rounds = Integer.getInteger(ROUNDS);
        long acknowledgedInAll = 0;
        for (int i = 0; i < rounds; i++) {
            List<String> forms = newForms();
            Map<Integer, String> acknowledged = runAndCut(forms, "sound", 1 + random.nextInt(FORMS / 2));
            acknowledgedInAll += acknowledged.size();
            try (SurveyRound round = round(disk)) {
                round.showForms();
                assertThat(round.check()).isEmpty();
                assertThat(CrashTest.lost(round.intake(), forms, acknowledged)).isZero();
                assertThat(CrashTest.doubles(round.intake(), forms)).isZero();
            }
        }
        System.out.println(
                "power cuts " + rounds + ", acknowledged before them " + acknowledgedInAll + ", lost 0, double 0");
    }

    @Test
    void the_usual_settings_of_a_write_ahead_log_would_lose_some() throws Exception {
        openSurvey();
        long lost = 0;
        int cuts = 0;
        for (; cuts < ROUNDS_OF_CONTROL && lost == 0; cuts++) {
            List<String> forms = newForms();
            Map<Integer, String> acknowledged = runAndCut(forms, "usual", FORMS / 2 + random.nextInt(FORMS / 4));
            try (SurveyRound round = round(disk)) {
                round.showForms();
                lost = CrashTest.lost(round.intake(), forms, acknowledged);
            }
        }
        System.out.println("control: synchronous=NORMAL, log not cut: " + lost + " lost after " + cuts + " power cuts");
        assertThat(lost).isPositive();
    }

    private void openSurvey() {
        try (SurveyRound round = round(disk)) {
            round.open();
        }
    }

    private List<String> newForms() throws IOException {
        try (SurveyRound round = round(disk)) {
            List<String> forms = mintParents(round, FORMS).stream()
                    .map(code -> code.value() + " " + nonce())
                    .toList();
            Files.write(disk.resolve("forms"), forms);
            return forms;
        }
    }

    /** What was acknowledged when the current failed. */
    private Map<Integer, String> runAndCut(List<String> forms, String mode, int after) throws Exception {
        // What stands before the cut must not be lost with it.
        assertThat(run("sync")).isTrue();
        Process child = CrashTest.child(disk, mode)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<Integer, String> acknowledged = new HashMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            boolean cut = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                if (parts.length == 2 && parts[1].length() == 64) {
                    acknowledged.put(Integer.parseInt(parts[0]), parts[1]);
                }
                if (acknowledged.size() >= after && !cut) {
                    cut = true;
                    assertThat(run("python3", "-c", CUT, disk.toString()))
                            .as("the disk was stopped")
                            .isTrue();
                    child.toHandle().destroyForcibly();
                }
            }
            assertThat(cut).isTrue();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged.size()).isBetween(after, forms.size());
        unmount();
        mount();
        assertThat(mounted).isTrue();
        return acknowledged;
    }

    private void mount() throws IOException, InterruptedException {
        mounted = run("mount", "-o", "loop", place.resolve("image").toString(), disk.toString());
    }

    private void unmount() throws IOException, InterruptedException {
        assertThat(run("umount", disk.toString())).isTrue();
        mounted = false;
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
