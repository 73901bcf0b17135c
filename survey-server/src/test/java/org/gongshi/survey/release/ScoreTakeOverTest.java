package org.gongshi.survey.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.survey.demo.DemoContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTakeOverTest {
    @TempDir
    private Path folder;

    private DemoContent content;
    private Path scores;

    @BeforeEach
    void copy() throws IOException {
        content = DemoContent.copy(Path.of("..", "content", "demo"), folder.resolve("content"));
        scores = content.root().resolve("2025/990000/scores.csv");
        // As an office has it before the release: the shipped file holds the demonstration's own indices.
        Files.writeString(scores, Files.readString(scores).replaceAll("(?m)^(\\d{6},A6-0[456]),[^,]*,[^,]*,", "$1,,,"));
    }

    private ScoreTakeOver.Result takeOver() {
        return new ScoreTakeOver(content.root(), content.key()).run();
    }

    /** An index of 80.0, 80.1, … by place; the second place's parents withheld, the third's with too few answers. */
    private void release() throws IOException {
        List<AudienceResult> rows = new ArrayList<>();
        List<PlaceCode> places = content.round().places();
        for (int place = 0; place < places.size(); place++) {
            for (Audience audience : Audience.values()) {
                boolean parents = audience == Audience.PARENT;
                rows.add(row(places.get(place), audience, 800 + place, parents && place == 1, parents && place == 2));
            }
        }
        var results = new ReleasedResults(
                content.key(),
                Digest.of(new byte[0]),
                Map.of(),
                "test",
                LocalDate.of(2025, 3, 3),
                LocalDate.of(2025, 3, 28),
                LocalDate.of(2025, 4, 14),
                List.of("甲", "乙"),
                rows);
        Files.write(content.root().resolve("2025/990000/results.json"), RoundRelease.bytes(results));
    }

    private static AudienceResult row(PlaceCode place, Audience audience, int tenths, boolean withheld, boolean few) {
        Estimate index = withheld
                ? new Estimate.Withheld(Estimate.Reason.INSUFFICIENT)
                : new Estimate.Shown(
                        BigDecimal.valueOf(tenths, 1),
                        Optional.empty(),
                        100,
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        "test/1",
                        Optional.empty());
        return new AudienceResult(
                place,
                audience,
                Optional.empty(),
                AudienceResult.Mode.PROBABILITY,
                1000,
                200,
                Optional.of(few ? 90L : 150L),
                Optional.of(new BigDecimal(few ? "45.0" : "75.0")),
                index,
                index,
                List.of());
    }

    @Test
    void indices_go_into_their_rows_and_nothing_else_changes() throws IOException {
        release();
        List<String> before = Files.readAllLines(scores);
        ScoreTakeOver.Result result = takeOver();
        assertThat(result.findings()).isEmpty();
        assertThat(result.rows()).isEqualTo(36);
        List<String> after = Files.readAllLines(scores);
        assertThat(after).hasSameSizeAs(before);
        int changed = 0;
        for (int line = 0; line < before.size(); line++) {
            if (!after.get(line).equals(before.get(line))) {
                changed++;
                assertThat(before.get(line)).containsPattern("^99\\d{4},A6-0[456],,,");
            }
        }
        assertThat(changed).isEqualTo(36);
        assertThat(after)
                .contains(before.get(40).replace(",,,", ",80.0,80,"))
                .anyMatch(line -> line.startsWith("990200,A6-05,,70,"))
                .anyMatch(line -> line.startsWith("990300,A6-05,,70,"))
                .anyMatch(line -> line.startsWith("990300,A6-06,80.2,80.2,"));
    }

    @Test
    void byte_order_mark_line_ends_and_quotes_stay() throws IOException {
        release();
        String plain = Files.readString(scores);
        takeOver();
        String taken = Files.readString(scores);
        String windows =
                '\uFEFF' + plain.replace("满意度调查公布结果", "\"满意度调查，\"\"公布\"\"结果\"").replace("\n", "\r\n");
        Files.writeString(scores, windows);
        takeOver();
        assertThat(Files.readString(scores))
                .isEqualTo('\uFEFF'
                        + taken.replace("满意度调查公布结果", "\"满意度调查，\"\"公布\"\"结果\"").replace("\n", "\r\n"));
    }

    @Test
    void a_second_time_changes_nothing() throws IOException {
        release();
        takeOver();
        byte[] once = Files.readAllBytes(scores);
        assertThat(takeOver().rows()).isEqualTo(36);
        assertThat(Files.readAllBytes(scores)).isEqualTo(once);
    }

    @Test
    void a_missing_row_is_added_at_the_end() throws IOException {
        release();
        takeOver();
        String whole = Files.readString(scores);
        String row = whole.lines()
                .filter(line -> line.startsWith("990100,A6-05,"))
                .findFirst()
                .orElseThrow();
        String without = whole.replace(row + "\n", "");
        Files.writeString(scores, without);
        assertThat(takeOver().rows()).isEqualTo(36);
        assertThat(Files.readString(scores)).isEqualTo(without + row + "\n");
    }

    @Test
    void an_office_that_has_no_scores_yet_gets_the_rows_of_the_survey() throws IOException {
        release();
        takeOver();
        List<String> survey = Files.readString(scores)
                .lines()
                .filter(line -> line.matches("99\\d{2}00,A6-0[456],.*"))
                .map(line -> line.replaceFirst(",$", ""))
                .sorted()
                .toList();
        Files.writeString(scores, "\uFEFFplace,indicator,raw,points,evidence\r\n");
        assertThat(takeOver().rows()).isEqualTo(36);
        assertThat(Files.readString(scores))
                .isEqualTo("\uFEFFplace,indicator,raw,points,evidence\r\n" + String.join("\r\n", survey) + "\r\n");
    }

    @Test
    void without_results_nothing_happens() throws IOException {
        byte[] before = Files.readAllBytes(scores);
        ScoreTakeOver.Result result = takeOver();
        assertThat(result.findings()).hasSize(1);
        assertThat(result.rows()).isZero();
        assertThat(Files.readAllBytes(scores)).isEqualTo(before);
    }

    @Test
    void cells_are_found_as_the_reader_finds_them() {
        String text = "\uFEFFa,\"b \"\"x\"\", y\"\r\n\"\n\",\r,q";
        List<List<CsvCells.Span>> records = CsvCells.of(text);
        assertThat(records.stream()
                        .map(record ->
                                record.stream().map(cell -> cell.value(text)).toList())
                        .toList())
                .containsExactly(List.of("a", "b \"x\", y"), List.of("", ""), List.of("", "q"));
    }
}
