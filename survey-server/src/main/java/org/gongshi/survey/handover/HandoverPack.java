package org.gongshi.survey.handover;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongshi.evaluation.content.source.SpreadsheetCell;
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
    private static final int MOST_ROWS = 1_000_000;

    /** Rows that a workbook holds before they are written. */
    private static final int FLUSHED = 1_000;

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

    /**
     * Writes the ZIP file; memory holds eight bytes of a row.
     *
     * @param scratch folder in which rows may lie meanwhile, in a file without a name
     * @param random mixes the rows
     */
    public void write(OutputStream to, Source sheets, Path scratch, RandomGenerator random) throws IOException {
        Map<Audience, AudienceTable> tables = new EnumMap<>(Audience.class);
        forms.questionnaires()
                .forEach((audience, form) -> tables.put(audience, new AudienceTable(form, places, weights)));
        Map<Audience, MixedRows> rows = new EnumMap<>(Audience.class);
        try (var pack = new PackFile(to)) {
            for (Audience audience : tables.keySet()) {
                rows.put(audience, MixedRows.in(scratch));
            }
            sheets.forEach(sheet ->
                    rows.get(sheet.audience()).add(tables.get(sheet.audience()).cells(sheet)));
            for (AudienceTable table : tables.values()) {
                MixedRows mixed = rows.get(table.audience());
                mixed.mix(random);
                put(pack, table, mixed);
            }
            pack.put("codebook.csv", codebook(tables));
            if (weights.isPresent()) {
                pack.put("margins.csv", margins(weights.get()));
                pack.put("estimate.R", EstimateScript.of(forms));
            }
            if (!deviations.isEmpty()) {
                pack.put("deviations.csv", deviations());
            }
            pack.put("README.txt", readme());
            pack.end("SHA256SUMS");
        } finally {
            for (MixedRows mixed : rows.values()) {
                mixed.close();
            }
        }
    }

    private void put(PackFile pack, AudienceTable table, MixedRows rows) throws IOException {
        String name = table.audience().key();
        pack.put(name + ".csv", to -> csv(table, rows, to));
        pack.put(name + ".xlsx", to -> workbook(table, rows, to));
        pack.put(
                name + ".sps",
                SpssSyntax.of(name + ".csv", title + " " + table.audience().label(), table.variables()));
    }

    private static void csv(AudienceTable table, MixedRows rows, OutputStream to) throws IOException {
        var text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        text.append('\ufeff')
                .append(String.join(
                        ",", table.variables().stream().map(Variable::name).toList()))
                .append("\r\n");
        rows.forEach((number, cells) ->
                text.append(String.join(",", table.numbered(number, cells))).append("\r\n"));
        text.flush();
    }

    private static void workbook(AudienceTable table, MixedRows rows, OutputStream to) throws IOException {
        List<Variable> variables = table.variables();
        try (var workbook = new Workbook(to, "Gongshi", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(table.audience().label());
            for (int column = 0; column < variables.size(); column++) {
                sheet.value(0, column, variables.get(column).name());
                sheet.style(0, column).bold().set();
                sheet.comment(0, column, variables.get(column).label());
            }
            sheet.freezePane(0, 1);
            rows.forEach((number, cells) -> {
                // A sheet of Excel holds 1,048,576 rows; the CSV file has them all.
                if (number > MOST_ROWS) {
                    return;
                }
                List<String> row = table.numbered(number, cells);
                for (int column = 0; column < variables.size(); column++) {
                    cell(sheet, number, column, variables.get(column), row.get(column));
                }
                if (number % FLUSHED == 0) {
                    sheet.flush();
                }
            });
        }
    }

    private static void cell(Worksheet table, int row, int column, Variable variable, String text) {
        if (variable.isText()) {
            table.value(row, column, text);
        } else if (!text.isEmpty()) {
            table.value(row, column, new java.math.BigDecimal(text));
        }
    }

    private static String codebook(Map<Audience, AudienceTable> tables) {
        var text = new StringBuilder("\ufeff文件,变量,说明,格式,取值,取值说明,缺失\r\n");
        tables.forEach((audience, table) -> table.variables().forEach(variable -> {
            if (variable.values().isEmpty()) {
                codes(text, audience, variable, "", "");
            } else {
                variable.values().forEach((value, label) -> codes(text, audience, variable, value, label));
            }
        }));
        return text.toString();
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
    private static String margins(FinalWeights weights) {
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
        return text.toString();
    }

    /** Strata that were not weighted as the locked plan says, as they are published. */
    private String deviations() {
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
        return text.toString();
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
}
