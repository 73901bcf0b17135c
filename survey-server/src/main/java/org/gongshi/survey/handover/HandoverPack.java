package org.gongshi.survey.handover;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongshi.evaluation.content.source.SpreadsheetCell;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.results.FinalWeights;

/**
 * The pack for the survey agency (交付数据): for each audience the rows as CSV and XLSX, SPSS syntax with labels, one codebook,
 * checksums. Rows bear no id: they are put in random order and numbered anew, because the published list of receipts is sorted by
 * the ids, and rows in their order would tell whose receipt belongs to which answers. Remarks are not in it.
 */
public final class HandoverPack {
    /** The earliest time a ZIP file can tell: when it was made is of no account. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Persons who are units of the sample themselves are numbered above all schools. */
    private static final int PERSONS = 10_000_000;

    private static final int MOST_ROWS = 1_000_000;

    private final String title;
    private final LockedForms forms;
    private final List<Place> places;
    private final List<Deviation> deviations;
    private final Optional<FinalWeights> weights;

    /**
     * @param deviations strata that were not weighted as the locked plan says
     * @param weights those of the release; empty when it would be refused
     */
    public HandoverPack(
            String title,
            LockedForms forms,
            List<Place> places,
            List<Deviation> deviations,
            Optional<FinalWeights> weights) {
        this.title = Objects.requireNonNull(title, "title");
        this.forms = Objects.requireNonNull(forms, "forms");
        this.places = List.copyOf(places);
        this.deviations = List.copyOf(deviations);
        this.weights = Objects.requireNonNull(weights, "weights");
    }

    /** Where the sheets come from: hands every one to the consumer, in any order. */
    public interface Source {
        void forEach(Consumer<Response> consumer);
    }

