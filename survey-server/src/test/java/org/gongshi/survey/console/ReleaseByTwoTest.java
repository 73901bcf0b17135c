package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.command.ConsoleFieldwork;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.gongshi.survey.round.RoundState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From the close to the released results, with some thousand answers, through real HTTP; in the order in which it happens. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseByTwoTest {
    @TempDir
    static Path folder;

    private static OfficeHouse house;
    private static Visitor analyst;
    private static Visitor reviewer;
    private static Visitor clerk;

    @BeforeAll
    static void start() {
        house = OfficeHouse.open(folder);
        analyst = house.visitor().signIn("analyst", house.account("analyst", "调查机构丙", Role.ANALYST));
        reviewer = house.visitor().signIn("reviewer", house.account("reviewer", "复核乙", Role.REVIEWER));
        clerk = house.visitor().signIn("clerk", house.account("clerk", "经办甲", Role.CLERK));
        house.account("same", "调查机构丙", Role.REVIEWER);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static void again(String name) {
        Visitor fresh = house.visitor().signIn(name, Optional.of(house.apps.get(name)));
        switch (name) {
            case "analyst" -> analyst = fresh;
            case "reviewer" -> reviewer = fresh;
            default -> clerk = fresh;
        }
    }

    @Test
    @Order(1)
    void nobody_sees_a_result_before_the_close() {
        house.clock.moveTo(Instant.parse("2025-03-03T02:00:00Z"));
        // One stratum stays empty: the release needs a recorded deviation.
        ConsoleFieldwork.collect(
                house,
                3,
                row -> !row.place().value().equals("990100")
                        || row.audience() != Audience.PARENT
                        || !row.stage().equals(Optional.of(SchoolStage.JUNIOR)));
        again("analyst");
        again("reviewer");
        for (Visitor one : List.of(analyst, reviewer)) {
            assertThat(one.get("/office/results").text()).contains("调查结束前没有结果").doesNotContain("<table");
            assertThat(one.get("/office/results/preview.json").status()).isEqualTo(409);
        }
        assertThat(analyst.get("/office/handover.zip").status()).isEqualTo(409);
        assertThat(analyst.get("/office/quality").text()).contains("调查结束后显示");
        analyst.get("/office/results");
        assertThat(analyst.post("/office/results/propose", "digest", "x", "date", "2025-04-14")
                        .status())
                .isEqualTo(409);
        assertThat(reviewer.post("/office/results/confirm", "sure", "yes").status())
                .isEqualTo(409);
    }

    @Test
    @Order(2)
    void counts_are_rounded_down_and_small_ones_not_told() {
        String page = analyst.get("/office/progress").text();
        Matcher cell = Pattern.compile("<td class=\"number\">([\\d,]+|不足 10)</td>\\n<td>")
                .matcher(page);
        int told = 0;
        while (cell.find()) {
            if (!cell.group(1).equals("不足 10")) {
                assertThat(Integer.parseInt(cell.group(1).replace(",", "")) % 5).isZero();
                told++;
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    @Order(3)
    void the_preview_is_what_will_be_published() {
        house.clock.moveTo(Instant.parse("2025-03-28T11:00:00Z"));
        house.round.closeSurvey();
        again("analyst");
        again("reviewer");
        again("clerk");
        assertThat(analyst.get("/office/results").text())
                .contains("有问题，不能发布", "家长初中", "由两人登记偏离方案")
                .doesNotContain("<table");
        DeviationByTwoTest.merge(house, clerk, reviewer);
        Got page = analyst.get("/office/results");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("以下与将要公布的完全一致", "概率抽样", "提请发布", "交付数据").doesNotContain("有问题，不能发布");
        String preview = analyst.get("/office/results/preview.json").text();
        assertThat(preview).contains("\"schema\" : \"gongshi/results/", "发布人");
        assertThat(page.text())
                .contains(Digest.of(preview.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private static String shownDigest(Got page) {
        Matcher digest = Pattern.compile("name=\"digest\" value=\"(sha256:[0-9a-f]{64})\"")
                .matcher(page.text());
        assertThat(digest.find()).as(page.text()).isTrue();
        return digest.group(1);
    }

    @Test
    @Order(4)
    void the_pack_holds_labelled_rows_without_id_in_another_order() throws IOException {
        Got got = analyst.get("/office/handover.zip");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Disposition")).contains("attachment");
        Map<String, byte[]> files = unzip(got.response().body());
        assertThat(files.keySet())
                .containsExactlyInAnyOrder(
                        "public.csv",
                        "public.xlsx",
                        "public.sps",
                        "parent.csv",
                        "parent.xlsx",
                        "parent.sps",
                        "student.csv",
                        "student.xlsx",
                        "student.sps",
                        "codebook.csv",
                        "margins.csv",
                        "estimate.R",
                        "deviations.csv",
                        "README.txt",
                        "SHA256SUMS");
        for (String line : text(files, "SHA256SUMS").lines().toList()) {
            assertThat(Digest.of(files.get(line.substring(66))).hex()).isEqualTo(line.substring(0, 64));
        }
        assertThat(text(files, "deviations.csv")).contains("990100,parent,junior,merged,primary,98650");
        assertThat(text(files, "README.txt")).contains("偏离方案 1 处");
        List<String> receipts = new ArrayList<>();
        for (int first = 0; first < 256; first++) {
            receipts.addAll(house.round.receipts(String.format("%02x", first)).orElseThrow());
        }
        String all = text(files, "parent.csv") + text(files, "student.csv") + text(files, "public.csv");
        assertThat(receipts).noneMatch(all::contains);
        List<String> parents = text(files, "parent.csv").lines().toList();
        assertThat(parents.get(0))
                .startsWith(
                        "\ufeffnr,place,stage,mode,cluster,stratum,psu,weight_before,weight,margin_1,margin_2,margin_3,flag_too_fast");
        int columns = parents.get(0).split(",", -1).length;
        Set<String> numbers = new HashSet<>();
        for (String row : parents.subList(1, parents.size())) {
            assertThat(row.split(",", -1)).hasSize(columns);
            numbers.add(row.substring(0, row.indexOf(',')));
        }
        assertThat(numbers).hasSize(parents.size() - 1).contains("1", Integer.toString(parents.size() - 1));
        assertThat(text(files, "parent.sps")).contains("VALUE LABELS", "WEIGHT BY weight", "'非常满意'");
        List<String> again = text(
                        unzip(analyst.get("/office/handover.zip").response().body()), "parent.csv")
                .lines()
                .toList();
        assertThat(again).isNotEqualTo(parents);
        assertThat(contents(again)).isEqualTo(contents(parents));
    }

    private static List<String> contents(List<String> rows) {
        return rows.stream()
                .map(row -> row.substring(row.indexOf(',')))
                .sorted()
                .toList();
    }

    @Test
    @Order(5)
    void weights_of_a_stratum_add_up_to_its_people() throws IOException {
        Map<String, byte[]> files =
                unzip(analyst.get("/office/handover.zip").response().body());
        Map<String, Double> sums = new HashMap<>();
        for (String row : text(files, "public.csv").lines().skip(1).toList()) {
            String[] cells = row.split(",", -1);
            if (!cells[8].isEmpty()) {
                sums.merge(cells[1], Double.parseDouble(cells[8]), Double::sum);
            }
        }
        assertThat(sums.get("990100")).isCloseTo(2_487_600, org.assertj.core.data.Offset.offset(1.0));
        assertThat(new TreeSet<>(sums.keySet())).hasSizeGreaterThan(5);
    }

    @Test
    @Order(6)
    void the_quality_page_tells_whole_percents() {
        assertThat(analyst.get("/office/quality").text()).containsPattern("<td class=\"number\">\\d+%</td>");
    }

    @Test
    @Order(7)
    void one_proposes_and_only_another_person_confirms() throws IOException {
        Got page = analyst.get("/office/results");
        String digest = shownDigest(page);
        assertThat(analyst.post("/office/results/propose", "digest", digest.replace('1', '2'), "date", "2025-04-14")
                        .status())
                .isEqualTo(409);
        assertThat(analyst.post("/office/results/propose", "digest", digest, "date", "2025-01-01")
                        .status())
                .as("before the close")
                .isEqualTo(409);
        assertThat(analyst.post("/office/results/propose", "digest", digest, "date", "2025-04-14")
                        .status())
                .isEqualTo(303);
        assertThat(analyst.get("/office/results").text()).contains("须由另一人复核");
        assertThat(analyst.post("/office/results/confirm", "sure", "yes").status())
                .isEqualTo(403);
        Visitor same = house.visitor().signIn("same", Optional.of(house.apps.get("same")));
        String proposed = house.office
                .note("release.proposal " + house.round.round())
                .orElseThrow()
                .lines()
                .toList()
                .get(1);
        same.get("/office/results");
        Got refused = same.post("/office/results/confirm", "digest", proposed, "sure", "yes");
        assertThat(refused.status()).as("the same person under another account").isEqualTo(409);
        again("reviewer");
        String shown = shownDigest(reviewer.get("/office/results"));
        assertThat(shown).isEqualTo(proposed);
        assertThat(reviewer.post("/office/results/confirm", "digest", shown).status())
                .as("not sure")
                .isEqualTo(409);
        Path populations = house.content.resolve("2025/990000/populations.csv");
        String before = Files.readString(populations);
        Files.writeString(populations, before.replace("2487600", "2487000"));
        assertThat(reviewer.post("/office/results/confirm", "digest", shown, "sure", "yes")
                        .text())
                .contains("与提请时的摘要不符");
        Files.writeString(populations, before);
        assertThat(Files.exists(house.content.resolve("2025/990000/results.json")))
                .isFalse();
        assertThat(reviewer.post("/office/results/confirm", "digest", shown, "sure", "yes")
                        .status())
                .isEqualTo(303);
        assertThat(house.round.state()).isEqualTo(RoundState.RELEASED);
        assertThat(Files.readString(house.content.resolve("2025/990000/results.json")))
                .contains("调查机构丙", "复核乙", "\"deviations\"", "gongshi/results/4", "\"resultsSeen\" : false");
        assertThat(house.office.log().entries(0, 500).toString()).contains("confirm-release", proposed);
    }

    @Test
    @Order(8)
    void a_released_result_is_frozen_and_goes_into_the_scores() {
        assertThat(reviewer.get("/office/results").text()).contains("结果已发布并冻结");
        again("analyst");
        assertThat(analyst.get("/office/results").text()).doesNotContain("results/propose");
        assertThat(reviewer.post("/office/results/scores").status()).isEqualTo(303);
        assertThat(reviewer.get("/office/results").text()).containsPattern("已写入 \\d+ 行");
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (var input = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                files.put(entry.getName(), input.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
