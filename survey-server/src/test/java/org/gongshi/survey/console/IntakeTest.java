package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.StagesForm;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.survey.round.RoundFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A self-evaluation is kept as it came, with its digest, and a second one never takes the place of the first. */
class IntakeTest {
    private static final PlaceCode PLACE = new PlaceCode("990100");
    private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2025-04-22T10:00:00+08:00");
    private static final IntakeDesk.Cover COVER =
            new IntakeDesk.Cover(LocalDate.parse("2025-04-22"), "澄政函〔2025〕12号", "市人民政府办公室", "真实、准确");

    @TempDir
    Path folder;

    private static byte[] file(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void each_file_has_its_own_receipt_which_outlives_a_restart() {
        var desk = new IntakeDesk(folder);
        desk.receive(PLACE, "自评报告.docx", file("第一份"), COVER, "王某", MOMENT);
        desk.receive(PLACE, "自评报告.docx", file("改过的"), COVER, "王某", MOMENT);

        var again = new IntakeDesk(folder);
        assertThat(again.of(PLACE)).extracting(IntakeDesk.Receipt::number).containsExactly(2, 1);
        IntakeDesk.Receipt first = again.find(PLACE, "1").orElseThrow();
        assertThat(first.digest()).isEqualTo(Digest.of(file("第一份")));
        assertThat(first.cover()).isEqualTo(COVER);
        assertThat(again.bytes(PLACE, first)).isEqualTo(file("第一份"));
        assertThat(again.of(new PlaceCode("990200"))).isEmpty();
    }

    @Test
    void a_stored_file_that_was_changed_is_not_handed_out_as_the_one_received() throws IOException {
        var desk = new IntakeDesk(folder);
        IntakeDesk.Receipt receipt = desk.receive(PLACE, "a.pdf", file("原文"), COVER, "王某", MOMENT);
        Files.write(folder.resolve("990100/1.bin"), file("换掉"));
        assertThatThrownBy(() -> desk.bytes(PLACE, receipt)).isInstanceOf(RoundFault.class);
        assertThatThrownBy(() -> desk.receive(PLACE, "b.pdf", new byte[0], COVER, "王某", MOMENT))
                .isInstanceOf(RoundFault.class);
        assertThat(desk.of(PLACE)).hasSize(1);
    }

    @Test
    void the_digest_stands_in_the_stages_and_is_read_again() throws IOException {
        var subject = new Subject(new RoundKey(new EvaluationYear(2025), new PlaceCode("990000")), PLACE);
        String digest = Digest.of(file("x")).toString();
        byte[] bytes = StagesForm.bytes(
                new ContentFolder(folder),
                subject,
                Map.of("selfEvaluation.received", "2025-04-22", "selfEvaluation.digest", digest));
        Path file = folder.resolve("2025/990000/990100/stages.yaml");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        assertThat(StagesForm.read(new ContentFolder(folder), subject)).containsEntry("selfEvaluation.digest", digest);
        assertThat(Optional.of(StagesForm.GROUPS.get(0)))
                .as("a report on paper has none")
                .hasValueSatisfying(group -> assertThat(group.fields().stream()
                                .filter(field -> field.key().equals("digest")))
                        .singleElement()
                        .satisfies(field -> assertThat(field.needed()).isFalse()));
    }
}
