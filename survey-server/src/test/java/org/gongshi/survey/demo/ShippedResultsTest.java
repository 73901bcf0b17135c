package org.gongshi.survey.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.digest.MerkleRoot;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Step;
import org.gongshi.evaluation.satisfaction.Receipts;
import org.gongshi.survey.command.DemoCommand;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.release.RoundRelease;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.QualityRules;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.results.Outcome;
import org.gongshi.survey.results.ReleaseRequest;
import org.gongshi.survey.results.ResultsRelease;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The results that the demonstration ships are those that it makes, here without the way over HTTP. */
class ShippedResultsTest {
    private static final Path SHIPPED = Path.of("..", "content", "demo");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025})
    void the_shipped_results_are_what_the_demonstration_makes(int year) throws IOException {
        DemoContent content =
                DemoContent.copy(SHIPPED, folder.resolve("content"), Optional.of(new EvaluationYear(year)));
        LockedForms forms = content.forms();
        var request = new ReleaseRequest(
                content.key(),
                content.round().places(),
                forms.plan(),
                forms.questionnaires(),
                content.populations(),
                forms.plan().opens().toLocalDate(),
                forms.plan().closes().toLocalDate(),
                content.round().milestone(Step.MONITORING).orElseThrow().date(),
                DemoCommand.ROLES);
        List<Response> sheets = sheets(content, forms);
        Outcome outcome = ResultsRelease.of(request, sheets::forEach);
        assertThat(outcome).isInstanceOf(Outcome.Released.class);
        assertThat(new String(
                        RoundRelease.bytes(
                                ((Outcome.Released) outcome).results().with(receipts(content, forms))),
                        StandardCharsets.UTF_8))
                .as("renew with ./gongshi demo --once --renew --year " + year)
                .isEqualTo(Files.readString(
                        SHIPPED.resolve(content.key().toString()).resolve("results.json")));
    }

    /** Every sheet of the demonstration arrives, and each has the receipt that follows from the number of its form. */
    private static Receipts receipts(DemoContent content, LockedForms forms) {
        List<InvitedSchool> sample = SchoolSample.of(content.populations(), List.of());
        var simulation = new Simulation(content.key().year().value(), SplittableRandom::new, forms.questionnaires());
        long sheets = sample.stream()
                        .flatMap(school -> simulation.people(school).stream())
                        .filter(Optional::isPresent)
                        .count()
                + simulation.volunteers(sample).size();
        Supplier<String> nonces = simulation.nonces();
        List<String> receipts = new ArrayList<>();
        for (long sheet = 0; sheet < sheets; sheet++) {
            receipts.add(receipt(nonces.get()));
            nonces.get();
        }
        receipts.sort(Comparator.naturalOrder());
        return new Receipts(receipts.size(), MerkleRoot.ofHex(receipts));
    }

    private static String receipt(String nonce) {
        byte[] bits = HexFormat.of().parseHex(nonce);
        byte[] named = new byte[4 + bits.length];
        System.arraycopy("resp".getBytes(StandardCharsets.US_ASCII), 0, named, 0, 4);
        System.arraycopy(bits, 0, named, 4, bits.length);
        return Digest.of(named).hex();
    }

    private static List<Response> sheets(DemoContent content, LockedForms forms) {
        List<InvitedSchool> sample = SchoolSample.of(content.populations(), List.of());
        var simulation = new Simulation(content.key().year().value(), SplittableRandom::new, forms.questionnaires());
        List<Response> sheets = new ArrayList<>();
        Map<String, Integer> schools = new HashMap<>();
        for (int school = 0; school < sample.size(); school++) {
            // Parents and students of one school share its number.
            int number = sample.get(school)
                    .school()
                    .map(label -> schools.computeIfAbsent(label, next -> schools.size() + 1))
                    .orElse(0);
            simulation.people(sample.get(school)).stream()
                    .flatMap(Optional::stream)
                    .forEach(sheet -> sheets.add(response(sheet, Mode.CODE, number, forms)));
        }
        simulation.volunteers(sample).forEach(sheet -> sheets.add(response(sheet, Mode.OPEN_LINK, 0, forms)));
        return sheets;
    }

    private static Response response(Sheet sheet, Mode mode, int school, LockedForms forms) {
        Map<String, Answer> answers = new TreeMap<>();
        sheet.answers().fields().forEach((code, value) -> {
            if (value instanceof Json.Num number) {
                answers.put(code, new Answer.Chosen(number.value().intValueExact()));
            }
        });
        var stratum = sheet.stratum();
        Set<QualityFlag> flags = QualityRules.flags(
                forms.plan().quality(),
                forms.questionnaires().get(stratum.audience()),
                answers,
                OptionalInt.of(sheet.seconds()));
        return new Response(stratum.audience(), stratum.place(), stratum.stage(), mode, school, flags, answers);
    }
}
