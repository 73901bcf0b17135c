package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.control.ControlServer;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {
    private static final Path DEMO = Path.of("..", "content", "demo");

    @TempDir
    Path folder;

    private Path content;
    private Path data;
    private String out;
    private String err;

    @BeforeEach
    void copyContent() throws IOException {
        content = folder.resolve("content");
        data = folder.resolve("data");
        try (Stream<Path> files = Files.walk(DEMO)) {
            for (Path file : files.toList()) {
                Path target = content.resolve(DEMO.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Path plan = content.resolve("2025/990000/survey-plan.yaml");
        Files.writeString(plan, Files.readString(plan).replaceAll("closes: .*", "closes: 2125-03-28T18:00:00+08:00"));
    }

    @Test
    void a_survey_is_run_by_commands_alone() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(err).contains("没有调查");
        assertThat(codes("--count", "3")).isZero();
        assertThat(run("open")).isZero();
        assertThat(run("open")).isEqualTo(1);
        assertThat(run("status")).isZero();
        assertThat(out).contains("进行中").contains("990100\t家长\t3\t0\t0\t0\t0\t0");
        assertThat(run("status", "--json")).isZero();
        Json.Obj status = (Json.Obj) JsonText.parse(out);
        assertThat(status.field("state")).contains(Json.of("open"));
        assertThat(run("close")).isZero();
        assertThat(codes("--count", "1")).isEqualTo(1);
        assertThat(err).contains("已结束");
        assertThat(run("status")).isZero();
        assertThat(out).contains("已结束").contains("990100\t家长\t3\t0\t0\t0\t0\t0");
    }

    @Test
    void csv_has_a_bom_and_links_that_carry_the_code_behind_the_hash() {
        assertThat(codes("--count", "5", "--base-url", "https://survey.example.cn/"))
                .isZero();
        assertThat(out).startsWith("\ufeff访问码,链接,问卷,地区,学段,批次\r\n");
        List<String> lines = out.lines().skip(1).toList();
        assertThat(lines).hasSize(5);
        for (String line : lines) {
            String[] cells = line.split(",");
            AccessCode code = AccessCode.parse(cells[0]).orElseThrow();
            assertThat(cells[1]).isEqualTo("https://survey.example.cn/survey/parent#" + code.value());
            assertThat(cells[5]).isEqualTo("1");
            assertThat(line).doesNotContain("第一小学");
        }
    }

    @Test
    void slips_are_one_page_without_anything_from_outside() {
        assertThat(codes("--count", "9", "--format", "html")).isZero();
        assertThat(out).contains("<html lang=\"zh-CN\">").doesNotContain("第一小学");
        assertThat(out.split("<article>")).hasSize(10);
        assertThat(out.replace("http://127.0.0.1:7070/survey/parent", "")).doesNotContain("http");
        assertThat(printedCodes(out)).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void a_poster_bears_one_code_for_a_whole_school_which_is_not_counted_as_given_out() {
        assertThat(codes(
                        "--count", "1", "--kind", "school", "--format", "poster", "--base-url", "https://s.example.cn"))
                .isZero();
        assertThat(out.split("<article>")).hasSize(2);
        assertThat(out).contains("学校码", "https://s.example.cn/survey/parent", "单独统计");
        String code = out.replaceAll("(?s).*<p class=\"code\">([^<]*)<.*", "$1");
        assertThat(AccessCode.parse(code).orElseThrow().isShared()).isTrue();
        assertThat(run("status")).isZero();
        assertThat(out).doesNotContain("家长");
    }

    @Test
    void rooms_are_batches_of_their_own_and_can_be_made_void_alone() {
        assertThat(codes("--count", "3", "--kind", "room", "--seats", "45")).isZero();
        assertThat(out.lines().skip(1)).hasSize(3).allMatch(line -> line.contains("/room/open#"));
        assertThat(run("status")).isZero();
        assertThat(out).contains("990100\t家长\t135\t0\t0\t0\t0\t0");
        assertThat(run("void", "--batch", "2")).isZero();
        assertThat(out).contains("作废 46 个");
        assertThat(run("status")).isZero();
        assertThat(out).contains("990100\t家长\t90\t0\t0\t0\t0\t0");
        assertThat(run("void", "--batch", "0")).isEqualTo(64);
    }

    @Test
    void slips_lead_to_where_the_server_was_last_reached() {
        assertThat(codes("--count", "1")).isZero();
        new ServedAddress(data).remember(java.net.URI.create("https://survey.example.cn"));
        assertThat(codes("--count", "1")).isZero();
        assertThat(out).contains("https://survey.example.cn/survey/parent#");
    }

    @Test
    void a_workbook_is_a_private_file_and_none_is_overwritten() throws IOException {
        Path file = folder.resolve("codes.xlsx");
        assertThat(codes("--count", "4", "--format", "xlsx", "--output", file.toString()))
                .isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            var strings = zip.getInputStream(zip.getEntry("xl/sharedStrings.xml"));
            String text = new String(strings.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(printedCodes(text)).hasSize(4);
        }
        assertThat(codes("--count", "4", "--format", "xlsx", "--output", file.toString()))
                .isEqualTo(1);
        assertThat(err).contains("不会覆盖").contains("没有生成访问码");
        assertThat(run("void", "--batch", "2")).isEqualTo(1);
        assertThat(err).contains("只到第 1 批");
        assertThat(run("status")).isZero();
        assertThat(out).contains("990100\t家长\t4\t0\t0\t0\t0\t0");
    }

    @Test
    void a_running_server_is_asked_instead_of_the_locked_files() {
        SurveyFiles files = SurveyFiles.beside(data);
        var folderReader = new SurveyFolder(content);
        try (var round = new SurveyRound(
                        files,
                        Optional.of(folderReader.newest()),
                        folderReader,
                        Clock.systemUTC(),
                        new SecureRandom());
                ControlServer server = ControlServer.start(files.folder(), round)) {
            assertThat(server).isNotNull();
            assertThat(codes("--count", "2")).isZero();
            assertThat(run("open")).isZero();
            assertThat(round.state().key()).isEqualTo("open");
            assertThat(run("status")).isZero();
            assertThat(out).contains("990100\t家长\t2\t0\t0\t0\t0\t0");
        }
    }

    @Test
    void a_content_folder_that_is_not_there_is_named() {
        assertThat(codes("--count", "1")).isZero();
        content = folder.resolve("elsewhere");
        assertThat(run("open")).isEqualTo(1);
        assertThat(err).contains("没有内容目录 " + content).contains("--content");
    }

    @Test
    void broken_content_is_told_finding_by_finding_and_opens_nothing() throws IOException {
        Path plan = content.resolve("2025/990000/survey-plan.yaml");
        Files.writeString(plan, Files.readString(plan).replace("indexDecimals: 1", "indexDecimals: 9\nwrong: 1"));
        assertThat(run("open")).isEqualTo(1);
        assertThat(err.lines()
                        .filter(line -> line.contains("survey-plan.yaml:"))
                        .count())
                .isGreaterThanOrEqualTo(2);
        assertThat(run("status")).isZero();
        assertThat(out).contains("准备中");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "codes",
                "codes --audience teacher --place 990100 --count 1",
                "codes --audience parent --place 99 --count 1",
                "codes --audience parent --place 990100 --count 0",
                "codes --audience parent --place 990100 --count 100001",
                "codes --audience parent --place 990100 --count x",
                "codes --audience parent --place 990100 --count 1 --format pdf",
                "codes --audience parent --place 990100 --count",
                "release --date 2025 --released-by a --confirmed-by b",
                "clues keys --output key --passphrase-file not-there",
                "codes --audience parent --place 990100 --count 1 --stage kindergarten",
                "codes --audience parent --place 990100 --count 1 --base-url javascript:alert(1)",
                "open --round 2025",
                "status --nonsense"
            })
    void wrong_usage_is_64_and_makes_nothing(String arguments) {
        assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(64);
        assertThat(err)
                .startsWith("错误：")
                .doesNotContain("Invalid value")
                .doesNotContain("Missing")
                .doesNotContain("Unmatched")
                .doesNotContain("Unknown");
        assertThat(data).doesNotExist();
    }

    @Test
    void a_survey_is_kept_examined_and_restored_by_commands() throws IOException {
        assertThat(codes("--count", "3")).isZero();
        Path backup = folder.resolve("safe/survey.backup");
        assertThat(run("backup", "--output", backup.toString())).isZero();
        assertThat(run("doctor")).isZero();
        assertThat(out).contains("体检通过");
        assertThat(run("restore", backup.toString())).isEqualTo(1);
        assertThat(err).contains("不会覆盖");
        Path lost = folder.resolve("lost");
        Files.move(data, lost);
        assertThat(run("doctor")).isEqualTo(1);
        assertThat(out).contains("没有调查");
        assertThat(run("restore", backup.toString())).isZero();
        assertThat(run("status")).isZero();
        assertThat(out).contains("990100\t家长\t3\t0\t0\t0\t0\t0");
        assertThat(run(
                        "destroy",
                        "--by",
                        "甲",
                        "--confirmed-by",
                        "乙",
                        "--proof",
                        folder.resolve("p.json").toString()))
                .isEqualTo(1);
        assertThat(err).contains("发布之后");
        assertThat(run("destroy", "--by", "甲", "--confirmed-by", "乙", "--proof", "p", "--retention-days", "3"))
                .isEqualTo(64);
    }

    @Test
    void help_is_there_for_every_command() {
        CommandLine line = SurveyCommand.line();
        assertThat(line.getSubcommands()).isNotEmpty();
        for (String name : line.getSubcommands().keySet()) {
            assertThat(execute(name, "--help")).isZero();
            assertThat(out).contains(name);
        }
    }

    private int codes(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--audience", "parent", "--place", "990100"));
        arguments.addAll(List.of("--stage", "primary", "--school", "第一小学"));
        arguments.addAll(List.of(more));
        return run("codes", arguments.toArray(String[]::new));
    }

    private int run(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", data.toString(), "--content", content.toString()));
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        var printed = new StringWriter();
        var faults = new StringWriter();
        int exit = SurveyCommand.line()
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(faults))
                .execute(arguments);
        out = printed.toString();
        err = faults.toString();
        return exit;
    }

    private static List<String> printedCodes(String text) {
        return java.util.regex.Pattern.compile("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }
}
