package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.DrawRecordFile;
import org.gongshi.evaluation.digest.CommittedSeed;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.draw.DrawOutcome;
import org.gongshi.evaluation.draw.DrawPlan;
import org.gongshi.evaluation.draw.DrawRecord;
import org.gongshi.evaluation.draw.InspectionDraw;
import org.gongshi.evaluation.draw.Inspector;
import org.gongshi.evaluation.draw.Roster;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.evaluation.place.PlaceCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawCheckTest {
    private static final String FILE = "2025/990000/inspection-draw.json";

    @TempDir
    Path root;

    private ContentFixture content;

    @BeforeEach
    void write() {
        content = ContentFixture.valid(root);
    }

    @Test
    void a_record_that_anyone_can_draw_again_goes_with_the_round() {
        write(record(3, true));
        var passed = (GateResult.Passed) content.build();
        assertThat(passed.content().rounds().get(0).draw()).isPresent();
        assertThat(lines()).noneMatch(line -> line.contains("error"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"secret\" | \"secreT\" | 结果与记录不同",
                "sha256: | sha256:0 | inspection-draw.json",
                "\"990300\" | \"990301\" | places 不同",
                "\"deals\" : 1 | \"deals\" : 2 | 结果与记录不同",
            })
    void a_record_that_was_changed_stops_the_build(String from, String to, String message) {
        String written = text(record(3, true));
        assertThat(written).contains(from);
        content.write(FILE, written.replace(from, to));
        assertThat(content.build()).isInstanceOf(GateResult.Refused.class);
        assertThat(lines()).anyMatch(line -> line.startsWith(FILE) && line.contains("error") && line.contains(message));
    }

    @Test
    void a_broken_promise_stops_the_build() {
        DrawRecord honest = record(3, true);
        write(new DrawRecord(
                honest.rosterFile(),
                honest.roster(),
                honest.plan(),
                Optional.of(Digest.of("another".getBytes(StandardCharsets.UTF_8))),
                honest.seed(),
                honest.result()));
        assertThat(content.build()).isInstanceOf(GateResult.Refused.class);
        assertThat(lines()).anyMatch(line -> line.contains("不是抽取之前承诺的"));
    }

    @Test
    void no_promise_and_fewer_inspectors_than_were_drawn_are_told() {
        write(record(20, false));
        assertThat(lines())
                .anyMatch(line -> line.contains("warning") && line.contains("没有公布种子的承诺值"))
                .anyMatch(line -> line.contains("warning") && line.contains("少于抽取的 20 人"));
    }

    private List<String> lines() {
        return content.check().stream().map(Finding::toLine).toList();
    }

    private void write(DrawRecord record) {
        content.write(FILE, text(record));
    }

    private static String text(DrawRecord record) {
        return new String(DrawRecordFile.write(record), StandardCharsets.UTF_8);
    }

    private static DrawRecord record(int size, boolean promised) {
        List<Inspector> people = new ArrayList<>();
        for (int i = 0; i < 3 * size; i++) {
            people.add(new Inspector("D" + i, "", Optional.empty(), Set.of(), "", true));
        }
        var roster = new Roster(people);
        var plan = new DrawPlan(
                Stream.of("990100", "990200", "990300").map(PlaceCode::new).toList(), 3, size);
        var seed = new CommittedSeed("secret", Optional.of("07 11 19"));
        return new DrawRecord(
                Digest.of(new byte[0]),
                roster,
                plan,
                promised ? Optional.of(seed.commitment()) : Optional.empty(),
                seed,
                (DrawOutcome.Drawn) InspectionDraw.draw(roster, plan, seed));
    }
}
