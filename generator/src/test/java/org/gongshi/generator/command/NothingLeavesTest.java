package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.generator.document.PrintedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * By the command line, from the content to the last byte of the site: what is not decided, not due or not to be public stops the
 * build with a word about where and why, and the release that stands stays as it is.
 */
class NothingLeavesTest {
    private static final String CANARY = "金丝雀7f3a9c";
    private static final String DRAFT = ContentFixture.DRAFT;

    @TempDir
    private Path folder;

    private ContentFixture content;
    private Path site;
    private Terminal terminal;

    @BeforeEach
    void write() {
        content = ContentFixture.valid(folder.resolve("content"));
        site = folder.resolve("site");
        terminal = new Terminal(folder, "2025-12-31");
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2025/990000/990100/report.md | ## 总体 | ## 总体。 | 990100/decisions.yaml:13:13 | 批准后被修改",
                "2025/990000/990100/stages.yaml | team: 7 | team: 8 | 990100/decisions.yaml | 批准后被修改",
                "2025/990000/990100/findings.yaml | 退还费用 | 退还费用。 | 990100/decisions.yaml | 批准后被修改",
                "2025/990000/scores.csv | 990100,A1-01,,95.5 | 990100,A1-01,,96.5 | 990100/decisions.yaml | 批准后被修改",
                "2025/990000/indicators.yaml | 会议和督办情况 | 会议情况 | 990100/decisions.yaml | 批准后被修改",
                "2025/990000/results.json | \"数据员\" | \"他人\" | 990100/decisions.yaml | 批准后被修改",
                "2025/990000/questionnaires/public.yaml | 学校的安全 | 学校安全 | results.json | 问卷",
                "2025/990000/survey-plan.yaml | hide: 10 | hide: 11 | results.json | 调查方案",
                "2025/990000/990100/decisions.yaml | digest: \"sha256: | digest: \"sha256:0 | 990100/decisions.yaml:8:13 | digest",
                "2025/990000/990100/decisions.yaml | 云岭教育督导委员会 | 云岭教育厅 | 990100/decisions.yaml:5:11 | 不是 round.yaml 所定的审定机关",
                "2025/990000/990100/decisions.yaml | 云岭自治区人民政府 | 云岭市人民政府 | 990100/decisions.yaml | 不是 round.yaml 所定的批准机关",
                "2025/990000/990100/decisions.yaml | kind: review | kind: publication | 990100/decisions.yaml | 没有审定",
                "2025/990000/objections.yaml | to: 2025-11-27 | to: 2025-12-05 | objections.yaml | 公示期",
                "2025/990000/objections.yaml | to: 2025-11-27 | to: 2025-11-24 | objections.yaml | 工作日",
                "2025/990000/round.yaml | date: 2025-12-08 | date: 2025-11-30 | 2025/990000 | 早于批准日期",
                "2025/990000/round.yaml | [\"990100\", \"990200\"] | [\"990100\", \"990300\"] | 990300/decisions.yaml | 没有批准",
            })
    void content_that_is_not_decided_as_it_is_stops_the_build(
            String file, String old, String with, String where, String why) throws IOException {
        assertThat(build()).as(terminal.out()).isZero();
        Map<String, String> before = digests();
        content.change(file, old, with);

        assertThat(build()).as(terminal.out()).isEqualTo(1);

        assertThat(terminal.out().lines().filter(line -> line.contains(": error: ")))
                .as(terminal.out())
                .anyMatch(line -> line.contains(where) && line.contains(why));
        assertThat(terminal.out()).contains("没有生成网站");
        assertThat(digests()).isEqualTo(before);
        assertThat(terminal.run("verify", site)).isZero();
    }

    @Test
    void a_report_that_is_taken_back_goes_only_with_a_word_to_the_public() throws IOException {
        assertThat(build()).isZero();
        Map<String, String> before = digests();
        content.change(ContentFixture.ROUND + "/round.yaml", "[\"990100\", \"990200\"]", "[\"990100\"]");

        assertThat(build()).as(terminal.out()).isEqualTo(1);
        assertThat(terminal.out()).contains("corrections.yaml", "没有生成网站");
        assertThat(digests()).isEqualTo(before);

        content.write(
                "corrections.yaml",
                "corrections:\n  - date: 2025-12-15\n    page: /2025/huayuan/\n    old: 已发布\n    new: 撤回\n"
                        + "    reason: 批准机关撤回\n    document: 云教督更〔2025〕2号\n");
        assertThat(build()).as(terminal.out()).isZero();

        for (String page : List.of("2025/huayuan/", "2025/huayuan/report/")) {
            String html = Files.readString(site.resolve(page + "index.html"));
            assertThat(html).as(page).contains("已撤回", "批准机关撤回", "云教督更〔2025〕2号", "versions/0001/" + page);
            assertThat(Files.readString(site.resolve("versions/0001/" + page + "index.html")))
                    .contains("旧版，已更正", "已发布 → 撤回");
        }
        assertThat(Files.readString(site.resolve("2025/index.html")))
                .contains("<a class=\"tile awaited\" href=\"huayuan/index.html\">", "已撤回");
        assertThat(Files.readString(site.resolve("data/2025/grades.csv"))).doesNotContain("990200");
        assertThat(terminal.run("verify", site)).as(terminal.out()).isZero();
    }

    /** Everywhere where a draft holds text; the site has reports in PDF, workbooks, a search index, feeds and lists. */
    @Test
    void a_word_of_a_draft_stands_in_no_byte_of_the_site() throws IOException {
        content.change(DRAFT + "/report.md", "## 总体", "## " + CANARY + "\n\n" + CANARY);
        content.change(DRAFT + "/report.md", "title: ", "title: " + CANARY);
        content.change(DRAFT + "/findings.yaml", "title: 督办到底", "title: " + CANARY);
        content.change(DRAFT + "/findings.yaml", "title: 违规收费", "title: " + CANARY);
        content.change(DRAFT + "/stages.yaml", "truthfulness: ", "truthfulness: " + CANARY);
        content.change(ContentFixture.ROUND + "/scores.csv", "会议纪要3份", CANARY);
        content.change(ContentFixture.ROUND + "/outcomes.yaml", "text: 约谈", "text: " + CANARY);

        assertThat(build("--full")).as(terminal.out()).isZero();

        assertThat(terminal.out() + terminal.err()).doesNotContain(CANARY);
        assertThat(filesWith(CANARY)).isEmpty();
        assertThat(filesWith("登记簿第3页"))
                .as("control: a published text is found in as many kinds of files")
                .anyMatch(path -> path.endsWith("index.html"))
                .anyMatch(path -> path.endsWith(".json"));
        assertThat(filesWith("澄川市")).anyMatch(path -> path.endsWith(".xlsx"));
        assertThat(filesWith("违规收费")).anyMatch(path -> path.endsWith(".pdf"));
    }

    @Test
    void a_report_leaves_on_its_day_and_not_before() throws IOException {
        content = ContentFixture.undecided(folder.resolve("later"));
        content.change(ContentFixture.FIRST + "/report.md", "## 总体", "## " + CANARY);
        content.change(ContentFixture.FIRST + "/findings.yaml", "title: 违规收费", "title: " + CANARY);
        content.decide();
        Object[] words = {"build", "--content", folder.resolve("later"), "--output", site, "--quiet", "--as-of"};

        assertThat(run(words, "2025-12-07")).as(terminal.out()).isZero();
        assertThat(terminal.out()).doesNotContain(CANARY);
        assertThat(filesWith(CANARY)).isEmpty();
        assertThat(site.resolve("2025/chengchuan")).doesNotExist();

        assertThat(run(words, "2025-12-10")).as(terminal.out()).isZero();
        assertThat(filesWith(CANARY))
                .contains("2025/chengchuan/report/index.html", "2025/chengchuan/report/2025-chengchuan.pdf");
        assertThat(terminal.run("verify", site)).isZero();
    }

    /** One number, in what becomes a page, a table, a feed, a list, a workbook or a print. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025/990000/990100/report.md | ## 总体 | ## 13800138000 | report/index.html",
                "2025/990000/990100/report.md | title: 年度 | title: 13800138000年度 | chengchuan/report/index.html",
                "2025/990000/990100/findings.yaml | title: 违规收费 | title: 违规收费13800138000 | 2025/problems.csv",
                "2025/990000/scores.csv | 会议纪要6份 | 会议纪要13800138000 | data/2025/scores.csv",
                "2025/990000/indicators.yaml | source: 会议纪要 | source: 会议纪要13800138000 | index.json",
                "2025/990000/objections.yaml | channel: 书面提出 | channel: 书面提出13800138000 | objections/index.html",
                "notices/2025-02-26-notice.md | title: 通知 | title: 通知13800138000 | feed.xml",
                "notices/2025-02-26-notice.md | 正文。 | 正文\\n\\n¦a¦b¦c¦\\n¦-¦-¦-¦\\n¦138¦0013¦8000¦ | notices/2025-02-26-notice/index.html",
                "site.yaml | address: 云岭市一号 | address: 云岭市一号13800138000 | index.html",
            })
    void personal_data_stop_the_build_wherever_they_stand(String file, String old, String with, String where)
            throws IOException {
        assertThat(build()).isZero();
        Map<String, String> before = digests();
        content = ContentFixture.undecided(folder.resolve("content"))
                .change(file, old, with.replace('¦', '|').replace("\\n", "\n"));
        Files.deleteIfExists(content.path(ContentFixture.FIRST + "/decisions.yaml"));
        Files.deleteIfExists(content.path(ContentFixture.SECOND + "/decisions.yaml"));
        content.decide();

        assertThat(build()).as(terminal.out()).isEqualTo(1);

        assertThat(terminal.out()).contains(where, "手机号码 138*****000").doesNotContain("13800138000", "0013");
        assertThat(digests()).isEqualTo(before);
    }

    private int build(String... more) {
        List<Object> words =
                new ArrayList<>(List.of("build", "--content", folder.resolve("content"), "--output", site, "--quiet"));
        words.addAll(more.length == 0 ? List.of("--pages-only") : List.of(more));
        return terminal.run(words.toArray());
    }

    private int run(Object[] words, String day) {
        return terminal.run(Stream.concat(Stream.of(words), Stream.of(day)).toArray());
    }

    private Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        Path root = site.toRealPath();
        for (Path file : files(root)) {
            digests.put(
                    root.relativize(file).toString(),
                    Digest.of(Files.readAllBytes(file)).hex());
        }
        return digests;
    }

    /** Files whose name, bytes, packed parts or printed text hold a word. */
    private List<String> filesWith(String word) throws IOException {
        List<String> found = new ArrayList<>();
        Path root = site.toRealPath();
        for (Path file : files(root)) {
            String path = root.relativize(file).toString().replace('\\', '/');
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (path.endsWith(".pdf")) {
                text = String.join("", PrintedText.pages(bytes)) + PrintedText.spoken(bytes);
            } else if (path.endsWith(".xlsx")) {
                text = unfolded(bytes);
            }
            if ((path + text).contains(word)) {
                found.add(path);
            }
        }
        return found;
    }

    private static String unfolded(byte[] archive) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        // The workbooks write what is no ASCII by its number.
        return Pattern.compile("&#x([0-9a-f]+);", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll(one -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(one.group(1), 16))));
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
