package org.gongshi.generator.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbookTest {
    private static final Path DEMO = Path.of("../content/demo").toAbsolutePath().normalize();
    private static final RoundKey ROUND = new RoundKey(new EvaluationYear(2025), new PlaceCode("990000"));

    @TempDir
    private Path folder;

    private Path content;
    private Path workbook;

    @BeforeEach
    void copy() throws IOException {
        content = folder.resolve("content");
        workbook = folder.resolve("filled.xlsx");
        try (Stream<Path> files = Files.walk(DEMO)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, content.resolve(DEMO.relativize(file).toString()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_is_exported_and_imported_again_says_the_same(Kind kind) throws IOException {
        Map<Path, Object> before = said();

        OfficeImport.Result result = imported(exported(kind));

        assertThat(result.findings()).noneMatch(this::isError);
        assertThat(result.written()).isNotEmpty();
        assertThat(said()).isEqualTo(before);
        assertThat(new ContentReader(new ContentFolder(content), new Findings()).indicators(ROUND))
                .isEqualTo(new ContentReader(new ContentFolder(DEMO), new Findings()).indicators(ROUND));
    }

    @Test
    void scores_keep_every_decimal_that_was_written() throws IOException {
        imported(exported(Kind.SCORES));

        assertThat(Files.readAllLines(content.resolve("2025/990000/scores.csv")))
                .containsExactlyElementsOf(Files.readAllLines(DEMO.resolve("2025/990000/scores.csv")));
    }

    @Test
    void a_wrong_cell_is_told_by_its_address_and_nothing_is_written() throws IOException {
        String before = Files.readString(content.resolve("2025/990000/populations.csv"));
        book(Kind.POPULATIONS, rows -> {
            rows.add("990100 澄川市", "社会公众", "", 100, "", 200);
            rows.add("990100 澄川市", "教师", "", 100, "", 20);
            rows.add("998800", "家长", "小学", 10.5, 3, 2);
        });

        OfficeImport.Result result = imported(workbook);

        assertThat(result.written()).isEmpty();
        assertThat(Files.readString(content.resolve("2025/990000/populations.csv")))
                .isEqualTo(before);
        assertThat(result.findings())
                .extracting(finding -> finding.at().field())
                .contains("总体!F2", "总体!B3", "总体!D4");
        assertThat(result.findings())
                .extracting(Finding::toLine)
                .anyMatch(line -> line.startsWith("filled.xlsx:2:6: error: 总体!F2: 邀请人数 200 多于总体人数 100"));
    }

    @Test
    void a_fault_speaks_the_words_of_the_list_and_the_headings_not_those_of_the_files() throws IOException {
        book(Kind.FINDINGS, rows -> {
            rows.next();
            rows.add("990100", "P01", "校车", "内容", "A1-01", "依据", "也许", "措施", "2025-09-01", "开着", "", "2025-08-01");
            rows.add("990100", "P02", "食堂", "内容", "A1-01", "依据", "否", "措施", "2025-09-01", "已复查", "结果", "2025-08-01");
            rows.add("990100", "P03", "open 的校门", "内容", "A1-01", "依据", "否", "措施", "2025-09-01", "open");
        });

        List<String> lines =
                imported(workbook).findings().stream().map(Finding::toLine).toList();

        assertThat(lines)
                .anyMatch(line -> line.contains("问题清单!J2: 应为“未开始”、“整改中”、“已完成，待复查”、“已复查”之一，此处是文字“开着” (请从单元格的下拉列表中选择)"))
                .anyMatch(line -> line.contains("问题清单!G2: 应为“是”或“否”，此处是文字“也许” (请从单元格的下拉列表中选择)"))
                .anyMatch(line -> line.contains("问题清单!J3: 状态为“已复查”，但缺少“复查日期”"))
                .noneMatch(line -> line.contains("引号")
                        || line.contains("in-progress")
                        || line.contains("rechecked")
                        || line.contains("true"));
    }

    @Test
    void an_empty_cell_is_told_by_its_own_address_as_where_cells_were_merged() throws IOException {
        book(Kind.POPULATIONS, rows -> {
            rows.add("990100 澄川市", "社会公众", "", 100, "", 20);
            rows.add("", "家长", "小学", 100, 3, 2);
        });

        assertThat(imported(workbook).findings())
                .extracting(finding -> finding.at().field())
                .contains("总体!A3");
    }

    @Test
    void digits_and_blanks_of_full_width_count_as_what_they_are() throws IOException {
        book(Kind.POPULATIONS, rows -> {
            rows.add("９９０１００　澄川市", "社会公众", "", "　１００", "", "２００ ");
            rows.add("990100", "家长", "小学", "１０．５", 3, 2);
        });

        assertThat(imported(workbook).findings())
                .extracting(finding -> finding.toLine())
                .anyMatch(line -> line.contains("总体!F2: 邀请人数 200 多于总体人数 100"))
                .anyMatch(line -> line.contains("总体!D3") && line.contains("10.5"));
    }

    @Test
    void a_formula_is_refused_since_its_value_depends_on_who_opens_it() throws IOException {
        book(Kind.POPULATIONS, rows -> {
            rows.add("990100", "社会公众", "", 100, "", 20);
            rows.sheet().formula(1, 5, "HYPERLINK(\"http://example.org\",\"20\")");
        });

        assertThat(imported(workbook).findings())
                .filteredOn(this::isError)
                .extracting(Finding::toLine)
                .containsExactly("filled.xlsx:2:6: error: 总体!F2: 单元格是公式 (请复制后“选择性粘贴—数值”，公开的数字不能随打开的电脑而变)");
    }

    @Test
    void beside_a_formula_all_other_faults_are_told_at_once() throws IOException {
        String before = Files.readString(content.resolve("2025/990000/populations.csv"));
        book(Kind.POPULATIONS, rows -> {
            rows.add("990100", "社会公众", "", 100, "", 20);
            rows.sheet().formula(1, 3, "99+1");
            rows.add("990100", "教师", "", 100, "", 20);
            rows.add("990100", "家长", "小学", "很多", 3, 2);
        });

        OfficeImport.Result result = imported(workbook);

        assertThat(result.findings())
                .extracting(finding -> finding.at().field())
                .contains("总体!D2", "总体!B3", "总体!D4");
        assertThat(result.written()).isEmpty();
        assertThat(Files.readString(content.resolve("2025/990000/populations.csv")))
                .isEqualTo(before);
    }

    @Test
    void a_text_that_looks_like_a_formula_stays_a_text() throws IOException {
        Path findings = content.resolve("2025/990000/990100/findings.yaml");
        Files.writeString(
                findings,
                Files.readString(findings).replaceFirst("title: .*", "title: \"=HYPERLINK(\\\\\"http://x\\\\\")\""));

        OfficeImport.Result result = imported(exported(Kind.FINDINGS));

        assertThat(result.findings()).noneMatch(this::isError);
        assertThat(Files.readString(findings)).contains("=HYPERLINK(\\\"http://x\\\")");
    }

    @Test
    void a_heading_that_was_changed_and_a_sheet_that_is_gone_are_told() throws IOException {
        book(Kind.POPULATIONS, rows -> rows.sheet().value(0, 1, "对象（audiance）"));
        assertThat(imported(workbook).findings())
                .extracting(finding -> finding.at().field() + " " + finding.message())
                .contains("总体!B1 不认识的列“对象(audiance)”", "总体!A1 缺少列“对象（audience）”");

        Files.writeString(workbook, "a,b\n1,2\n");
        assertThat(imported(workbook).findings())
                .extracting(Finding::message)
                .containsExactly("不是可以读取的 .xlsx 工作簿：文本表格（CSV）");
    }

    @Test
    void a_problem_without_a_place_and_an_indicator_without_an_area_are_told() throws IOException {
        book(Kind.FINDINGS, rows -> rows.add("", "没有地区的经验", "内容", "A1-01"));
        assertThat(imported(workbook).findings())
                .extracting(finding -> finding.at().field())
                .contains("典型经验!B2");

        book(Kind.INDICATORS, rows -> {
            rows.add("文号", "2025-02-21", "");
            rows.next();
            rows.add("A1", "领域一", "主题");
            rows.next();
            rows.add("A9", "A9-01", "名称", "定义", "来源", 100, "否", "", "评议", "", "", "", "", "", "", 1);
        });
        assertThat(imported(workbook).findings())
                .extracting(finding -> finding.at().field())
                .contains("指标!A2");
    }

    @Test
    void a_sheet_without_self_evaluation_points_stays_without_the_column() throws IOException {
        Path csv = content.resolve("2025/990000/scores.csv");
        String plain = Files.readString(csv).replaceAll("(?m),[^,\n]*$", "");
        Files.writeString(csv, plain);

        imported(exported(Kind.SCORES));

        assertThat(Files.readString(csv)).isEqualTo(plain);
    }

    @Test
    void decisions_that_were_bound_to_the_former_scores_are_told_as_consequences() throws IOException {
        Path scores = exported(Kind.SCORES);
        Path csv = content.resolve("2025/990000/scores.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst("990100,A1-01,,95.8", "990100,A1-01,,95.7"));

        OfficeImport.Result result = imported(scores);

        // The file had been changed by hand after the decisions; the import brings the decided bytes back.
        assertThat(result.written()).containsExactly("2025/990000/scores.csv");
        assertThat(result.consequences()).isEmpty();
    }

    @Test
    void a_file_with_a_key_that_no_sheet_shows_is_not_exported() throws IOException {
        Path questionnaire = content.resolve("2025/990000/questionnaires/public.yaml");
        Files.writeString(questionnaire, Files.readString(questionnaire) + "colour: red\n");
        Findings findings = new Findings();

        assertThat(WorkbookExport.of(Kind.PUBLIC_QUESTIONNAIRE, ROUND, new ContentFolder(content), findings))
                .isEmpty();
        assertThat(findings.sorted()).extracting(Finding::message).contains("文件中有工作簿没有的键，或空着的键");
    }

    @Test
    void titles_above_labels_without_keys_and_hidden_rows_lose_no_row() throws IOException {
        book(Kind.POPULATIONS, rows -> {
            String[] headings = {"地区", "对象（AUDIENCE）", "学段\n（stage）", "总体人数 (population)", "学校数", "邀请人数"};
            rows.sheet().value(0, 0, "澄川市调查总体汇总表");
            for (int column = 1; column < headings.length; column++) {
                rows.sheet().value(0, column, "");
            }
            rows.add((Object[]) headings);
            rows.add("990100 澄川市\u00A0", "教师", "", 100, "", 20);
            rows.add("", "", "", "", "", "");
            rows.add("990100", "社会公众", "", 100, "", 20);
            rows.add("990100", "社会公众", "", 100, "", 20);
            rows.sheet().hideRow(4);
        });

        List<String> told = imported(workbook).findings().stream()
                .map(finding -> finding.at().field() + " " + finding.message())
                .toList();

        assertThat(told)
                .contains("总体!A1 表头之上的这一行没有导入", "总体!A5 隐藏或筛选掉的 1 行照样导入：第 5 行")
                .anyMatch(line -> line.startsWith("总体!B3 应为"))
                .anyMatch(line -> line.startsWith("总体!A1 比现有内容少 "))
                .contains("总体!A6 这个地区、对象和学段已有一行");
    }

    @Test
    void a_message_that_names_another_row_names_that_of_the_sheet() throws IOException {
        book(Kind.SCORES, rows -> {
            rows.add("", "", "", "", "");
            rows.add("990100", "A1-01", "", 95, "依据");
            rows.add("990100", "A1-01", "", 95, "依据");
        });

        assertThat(imported(workbook).findings())
                .extracting(finding -> finding.at().field() + " " + finding.message())
                .contains("得分!A4 地区 990100 的指标 A1-01 重复，第 3 行已经有了");
    }

    @Test
    void a_cell_that_shows_something_else_than_it_holds_is_told() throws IOException {
        book(Kind.POPULATIONS, rows -> {
            rows.add("990100", "社会公众\u200B", "", 0.958, 45660, 20);
            rows.sheet().style(1, 3).format("0.0%").set();
            rows.sheet().style(1, 4).format("yyyy-mm-dd").set();
            rows.sheet().value(1, 5, true);
        });

        assertThat(imported(workbook).findings())
                .extracting(finding -> finding.at().field() + " " + finding.message())
                .contains(
                        "总体!B2 去掉了看不见的字符 U+200B",
                        "总体!D2 单元格是百分比格式：显示 95.8%，存的是 0.958",
                        "总体!E2 单元格是日期格式：显示 2025-01-03，存的是 45660",
                        "总体!F2 单元格是 TRUE，不是数字");
    }

    @Test
    void dates_are_understood_as_clerks_write_them_and_rows_of_no_place_hide_no_other_fault() throws IOException {
        book(Kind.FINDINGS, rows -> {
            rows.next();
            for (Object date : List.of(45901, 20250901, "20250901", "2025.9.1", "２０２５年９月１日", "9月1日")) {
                rows.add("990100", "P01", "题", "内容", "A1-01", "依据", "否", "措施", date, "未开始");
            }
            rows.add("澄川市", "P07", "题", "内容", "A1-01", "依据", "否", "措施", "2025-09-01", "未开始");
        });

        assertThat(imported(workbook).findings())
                .extracting(finding -> finding.at().field() + " " + finding.message())
                .filteredOn(line -> line.contains("日期，") || line.contains("地区"))
                .containsExactly("问题清单!I7 应为日期，此处是文字“9月1日”", "问题清单!A8 没有写明地区，或地区不在本轮");
    }

    @Test
    void an_empty_sheet_does_not_empty_the_file_and_another_years_workbook_is_named() throws IOException {
        book(Kind.POPULATIONS, rows -> {});
        assertThat(imported(workbook).findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.startsWith("工作表没有一行内容，现有的 "));

        Files.move(content.resolve("2025/990000"), content.resolve("2025/990099"));
        assertThat(imported(workbook).findings())
                .extracting(Finding::message)
                .containsExactly("这是 2025 年 990000 的工作簿，内容中没有这一轮");
    }

    private boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }

    private Path exported(Kind kind) throws IOException {
        Findings findings = new Findings();
        Optional<byte[]> bytes = WorkbookExport.of(kind, ROUND, new ContentFolder(content), findings);
        assertThat(findings.sorted()).isEmpty();
        return Files.write(workbook, bytes.orElseThrow());
    }

    private OfficeImport.Result imported(Path file) throws IOException {
        return new OfficeImport(content).workbook(file);
    }

    /** Every YAML file of the content as bare values. */
    private Map<Path, Object> said() throws IOException {
        Map<Path, Object> said = new TreeMap<>();
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                SourceFile source = new SourceFile(file.getFileName().toString(), Files.readAllBytes(file));
                said.put(
                        content.relativize(file),
                        Node.plain(YamlTree.read(source, new Findings()).orElseThrow()));
            }
        }
        return said;
    }

    /** A workbook as a clerk would have filled it in, sheet after sheet. */
    private void book(Kind kind, Consumer<Filling> fill) throws IOException {
        try (var out = Files.newOutputStream(workbook);
                Workbook book = new Workbook(out, "test", "1.0")) {
            var about = book.newWorksheet("说明");
            List<String[]> lines = List.of(
                    new String[] {"类型", kind.key()}, new String[] {"年度", "2025"}, new String[] {"组织者", "990000"});
            for (int line = 0; line < lines.size(); line++) {
                about.value(line, 0, lines.get(line)[0]);
                about.value(line, 1, lines.get(line)[1]);
            }
            Filling filling = new Filling(book, kind);
            fill.accept(filling);
            filling.rest();
        }
    }

    private static final class Filling {
        private final Workbook book;
        private final Kind kind;
        private Worksheet sheet;
        private int table;
        private int row;

        Filling(Workbook book, Kind kind) {
            this.book = book;
            this.kind = kind;
            open();
        }

        Worksheet sheet() {
            return sheet;
        }

        void next() {
            table++;
            open();
        }

        void rest() {
            while (table < kind.tables().size() - 1) {
                next();
            }
        }

        void add(Object... cells) {
            row++;
            for (int column = 0; column < cells.length; column++) {
                if (cells[column] instanceof Number number) {
                    sheet.value(row, column, number);
                } else if (!cells[column].equals("")) {
                    sheet.value(row, column, cells[column].toString());
                }
            }
        }

        private void open() {
            Table now = kind.tables().get(table);
            sheet = book.newWorksheet(now.name());
            row = 0;
            for (int column = 0; column < now.columns().size(); column++) {
                sheet.value(0, column, now.columns().get(column).heading());
            }
        }
    }
}
