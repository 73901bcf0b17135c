package org.gongshi.survey.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongshi.survey.SurveyFixture.CLOCK;
import static org.gongshi.survey.SurveyFixture.DURING;
import static org.gongshi.survey.SurveyFixture.EAST;
import static org.gongshi.survey.SurveyFixture.EAST_PARENTS;
import static org.gongshi.survey.SurveyFixture.ROUND;
import static org.gongshi.survey.SurveyFixture.files;
import static org.gongshi.survey.SurveyFixture.forms;
import static org.gongshi.survey.SurveyFixture.formsClosing;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.openLink;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.store.IssuedCodes;
import org.gongshi.survey.store.StoreFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyRoundTest {
    @TempDir
    Path folder;

    @Test
    void a_survey_moves_from_prepared_to_released_and_never_back() {
        try (SurveyRound round = round(folder)) {
            assertThat(round.state()).isEqualTo(RoundState.PREPARED);
            AccessCode code = mintParents(round, 1).get(0);
            assertThat(send(round.intake(), parent(nonce(), code))).isEqualTo(new Reply.NotOpen(false));
            assertThatThrownBy(round::closeSurvey).isInstanceOf(RoundFault.class);
            round.open();
            assertThatThrownBy(round::open).isInstanceOf(RoundFault.class);
            assertThat(send(round.intake(), parent(nonce(), code))).isInstanceOf(Reply.Accepted.class);
            assertThatThrownBy(round::markReleased).isInstanceOf(RoundFault.class);
            round.closeSurvey();
            assertThat(round.state()).isEqualTo(RoundState.CLOSED);
            assertThat(send(round.intake(), openLink(nonce()))).isEqualTo(new Reply.NotOpen(true));
            assertThatThrownBy(() -> mintParents(round, 1)).isInstanceOf(RoundFault.class);
            assertThatThrownBy(round::open).isInstanceOf(RoundFault.class);
            round.markReleased();
            assertThat(round.report().round().opened()).contains(LocalDate.parse("2025-03-20"));
        }
        try (SurveyRound again = round(folder)) {
            assertThat(again.state()).isEqualTo(RoundState.RELEASED);
        }
    }

    @Test
    void the_closing_time_of_the_plan_ends_it_and_a_clock_set_back_changes_nothing_kept() {
        var clock = new SteppingClock();
        try (SurveyRound round = round(folder, clock)) {
            round.open();
            send(round.intake(), openLink(nonce()));
            clock.offset = Duration.ofDays(365 * 5);
            assertThat(round.state()).isEqualTo(RoundState.CLOSED);
            assertThat(send(round.intake(), openLink(nonce()))).isEqualTo(new Reply.NotOpen(true));
            clock.offset = Duration.ofDays(-400);
            assertThat(send(round.intake(), openLink(nonce()))).isInstanceOf(Reply.Accepted.class);
            round.closeSurvey();
            assertThat(round.counts().values()).containsExactly(2L);
            RoundRecord record = round.report().round();
            assertThat(record.closed().orElseThrow())
                    .isAfterOrEqualTo(record.opened().orElseThrow());
        }
    }

    @Test
    void plan_and_questionnaires_are_locked_at_the_opening() {
        try (SurveyRound round = round(folder)) {
            round.open();
        }
        SurveyContent changed = key -> formsClosing(OffsetDateTime.parse("2025-04-11T20:00:00+08:00"));
        try (SurveyRound round = new SurveyRound(files(folder), Optional.empty(), changed, CLOCK, new SecureRandom())) {
            assertThatThrownBy(round::showForms).isInstanceOf(RoundFault.class).hasMessageContaining("锁定");
            assertThat(send(round.intake(), openLink(nonce()))).isEqualTo(new Reply.NotOpen(false));
        }
    }

    @Test
    void unreadable_content_opens_nothing_and_every_finding_is_told() {
        SurveyContent broken = key -> {
            throw new RoundFault(List.of("survey-plan.yaml:1:1: error: one", "round.yaml:2:1: error: two"));
        };
        try (SurveyRound round =
                new SurveyRound(files(folder), Optional.of(ROUND), broken, CLOCK, new SecureRandom())) {
            assertThatThrownBy(round::open)
                    .isInstanceOfSatisfying(
                            RoundFault.class, fault -> assertThat(fault.lines()).hasSize(2));
            assertThat(round.state()).isEqualTo(RoundState.PREPARED);
        }
    }

    @Test
    void what_changed_after_the_pages_were_made_is_not_opened() {
        OffsetDateTime[] closes = {OffsetDateTime.parse("2025-04-10T20:00:00+08:00")};
        try (SurveyRound round = new SurveyRound(
                files(folder), Optional.of(ROUND), key -> formsClosing(closes[0]), CLOCK, new SecureRandom())) {
            round.showForms();
            closes[0] = closes[0].plusDays(1);
            assertThatThrownBy(round::open).isInstanceOf(RoundFault.class);
        }
    }

    @Test
    void a_second_process_is_kept_away_with_one_clear_line() {
        try (SurveyRound first = round(folder)) {
            assertThatThrownBy(() -> round(folder))
                    .isInstanceOf(StoreFault.class)
                    .hasMessageContaining("正被另一个进程使用")
                    .message()
                    .doesNotContain("\n");
            assertThat(first.state()).isEqualTo(RoundState.PREPARED);
        }
        round(folder).close();
    }

    @Test
    void the_close_leaves_counts_only_and_destroys_originals_and_pepper() throws IOException {
        List<AccessCode> codes;
        try (SurveyRound round = round(folder)) {
            round.open();
            codes = mintParents(round, 20);
            codes.subList(0, 12).forEach(code -> send(round.intake(), parent(nonce(), code)));
            send(round.intake(), openLink(nonce()));
            assertThat(round.receipts("00")).isEmpty();
            round.closeSurvey();
            assertThat(round.report().issued()).containsExactly(new IssuedCodes(EAST_PARENTS, 20, 12));
            assertThat(round.counts().values()).containsExactlyInAnyOrder(12L, 1L);
            assertThat(allReceipts(round)).hasSize(13).isSorted();
        }
        assertThat(files(folder).pepper()).doesNotExist();
        assertThat(files(folder).rowKey()).exists();
        assertThat(namesIn(files(folder).folder().root()))
                .containsExactlyInAnyOrder("answers.db", "codes.db", "lock", "round.json");
        for (String name : List.of("answers.db", "codes.db", "round.json")) {
            Path file = files(folder).folder().root().resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        // What is left of the codes is a table of counts.
        assertThat(Files.readString(files(folder).folder().codes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("CREATE TABLE codes")
                .contains("CREATE TABLE issued");
    }

    @Test
    void a_close_that_was_interrupted_is_finished_at_the_next_start() throws IOException {
        try (SurveyRound round = round(folder)) {
            round.open();
            mintParents(round, 5).forEach(code -> send(round.intake(), parent(nonce(), code)));
        }
        // As a crash leaves it: the decision is on file, nothing else has happened.
        var key = org.gongshi.survey.access.RowKey.read(files(folder).rowKey());
        var file = new RoundFile(files(folder).folder().round(), key);
        file.write(file.read().closed(LocalDate.parse("2025-03-21"), List.of()));
        Files.createDirectories(files(folder).folder().root().resolve("closing"));
        Files.writeString(files(folder).folder().root().resolve("closing").resolve("answers.db"), "half a copy");
        try (SurveyRound round = round(folder)) {
            assertThat(round.state()).isEqualTo(RoundState.CLOSED);
            assertThat(round.counts().values()).containsExactly(5L);
            assertThat(files(folder).pepper()).doesNotExist();
        }
        assertThat(namesIn(files(folder).folder().root()))
                .containsExactlyInAnyOrder("answers.db", "codes.db", "lock", "round.json");
    }

    @Test
    void codes_must_fit_the_plan_and_missing_details_are_told() {
        try (SurveyRound round = round(folder)) {
            Stratum elsewhere = new Stratum(new PlaceCode("990300"), Audience.PARENT, Optional.empty());
            assertThatThrownBy(() -> round.mint(new MintOrder(elsewhere, Optional.empty(), 1)))
                    .isInstanceOf(RoundFault.class);
            Stratum seniors = new Stratum(EAST, Audience.STUDENT, Optional.of(SchoolStage.SENIOR));
            assertThatThrownBy(() -> round.mint(new MintOrder(seniors, Optional.of("一中"), 1)))
                    .isInstanceOf(RoundFault.class);
            Stratum parents = new Stratum(EAST, Audience.PARENT, Optional.empty());
            assertThat(round.mint(new MintOrder(parents, Optional.empty(), 1)).notes())
                    .hasSize(2);
            assertThat(round.mint(new MintOrder(EAST_PARENTS, Optional.of("一小"), 1))
                            .notes())
                    .isEmpty();
        }
    }

    @Test
    void a_folder_belongs_to_one_round_and_its_secrets_are_never_made_anew() throws IOException {
        try (SurveyRound round = round(folder)) {
            mintParents(round, 1);
        }
        var other = new RoundKey(new EvaluationYear(2026), new PlaceCode("990000"));
        assertThatThrownBy(() ->
                        new SurveyRound(files(folder), Optional.of(other), key -> forms(), CLOCK, new SecureRandom()))
                .isInstanceOf(RoundFault.class);
        Files.move(files(folder).pepper(), folder.resolve("away"));
        assertThatThrownBy(() -> round(folder)).isInstanceOf(SecretFault.class);
        Files.move(folder.resolve("away"), files(folder).pepper());
        round(folder).close();
    }

    @Test
    void a_state_file_of_another_hand_is_refused() throws IOException {
        try (SurveyRound round = round(folder)) {
            round.open();
            round.closeSurvey();
        }
        Path file = files(folder).folder().round();
        Files.writeString(file, Files.readString(file).replace("\"closed\"", "\"open\""));
        assertThatThrownBy(() -> round(folder)).isInstanceOf(RoundFault.class).hasMessageContaining("改动");
    }

    @Test
    void secrets_inside_the_data_folder_are_refused() {
        assertThatThrownBy(() -> SurveyFiles.with(folder, folder.resolve("pepper")))
                .isInstanceOf(RoundFault.class);
    }

    private static List<String> allReceipts(SurveyRound round) {
        return Stream.iterate(0, i -> i + 1)
                .limit(256)
                .flatMap(i -> round.receipts(String.format("%02x", i)).orElseThrow().stream())
                .toList();
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static final class SteppingClock extends Clock {
        private volatile Duration offset = Duration.ZERO;

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public java.time.Instant instant() {
            return DURING.plus(offset);
        }
    }
}