    /** Writes the ZIP file. @param random mixes the rows */
    public void write(OutputStream to, Source sheets, RandomGenerator random) throws IOException {
        Map<Audience, AudienceTable> tables = new EnumMap<>(Audience.class);
        forms.questionnaires()
                .forEach((audience, form) -> tables.put(audience, new AudienceTable(form, places, weights)));
        Map<Audience, List<List<String>>> rows = new EnumMap<>(Audience.class);
        tables.keySet().forEach(audience -> rows.put(audience, new ArrayList<>()));
        sheets.forEach(sheet ->
                rows.get(sheet.audience()).add(tables.get(sheet.audience()).cells(sheet)));
        Map<String, String> sums = new LinkedHashMap<>();
        try (var zip = new ZipOutputStream(to)) {
            for (AudienceTable table : tables.values()) {
                List<List<String>> mixed = mixed(rows.get(table.audience()), unit(table), random);
                String name = table.audience().key();
                put(zip, sums, name + ".csv", csv(table.variables(), mixed));
                put(zip, sums, name + ".xlsx", workbook(table.audience(), table.variables(), mixed));
                put(
                        zip,
                        sums,
                        name + ".sps",
                        bytes(SpssSyntax.of(
                                name + ".csv", title + " " + table.audience().label(), table.variables())));
            }
            put(zip, sums, "codebook.csv", codebook(tables));
            if (weights.isPresent()) {
                put(zip, sums, "margins.csv", margins(weights.get()));
                put(zip, sums, "estimate.R", bytes(EstimateScript.of(forms)));
            }
            if (!deviations.isEmpty()) {
                put(zip, sums, "deviations.csv", deviations());
            }
            put(zip, sums, "README.txt", bytes(readme()));
            var text = new StringBuilder();
            sums.forEach(
                    (name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
            put(zip, new LinkedHashMap<>(), "SHA256SUMS", bytes(text.toString()));
        }
    }

    private static int unit(AudienceTable table) {
        return table.variables().stream().map(Variable::name).toList().indexOf(AudienceTable.UNIT);
    }

    /** Fisher and Yates's shuffle, then numbers from 1. */
    private static List<List<String>> mixed(List<List<String>> rows, int unit, RandomGenerator random) {
        for (int at = rows.size() - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            List<String> row = rows.get(at);
            rows.set(at, rows.get(other));
            rows.set(other, row);
        }
        for (int at = 0; at < rows.size(); at++) {
            List<String> row = rows.get(at);
            row.add(0, Integer.toString(at + 1));
            if (row.get(unit).equals("0")) {
                row.set(unit, Integer.toString(PERSONS + at + 1));
            }
        }
        return rows;
    }

    private static byte[] csv(List<Variable> variables, List<List<String>> rows) {
        var text = new StringBuilder("\ufeff");
        text.append(String.join(",", variables.stream().map(Variable::name).toList()))
                .append("\r\n");
        rows.forEach(row -> text.append(String.join(",", row)).append("\r\n"));
        return bytes(text.toString());
    }

    private static byte[] workbook(Audience audience, List<Variable> variables, List<List<String>> rows)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Gongshi", "1.0")) {
            Worksheet table = workbook.newWorksheet(audience.label());
            for (int column = 0; column < variables.size(); column++) {
                table.value(0, column, variables.get(column).name());
                table.style(0, column).bold().set();
                table.comment(0, column, variables.get(column).label());
            }
            table.freezePane(0, 1);
            // A sheet of Excel holds 1,048,576 rows; the CSV file has them all.
            for (int row = 0; row < Math.min(rows.size(), MOST_ROWS); row++) {
                for (int column = 0; column < variables.size(); column++) {
                    cell(
                            table,
                            row + 1,
                            column,
                            variables.get(column),
                            rows.get(row).get(column));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void cell(Worksheet table, int row, int column, Variable variable, String text) {
        if (variable.isText()) {
            table.value(row, column, text);
        } else if (!text.isEmpty()) {
            table.value(row, column, new java.math.BigDecimal(text));
        }
    }

    private static byte[] codebook(Map<Audience, AudienceTable> tables) {
        var text = new StringBuilder("\ufeff文件,变量,说明,格式,取值,取值说明,缺失\r\n");
        tables.forEach((audience, table) -> table.variables().forEach(variable -> {
            if (variable.values().isEmpty()) {
                codes(text, audience, variable, "", "");
            } else {
                variable.values().forEach((value, label) -> codes(text, audience, variable, value, label));
            }
        }));
        return bytes(text.toString());
    }

    private static void codes(StringBuilder text, Audience audience, Variable variable, String value, String label) {
        boolean missing = !value.isEmpty() && value.equals(Integer.toString(variable.missing()));
        text.append(String.join(
                        ",",
                        audience.key() + ".csv",
                        variable.name(),
                        quoted(variable.label()),
                        variable.format(),
                        value,
                        quoted(label),
                        missing ? "是" : ""))
                .append("\r\n");
    }

    /** What the weights were adjusted to. */
    private static byte[] margins(FinalWeights weights) {
        var text = new StringBuilder("\ufeffmargin,name,category,label,people\r\n");
        weights.totals()
                .forEach(total -> text.append(String.join(
                                ",",
                                "margin_" + (total.margin() + 1),
                                quoted(total.name()),
                                Integer.toString(total.category() + 1),
                                quoted(total.label()),
                                new java.math.BigDecimal(total.people()).toPlainString()))
                        .append("\r\n"));
        return bytes(text.toString());
    }

    /** Strata that were not weighted as the locked plan says, as they are published. */
    private byte[] deviations() {
        var text = new StringBuilder(
                "\ufeffplace,audience,stage,kind,into,people,decided,decided_by,results_seen,reason\r\n");
        deviations.forEach(one -> text.append(String.join(
                        ",",
                        one.place().value(),
                        one.audience().key(),
                        one.stage().map(SchoolStage::key).orElse(""),
                        one.kind().key(),
                        one.into().map(SchoolStage::key).orElse(""),
                        Long.toString(one.people()),
                        one.decided().toString(),
                        quoted(String.join("、", one.decidedBy())),
                        Boolean.toString(one.resultsSeen()),
                        quoted(one.reason())))
                .append("\r\n"));
        return bytes(text.toString());
    }

    /** Labels come from the office's files: a cell that would begin a formula gets an apostrophe in front. */
    private static String quoted(String label) {
        String guarded = SpreadsheetCell.guarded(label);
        return '"' + guarded.replace("\"", "\"\"") + '"';
    }

    private String readme() {
        return title + "\r\n满意度调查交付数据（仅供受委托的调查机构统计分析，不得公开、不得与其他资料比对识别个人）\r\n\r\n"
                + "每类对象一个 CSV（UTF-8）、一个 XLSX、一个 SPSS 语句文件；codebook.csv 是编码簿；SHA256SUMS 用 sha256sum -c 核对。\r\n"
                + "答卷已去掉编号并随机重排、重新编号：与回执、访问码、提交时间都没有对应关系。自由填写的意见不在其中。\r\n"
                + (weights.isPresent()
                        ? "weight 是最终权数，公布的结果即用它算得；公开链接、学校码的答卷和一题未答的没有权数。stratum、psu 是层和抽样单元，"
                                + "margins.csv 是校准所用的总体数。\r\nestimate.R 用 R 的 survey 包重算各地各对象的满意度指数和标准误，与公布的一致。\r\n"
                        : "还没有权数：按现在的方案和总体数，结果不能发布（原因见控制台“结果发布”）。改正后重新下载。\r\n")
                + (deviations.isEmpty()
                        ? ""
                        : "偏离方案 " + deviations.size()
                                + " 处（无人作答等不能按锁定方案加权的层），见 deviations.csv；weight、stratum 和 margins.csv 已按偏离后的办法。\r\n")
                + "质量标记只提示疑问，答卷没有因此删除。调查方案摘要 " + forms.plan().digest() + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, Map<String, String> sums, String name, byte[] bytes)
            throws IOException {
        sums.put(name, Digest.of(bytes).hex());
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
