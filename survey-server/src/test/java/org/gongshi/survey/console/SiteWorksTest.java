package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Preparing and publishing the site through real HTTP, with a small generator that puts the scores into a folder with checksums:
 * what the console does with a generator, whatever that one makes of the content. OfficeWalkTest uses the real one.
 */
class SiteWorksTest {
    @TempDir
    Path folder;

    private OfficeHouse house;
    private Visitor clerk;
    private Visitor reviewer;
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final List<String> days = Collections.synchronizedList(new ArrayList<>());
    private volatile List<String> findings = List.of();

    @BeforeEach
    void start() throws IOException {
        house = OfficeHouse.open(folder, Optional.of(this::generate));
        clerk = house.visitor().signIn("clerk", house.account("clerk", "经办甲", Role.CLERK));
        reviewer = house.visitor().signIn("reviewer", house.account("reviewer", "复核乙", Role.REVIEWER));
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/site.key"), "a key");
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private int generate(Consumer<String> line, String... arguments) throws IOException {
        commands.add(arguments[0]);
        List<String> all = List.of(arguments);
        if (all.contains("--as-of")) {
            days.add(all.get(all.indexOf("--as-of") + 1));
        }
        if (arguments[0].equals("check")) {
            findings.forEach(line);
            return findings.stream().anyMatch(one -> one.contains(" error: ")) ? 1 : 0;
        }
        if (arguments[0].equals("build")) {
            Path site = Path.of(arguments[4]);
            Files.createDirectories(site);
            byte[] scores = Files.readAllBytes(Path.of(arguments[2]).resolve("2025/990000/scores.csv"));
            Files.write(site.resolve("scores.csv"), scores);
            Files.writeString(site.resolve("SHA256SUMS"), Digest.of(scores).hex() + "  scores.csv\n");
        }
        if (arguments[0].equals("diff")) {
            line.accept("数字 " + arguments[1].endsWith("public") + " " + arguments[2].endsWith("site"));
            Files.readAllLines(Path.of(arguments[2]).resolve("scores.csv")).stream()
                    .filter(one -> one.contains("新增一行"))
                    .forEach(line);
        }
        return 0;
    }

    /** Looks at the page until nothing is under way. */
    private String ended(int number) {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < deadline) {
            String page = clerk.get("/office/site/" + number).text();
            if (!page.contains("data-refresh")) {
                return page;
            }
        }
        throw new AssertionError("the work does not end");
    }

