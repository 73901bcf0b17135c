package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Tier;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.handover.HandoverPack;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.response.Stratum;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the pack for the agency alone comes every index and standard error of the release: by hand, and by its script for R. */
class HandoverRecountTest {
    private static final Fieldbook BOOK = new Fieldbook(7);
    private static final Sample SAMPLE = RecountTest.sample(BOOK);

    @TempDir
    static Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        var forms = new LockedForms(
                BOOK.plan, BOOK.questionnaires, new java.util.TreeSet<>(Surveys.places(Fieldbook.PLACES)));
        List<Place> places = Surveys.places(Fieldbook.PLACES).stream()
                .map(code ->
                        new Place(code, "地区" + code, "某机构", Tier.LEAGUE, "p" + code, Optional.of(Surveys.ORGANIZER)))
                .toList();
        Optional<FinalWeights> weights = FinalWeights.of(BOOK.request(), BOOK.sheets::forEach);
        var bytes = new ByteArrayOutputStream();
        new HandoverPack("某轮调查", forms, places, List.of(), weights)
                .write(bytes, BOOK.sheets::forEach, folder, new Random(1));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
    }

    /** Rows of a file by column; quotes around labels only. */
    private static List<Map<String, String>> table(String name) throws IOException {
        List<String> lines = Files.readString(folder.resolve(name), StandardCharsets.UTF_8)
                .substring(1)
                .lines()
                .toList();
        List<String> head = List.of(lines.get(0).split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    Map<String, String> row = new HashMap<>();
                    IntStream.range(0, cells.length).forEach(at -> row.put(head.get(at), cells[at]));
                    return row;
                })
                .toList();
    }

    private static double index(Audience audience, Map<String, String> row) {
        Questionnaire form = BOOK.questionnaires.get(audience);
        List<Double> points = form.items().stream()
                .map(item -> row.get(item.code()))
                .filter(value -> value.matches("[1-5]"))
                .map(value -> BOOK.plan.mapping().get(Integer.valueOf(value)).doubleValue())
                .toList();
        boolean enough = !points.isEmpty()
                && points.size()
                        >= BOOK.plan.minimumAnswered().doubleValue()
                                * form.items().size();
        return enough
                ? points.stream().mapToDouble(Double::doubleValue).average().orElseThrow()
                : Double.NaN;
    }

    private static Figure released(Audience audience, Optional<PlaceCode> place) {
        Predicate<Stratum> strata =
                stratum -> place.map(stratum.place()::equals).orElse(true);
        return new Part(SAMPLE, BOOK.questionnaires.get(audience), BOOK.plan, strata).index();
    }

    @Test
    void a_recount_by_hand_finds_the_weights_the_means_and_their_standard_errors() throws IOException {
        List<Recount.Row> rows = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        Map<String, Double> people = new HashMap<>();
        for (Audience audience : Audience.values()) {
            for (Map<String, String> row : table(audience.key() + ".csv")) {
                if (row.get("weight").isEmpty()) {
                    continue;
                }
                double before = Double.parseDouble(row.get("weight_before"));
                people.merge(row.get("stratum"), before, Double::sum);
                weights.add(Double.parseDouble(row.get("weight")));
                rows.add(new Recount.Row(
                        audience,
                        row.get("stratum"),
                        row.get("place") + row.get("stratum"),
                        row.get("psu"),
                        before,
                        List.of(row.get("margin_1"), row.get("margin_2"), row.get("margin_3")),
                        index(audience, row)));
            }
        }
        List<Map<String, Double>> targets = List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (Map<String, String> row : table("margins.csv")) {
            int margin = Integer.parseInt(row.get("margin").substring("margin_".length())) - 1;
            targets.get(margin).put(row.get("category"), Double.valueOf(row.get("people")));
        }
        var recount = new Recount(rows, people, targets);
        for (int row = 0; row < weights.size(); row++) {
            assertThat(recount.weight(row)).isCloseTo(weights.get(row), within(1e-6));
        }
        for (Audience audience : Audience.values()) {
            for (Optional<PlaceCode> place : places()) {
                Figure index = released(audience, place);
                Predicate<Recount.Row> domain = row -> row.audience() == audience
                        && place.map(code -> row.drawStratum().startsWith(code.value()))
                                .orElse(true);
                assertThat(recount.mean(domain)).isCloseTo(index.value().orElseThrow(), within(1e-6));
                assertThat(recount.se(domain))
                        .isCloseTo(index.cv().orElseThrow() * index.value().orElseThrow(), within(1e-6));
            }
        }
    }

    private static List<Optional<PlaceCode>> places() {
        List<Optional<PlaceCode>> all = new ArrayList<>(List.of(Optional.empty()));
        Surveys.places(Fieldbook.PLACES).forEach(code -> all.add(Optional.of(code)));
        return all;
    }

    @Test
    void the_script_of_the_pack_gives_the_same_in_R() throws Exception {
        Path script = Path.of("/usr/bin/Rscript");
        boolean here = Files.isExecutable(script)
                && new ProcessBuilder(script.toString(), "-e", "library(survey)")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
        if (!here) {
            System.out.println("SKIPPED: the pack's script needs R with survey (apt-get install r-cran-survey)");
        }
        Assumptions.assumeTrue(here, "R with survey is installed");
        Path said = folder.resolve("said.txt");
        Process run = new ProcessBuilder(script.toString(), "estimate.R")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(run.waitFor(3, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(said);
        assertThat(run.exitValue()).as(text).isZero();
        List<String> lines = text.lines()
                .filter(line -> line.matches("(public|parent|student),.*"))
                .toList();
        assertThat(lines).hasSize(3 * (1 + Fieldbook.PLACES));
        for (String line : lines) {
            String[] cells = line.split(",");
            Optional<PlaceCode> place =
                    Optional.of(cells[1]).filter(code -> !code.isEmpty()).map(PlaceCode::new);
            Figure index = released(Audience.ofKey(cells[0]).orElseThrow(), place);
            assertThat(Double.parseDouble(cells[3]))
                    .as(line)
                    .isCloseTo(index.value().orElseThrow(), within(2e-5));
            assertThat(Double.parseDouble(cells[4]))
                    .as(line)
                    .isCloseTo(index.cv().orElseThrow() * index.value().orElseThrow(), within(2e-5));
        }
    }

    /** Every syntax file is run as the agency would run it, and the first labels and the missing value are looked at. */
    @Test
    void the_syntax_of_the_pack_is_taken_by_pspp_with_its_labels() throws Exception {
        Path pspp = Path.of("/usr/bin/pspp");
        if (!Files.isExecutable(pspp)) {
            System.out.println("SKIPPED: the pack's syntax needs PSPP (apt-get install pspp)");
        }
        Assumptions.assumeTrue(Files.isExecutable(pspp), "PSPP is installed");
        for (Audience audience : Audience.values()) {
            Files.writeString(
                    folder.resolve("run.sps"),
                    Files.readString(folder.resolve(audience.key() + ".sps"))
                            + "WEIGHT OFF.\nDESCRIPTIVES nr.\nFREQUENCIES mode place.\nDISPLAY DICTIONARY.\n");
            Path said = folder.resolve(audience.key() + ".txt");
            Process run = new ProcessBuilder(pspp.toString(), "run.sps", "-o", said.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("errors.txt").toFile())
                    .start();
            assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
            String text = Files.readString(said);
            assertThat(Files.readString(folder.resolve("errors.txt")) + text).doesNotContain("error:", "warning:");
            int rows = table(audience.key() + ".csv").size();
            assertThat(text).contains("序号（随机重排，与回执无关）", "（概率样本）", "地区").containsPattern("\\D" + rows + "\\D");
        }
    }
}
