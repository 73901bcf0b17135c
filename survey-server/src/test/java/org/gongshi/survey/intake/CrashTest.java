package org.gongshi.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;

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
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.IssuedCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 1 and 2: what was acknowledged is there after kill -9, and nothing counts twice. */
class CrashTest {
    private static final int FORMS = 200;
    private static final int ROUNDS = 3;
    private static final int ROUNDS_OF_CONTROL = 15;

    @TempDir
    Path folder;

    private final Random random = new Random(7);

    @Test
    void after_kill_minus_nine_every_acknowledged_answer_is_there_and_none_twice() throws Exception {
        openSurvey();
        for (int i = 0; i < ROUNDS; i++) {
            List<String> forms = newForms();
            Map<Integer, String> acknowledged = runAndKill(forms, "sound", 1 + random.nextInt(FORMS / 2));
            try (SurveyRound round = restarted()) {
                assertThat(lost(round.intake(), forms, acknowledged)).isZero();
                assertThat(doubles(round.intake(), forms)).isZero();
                long spent = round.report().issued().stream()
                        .mapToLong(IssuedCodes::spent)
                        .sum();
                long answers = round.counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                assertThat(answers).isEqualTo(spent).isEqualTo((long) FORMS * (i + 1));
            }
        }
    }

    @Test
    void replying_before_the_commit_would_be_caught() throws Exception {
        openSurvey();
        long lost = 0;
        for (int i = 0; i < ROUNDS_OF_CONTROL && lost == 0; i++) {
            List<String> forms = newForms();
            Map<Integer, String> acknowledged = runAndKill(forms, "weak", 1 + random.nextInt(FORMS / 2));
            try (SurveyRound round = restarted()) {
                lost = lost(round.intake(), forms, acknowledged);
            }
        }
        assertThat(lost).isPositive();
    }

    private void openSurvey() {
        try (SurveyRound round = round(folder)) {
            round.open();
        }
    }

    private List<String> newForms() throws IOException {
        try (SurveyRound round = round(folder)) {
            List<String> forms = mintParents(round, FORMS).stream()
                    .map(code -> code.value() + " " + nonce())
                    .toList();
            Files.write(folder.resolve("forms"), forms);
            return forms;
        }
    }

    private Map<Integer, String> runAndKill(List<String> forms, String mode, int after) throws Exception {
        Process child = child(folder, mode)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<Integer, String> acknowledged = new HashMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                if (parts.length == 2 && parts[1].length() == 64) {
                    acknowledged.put(Integer.parseInt(parts[0]), parts[1]);
                }
                if (acknowledged.size() == after) {
                    child.toHandle().destroyForcibly(); // Process.destroyForcibly would close the pipe
                }
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as("killed by signal 9").isEqualTo(137);
        assertThat(acknowledged.size()).isBetween(after, forms.size());
        return acknowledged;
    }

    /** Sends the forms that lie in the folder, in a process of its own. */
    static ProcessBuilder child(Path folder, String mode) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                folder.toString(),
                folder.resolve("forms").toString(),
                mode);
    }

    private SurveyRound restarted() {
        SurveyRound round = round(folder);
        round.showForms();
        return round;
    }

    /** Acknowledged answers that a retry does not find again under the same receipt. */
    static long lost(Intake intake, List<String> forms, Map<Integer, String> acknowledged) {
        return acknowledged.entrySet().stream()
                .filter(entry -> !send(intake, form(forms.get(entry.getKey())))
                        .equals(new Reply.Accepted(entry.getValue(), true)))
                .count();
    }

    /** Every form is sent again, then its code with another form: that must be told spent. */
    static long doubles(Intake intake, List<String> forms) {
        return forms.stream()
                .filter(form -> {
                    Reply.Accepted healed = (Reply.Accepted) send(intake, form(form));
                    Reply again = send(intake, form(form));
                    Reply second = send(intake, parent(nonce(), code(form)));
                    return !again.equals(new Reply.Accepted(healed.receipt(), true))
                            || !second.equals(new Reply.CodeSpent());
                })
                .count();
    }

    private static Submission form(String line) {
        return parent(line.split(" ")[1], code(line));
    }

    private static AccessCode code(String line) {
        return AccessCode.parse(line.split(" ")[0]).orElseThrow();
    }
}
