package org.gongshi.survey.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.command.SurveyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SampleCommandTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "survey-sample");
    private static final String SECRET = "demo-secret-7f3a";
    private static final String RESULT = "0 3 1 4 1 5 9";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_example_is_drawn_to_the_byte() throws IOException {
        Path record = folder.resolve("record.json");

        assertThat(draw(EXAMPLE, record)).isZero();
        assertThat(record).hasSameBinaryContentAs(EXAMPLE.resolve("survey-sample.json"));
        assertThat(out.toString()).contains("parent,990101,primary,丁小学（演示）,45,6.0000", "public,990101,,,18,2.2222");
    }

    @Test
    void a_draw_is_never_repeated_over_its_record() {
        Path record = folder.resolve("record.json");

        assertThat(draw(EXAMPLE, record)).isZero();
        assertThat(draw(EXAMPLE, record)).isEqualTo(1);
        assertThat(err.toString()).contains("不得覆盖");
    }

    @Test
    void the_shipped_record_is_confirmed() {
        assertThat(replay(EXAMPLE.resolve("survey-sample.json"))).isZero();
        assertThat(out.toString()).contains("一致");
    }

    /** Whatever byte is changed: the record is unreadable (1) or differs (2), never confirmed. */
    @Test
    void any_changed_byte_is_found() throws IOException {
        byte[] sound = Files.readAllBytes(EXAMPLE.resolve("survey-sample.json"));
        var random = new Random(20260101);
        for (int round = 0; round < 150; round++) {
            byte[] changed = sound.clone();
            int at = random.nextInt(changed.length);
            changed[at] = (byte) (changed[at] ^ (1 << random.nextInt(7)));
            Path file = Files.write(folder.resolve("changed.json"), changed);

            assertThat(replay(file)).as("byte " + at + " of " + changed.length).isIn(1, 2);
        }
    }

    @Test
    void a_record_of_another_frame_is_found() throws IOException {
        String classes = Files.readString(EXAMPLE.resolve("schools.csv")).replace("甲小学（演示）,1班,38", "甲小学（演示）,1班,39");
        Path changed = Files.writeString(folder.resolve("schools.csv"), classes);

        int code = run(
                "sample",
                "--replay",
                EXAMPLE.resolve("survey-sample.json").toString(),
                "--frame",
                changed.toString(),
                "--frame",
                EXAMPLE.resolve("addresses.csv").toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("schools.csv", "不在方案的 frames 中");
    }

    @Test
    void another_seed_is_refused_and_nothing_is_written() {
        Path record = folder.resolve("record.json");
        int code = run(
                "sample",
                "--frame",
                EXAMPLE.resolve("schools.csv").toString(),
                "--frame",
                EXAMPLE.resolve("addresses.csv").toString(),
                "--plan",
                EXAMPLE.resolve("survey-sample.yaml").toString(),
                "--seed",
                "a better one",
                "--beacon",
                RESULT,
                "--output",
                record.toString());

        assertThat(code).isEqualTo(1);
        assertThat(record).doesNotExist();
        assertThat(err.toString()).contains("survey-sample.yaml", "承诺");
    }

    @Test
    void a_workbook_with_chinese_headers_draws_the_same_sample() throws IOException {
        Path workbook = folder.resolve("frame.xlsx");
        workbook(workbook, false);
        Path plan = plan(workbook);
        Path record = folder.resolve("record.json");

        int code = run(
                "sample",
                "--frame",
                workbook.toString(),
                "--plan",
                plan.toString(),
                "--seed",
                SECRET,
                "--beacon",
                RESULT,
                "--output",
                record.toString());

        assertThat(code).as(err.toString()).isZero();
        String expected = Files.readString(EXAMPLE.resolve("survey-sample.json"));
        assertThat(after(Files.readString(record), "\"schools\"")).isEqualTo(after(expected, "\"schools\""));
    }

    @Test
    void every_fault_of_a_workbook_is_told_with_sheet_and_cell() throws IOException {
        Path workbook = folder.resolve("frame.xlsx");
        workbook(workbook, true);

        assertThat(run(
                        "sample",
                        "--replay",
                        EXAMPLE.resolve("survey-sample.json").toString(),
                        "--frame",
                        workbook.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "frame.xlsx:2:5: error: 班级!E2: 应为",
                        "frame.xlsx:3:2: error: 班级!B3: 应为",
                        "frame.xlsx:5:4: error: 班级!D5: 与",
                        "frame.xlsx:6:1: error: 班级!A6: 应为",
                        "frame.xlsx:7:5: error: 班级!E7: 这里是公式");
    }

    @Test
    void every_fault_of_a_table_is_told_with_its_line() throws IOException {
        Path frame = Files.writeString(folder.resolve("frame.csv"), """
                place,address
                990101,H001
                99010,H002
                990101,H001
                990101,15010119800101123X
                990101,
                """);

        assertThat(run(
                        "sample",
                        "--replay",
                        EXAMPLE.resolve("survey-sample.json").toString(),
                        "--frame",
                        frame.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "frame.csv:3:1: error: place: 应为六位行政区划代码",
                        "frame.csv:4:8: error: address: 与 frame.csv 第 2 行重复",
                        "frame.csv:5:8: error: address: 应为一行文字，其中没有证件号或手机号",
                        "frame.csv:6:8: error: address: ");
    }

    @Test
    void wrong_headers_and_files_that_are_no_workbook_are_told() throws IOException {
        Path csv = Files.writeString(folder.resolve("frame.csv"), "name,age\nx,1\n");
        Path xlsx = Files.writeString(folder.resolve("frame.xlsx"), "no workbook");

        assertThat(run(
                        "sample",
                        "--replay",
                        EXAMPLE.resolve("survey-sample.json").toString(),
                        "--frame",
                        csv.toString(),
                        "--frame",
                        xlsx.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("frame.csv:1:1: error: 第一行不是抽样框的表头", "frame.xlsx:0:0: error: 不是可以读取的 XLSX");
    }

    @Test
    void usage_is_64() {
        assertThat(run("sample", "--frame", "x.csv")).isEqualTo(64);
        assertThat(run("sample", "--frame", "x.csv", "--plan", "p.yaml")).isEqualTo(64);
        assertThat(run("sample", "--frame", "x.csv", "--replay", "r.json", "--seed", "s"))
                .isEqualTo(64);
    }

    private int draw(Path example, Path record) {
        return run(
                "sample",
                "--frame",
                example.resolve("schools.csv").toString(),
                "--frame",
                example.resolve("addresses.csv").toString(),
                "--plan",
                example.resolve("survey-sample.yaml").toString(),
                "--seed",
                SECRET,
                "--beacon",
                RESULT,
                "--output",
                record.toString());
    }

    private int replay(Path record) {
        return run(
                "sample",
                "--replay",
                record.toString(),
                "--frame",
                EXAMPLE.resolve("schools.csv").toString(),
                "--frame",
                EXAMPLE.resolve("addresses.csv").toString());
    }

    private int run(String... arguments) {
        CommandLine line = SurveyCommand.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    /** The example's plan for another file of the frame. */
    private Path plan(Path workbook) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(EXAMPLE.resolve("survey-sample.yaml"))) {
            if (!line.startsWith("  - sha256:")) {
                lines.add(line);
            }
            if (line.equals("frames:")) {
                lines.add("  - " + Digest.of(Files.readAllBytes(workbook)));
            }
        }
        return Files.write(folder.resolve("plan.yaml"), lines);
    }

    private static void workbook(Path file, boolean faulty) throws IOException {
        List<String> classes = Files.readAllLines(EXAMPLE.resolve("schools.csv"));
        List<String> addresses = Files.readAllLines(EXAMPLE.resolve("addresses.csv"));
        try (OutputStream bytes = Files.newOutputStream(file);
                Workbook workbook = new Workbook(bytes, "gongshi", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("班级");
            fill(sheet, List.of("地区代码", "学段", "学校", "班级", "学生数"), classes);
            if (faulty) {
                sheet.value(1, 4, "很多");
                sheet.value(2, 1, "大学");
                sheet.value(4, 3, "1班");
                sheet.value(4, 2, "乙小学（演示）");
                sheet.value(5, 0, 99);
                sheet.formula(6, 4, "E2+1");
            }
            fill(workbook.newWorksheet("住址"), List.of("地区代码", "住址编号"), addresses);
            workbook.newWorksheet("空白");
        }
    }

    private static void fill(Worksheet sheet, List<String> header, List<String> lines) {
        for (int column = 0; column < header.size(); column++) {
            sheet.value(0, column, header.get(column));
        }
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",");
            for (int column = 0; column < cells.length; column++) {
                String cell = cells[column].equals("primary") ? "小学" : cells[column];
                // As Excel keeps them: codes and counts are numbers.
                if (cell.matches("[0-9]+")) {
                    sheet.value(row, column, Integer.valueOf(cell));
                } else {
                    sheet.value(row, column, cell);
                }
            }
        }
    }

    private static String after(String text, String mark) {
        return new String(text.substring(text.indexOf(mark)).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
