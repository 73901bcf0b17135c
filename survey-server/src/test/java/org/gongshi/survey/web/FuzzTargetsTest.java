package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The targets of the fuzzer with inputs drawn by a seed: short, and the same every time. */
class FuzzTargetsTest {
    private static final int INPUTS = 1500;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\n",
            "  ",
            "- ",
            "#",
            "&a ",
            "*a",
            "!!str ",
            "|",
            ">",
            "'",
            "=",
            "%E5%",
            "&",
            "null",
            "1e999999",
            "-0",
            "\\ud800",
            "\\u0000",
            "\u202e",
            "\ufeff",
            "place,score",
            "990100",
            "answers.P01=5",
            "nonce=",
            "\"audience\":\"parent\"",
            "\"answers\":{",
            "---\n",
            "? ",
            "\t",
            "\r",
            "\"\"",
            "<<: ");

    private static byte[] drawn(Random random) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(random.nextInt(256));
        for (int pieces = random.nextInt(40); pieces > 0; pieces--) {
            if (random.nextInt(8) == 0) {
                bytes.write(random.nextInt(256));
            } else {
                bytes.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void drawn_inputs_are_read_or_refused_as_agreed(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = drawn(random);
            assertThatCode(() -> {
                        SubmissionFuzz.fuzzerTestOneInput(input);
                        ContentFuzz.fuzzerTestOneInput(input);
                    })
                    .as(HexFormat.of().formatHex(input))
                    .doesNotThrowAnyException();
        }
    }

    /** The control: a submission that was let through and does not fit must not pass. */
    @Test
    void a_target_throws_what_was_not_agreed() {
        var questionnaire = House.collaborators().questionnaires().get(Audience.PUBLIC);
        var unfit = new Submission(
                Audience.PUBLIC,
                "no nonce",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                questionnaire.digest(),
                Map.of("P01", new Answer.Chosen(77)),
                Optional.empty(),
                OptionalInt.empty());
        assertThatThrownBy(() -> SubmissionFuzz.check(new Reading.Right(unfit)))
                .isInstanceOf(IllegalStateException.class);
    }
}