    private static List<String> entries(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private String publicScores() throws IOException {
        return Files.readString(folder.resolve("public/scores.csv"));
    }

    private void changeScores(String line) throws IOException {
        Files.writeString(house.content.resolve("2025/990000/scores.csv"), line, StandardOpenOption.APPEND);
    }

    private int prepare() {
        clerk.get("/office/site");
        Got got = clerk.post("/office/site/prepare");
        assertThat(got.status()).as(got.text()).isEqualTo(303);
        String location = got.header("Location");
        int number = Integer.parseInt(location.substring(location.lastIndexOf('/') + 1));
        ended(number);
        return number;
    }

    private Got publish(Visitor who, int number) {
        who.get("/office/site/" + number);
        return who.post("/office/site/" + number + "/publish", "sure", "yes");
    }

    @Test
    void the_site_speaks_of_the_day_that_was_chosen_and_never_of_one_ahead() throws IOException {
        clerk.get("/office/site");
        Got ahead = clerk.post("/office/site/prepare", "asOf", "2025-03-20");
        assertThat(ahead.status()).isEqualTo(409);
        assertThat(ahead.text()).contains("截至日期不能晚于今天");
        clerk.post("/office/site/prepare", "asOf", "2025-02-28");
        assertThat(ended(1)).contains("等待复核人查看差异后发布");
        assertThat(days).containsOnly("2025-02-28").hasSize(2);
        assertThat(publish(reviewer, 1).status()).isEqualTo(303);
        ended(1);
        // Published once more, it still speaks of that day, also when the server has been started again meanwhile.
        reviewer.get("/office/site/1");
        assertThat(reviewer.post("/office/site/1/again").status()).isEqualTo(303);
        ended(2);
        assertThat(days).containsOnly("2025-02-28").hasSize(6);
        assertThat(SiteJob.read(Files.readAllBytes(folder.resolve("works/2/job.json")))
                        .asOf())
                .hasValue(LocalDate.parse("2025-02-28"));
    }

    @Test
    void one_prepares_another_publishes_exactly_what_was_prepared() throws IOException {
        int number = prepare();
        assertThat(commands).containsExactly("check", "build", "verify");
        String prepared = Files.readString(house.content.resolve("2025/990000/scores.csv"));
        assertThat(Files.exists(folder.resolve("public")))
                .as("nothing public yet")
                .isFalse();
        assertThat(ended(number)).contains("/office/site/1/candidate.zip");
        Got pages = reviewer.get("/office/site/1/candidate.zip");
        assertThat(entries(pages.response().body())).containsExactly("SHA256SUMS", "scores.csv");
        changeScores("# later\n");
        assertThat(publish(reviewer, number).status()).isEqualTo(303);
        assertThat(ended(number)).contains("已发布", "经办甲", "复核乙").doesNotContain("candidate.zip");
        assertThat(reviewer.get("/office/site/1/candidate.zip").status()).isEqualTo(404);
        assertThat(publicScores()).isEqualTo(prepared).doesNotContain("# later");
        assertThat(commands).containsExactly("check", "build", "verify", "build", "verify");
        assertThat(house.office.log().entries(0, 100).toString()).contains("第 1 次网站生成：published");
    }

    @Test
    void errors_of_the_check_are_shown_with_file_and_line_and_nothing_is_built() {
        findings = List.of(
                "2025/990000/scores.csv:7:3: error: points: 应在 0 至 100 之间 (更正)",
                "2025/990000/round.yaml:2:1: warning: title: <script>alert(1)</script>");
        int number = prepare();
        String page = ended(number);
        assertThat(commands).containsExactly("check");
        assertThat(page)
                .contains("有问题", "2025/990000/scores.csv", ">7<", "points: 应在 0 至 100 之间")
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
        assertThat(publish(reviewer, number).status()).isEqualTo(409);
    }

    @Test
    void the_reviewer_sees_the_differences() throws IOException {
        publish(reviewer, prepare());
        ended(1);
        changeScores("990100,新增一行\n");
        String page = ended(prepare());
        assertThat(page).contains("数字 true", "990100,新增一行");
        assertThat(commands).endsWith("check", "build", "verify", "diff");
    }

    @Test
    void a_copy_that_was_changed_after_the_preparation_is_not_published() throws IOException {
        int number = prepare();
        Path copy = folder.resolve("works/" + number + "/content/2025/990000/scores.csv");
        Files.writeString(copy, "changed", StandardOpenOption.APPEND);
        publish(reviewer, number);
        assertThat(ended(number)).contains("有问题", "在准备之后被改动");
        assertThat(Files.exists(folder.resolve("public"))).isFalse();
    }

    @Test
    void an_earlier_release_is_published_once_more_as_a_new_one() throws IOException {
        int first = prepare();
        publish(reviewer, first);
        ended(first);
        String before = publicScores();
        changeScores("# mistake\n");
        int second = prepare();
        publish(reviewer, second);
        ended(second);
        assertThat(publicScores()).contains("# mistake");
        reviewer.get("/office/site/" + first);
        assertThat(reviewer.post("/office/site/" + first + "/again").status()).isEqualTo(303);
        assertThat(ended(3)).contains("已发布");
        assertThat(publicScores()).isEqualTo(before);
        assertThat(clerk.get("/office/site").text()).contains("退回第 " + first + " 次的内容");
    }

    @Test
    void who_prepared_does_not_publish_even_with_another_role() {
        int number = prepare();
        house.office.accounts().changeRole("clerk", Role.REVIEWER, Optional.empty());
        Visitor same = house.visitor().signIn("clerk", Optional.of(house.apps.get("clerk")));
        Got got = publish(same, number);
        assertThat(got.status()).isEqualTo(409);
        assertThat(got.text()).contains("准备和发布须为两人");
    }

    @Test
    void a_discarded_candidate_is_gone() {
        int number = prepare();
        clerk.get("/office/site/" + number);
        assertThat(clerk.post("/office/site/" + number + "/discard").status()).isEqualTo(303);
        assertThat(Files.exists(folder.resolve("works/" + number + "/content"))).isFalse();
        assertThat(publish(reviewer, number).status()).isEqualTo(409);
    }

    @Test
    void without_a_key_nothing_is_published() throws IOException {
        int number = prepare();
        Files.delete(folder.resolve("keys/site.key"));
        assertThat(publish(reviewer, number).status()).isEqualTo(409);
    }
}
