package org.gongshi.generator.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.generator.word.ForeignFile;

/** Reads workbooks strictly: known sheets, known headings, no formulas; every fault with the address of its cell. */
final class WorkbookReader {
    private static final int MOST_ROWS = 1_000_000;
    private static final int EXAMPLES = 10;

    private final String file;
    private final Findings findings;
    private final CellText texts;
    private boolean whole = true;

    WorkbookReader(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
        this.texts = new CellText(findings);
    }

    /** What the sheet 说明 says of itself, by its first column. */
    Map<String, String> about(byte[] bytes) {
        Map<String, String> about = new LinkedHashMap<>();
        open(bytes, book -> {
            Optional<Sheet> sheet = book.findSheet(WorkbookWriter.ABOUT);
            if (sheet.isPresent()) {
                for (Row row : sheet.get().read()) {
                    about.put(row.getCellText(0).strip(), row.getCellText(1).strip());
                }
            }
        });
        return about;
    }

    /** The rows of each table; none, with findings, when a sheet or a column is missing: what stands where is then not known. */
    List<Rows> rows(byte[] bytes, List<Table> tables) {
        List<Rows> rows = new ArrayList<>();
        open(bytes, book -> {
            List<String> names = book.getSheets().map(Sheet::getName).toList();
            for (Table table : tables) {
                Optional<Sheet> sheet = book.findSheet(table.name());
                if (sheet.isEmpty()) {
                    misses(
                            Location.of(file),
                            "缺少工作表“" + table.name() + "”",
                            "工作簿现有：" + String.join("、", names) + "；改过名的请改回，不是这一类的请用导出的工作簿填写");
                } else {
                    rows.add(rows(sheet.get(), table));
                }
            }
            others(names, tables);
        });
        return whole ? rows : List.of();
    }

    private void others(List<String> names, List<Table> tables) {
        List<String> others = names.stream()
                .filter(name -> !name.equals(WorkbookWriter.ABOUT) && !name.equals(WorkbookWriter.CHOICES))
                .filter(name -> tables.stream().noneMatch(table -> table.name().equals(name)))
                .toList();
        if (whole && !others.isEmpty()) {
            findings.warning(Location.of(file), "没有导入的工作表：" + String.join("、", others), "需要导入的内容，请填进导出的工作表");
        }
    }

    /** Without it nobody knows what stands where. */
    private void misses(Location at, String message, String hint) {
        whole = false;
        findings.error(at, message, hint);
    }

    private interface Reading {
        void read(ReadableWorkbook book) throws IOException;
    }

    private void open(byte[] bytes, Reading reading) {
        Optional<ForeignFile> foreign = ForeignFile.of(bytes);
        if (foreign.isPresent()) {
            misses(
                    Location.of(file),
                    "不是可以读取的 .xlsx 工作簿：" + foreign.get().what(),
                    foreign.get().mend());
            return;
        }
        // Names of parts stand in a ZIP file as they are.
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains("word/document.xml")) {
            misses(Location.of(file), "不是 .xlsx 工作簿：Word 文档（.docx），只是改了扩展名", "报告请以 .docx 交回，并选择地区；表格请用导出的工作簿填写");
            return;
        }
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
            reading.read(book);
        } catch (IOException | ExcelReaderException fault) {
            misses(Location.of(file), "不是可以读取的 .xlsx 工作簿：已损坏，或是别的程序的文件", "请用 Excel 或 WPS 打开它，另存为 .xlsx（不加密码）后再导入");
        }
    }

    private Rows rows(Sheet sheet, Table table) throws IOException {
        List<Row> all = sheet.read();
        if (all.isEmpty() || all.size() > MOST_ROWS) {
            misses(Location.of(file), "工作表“" + table.name() + "”没有表头，或行数过多", "第一行应为表头");
            return new Rows(table, List.of());
        }
        int header = Headings.find(all, table);
        Optional<Map<Integer, Column>> columns = Headings.read(file, all.get(header), table, findings);
        whole = whole && columns.isPresent();
        if (columns.isEmpty()) {
            return new Rows(table, List.of());
        }
        titles(all.subList(0, header), table);
        return filled(all.subList(header + 1, all.size()), columns.get(), table);
    }

    private Rows filled(List<Row> rows, Map<Integer, Column> columns, Table table) {
        List<Map<String, Rows.Value>> filled = new ArrayList<>();
        List<Integer> hidden = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Rows.Value> values = new LinkedHashMap<>();
            columns.forEach((index, column) ->
                    value(row, index, column, table).ifPresent(value -> values.put(column.path(), value)));
            if (!values.isEmpty()) {
                filled.add(values);
                if (row.isHidden()) {
                    hidden.add(row.getRowNum());
                }
            }
        }
        if (!hidden.isEmpty()) {
            String some = hidden.stream().limit(EXAMPLES).map(String::valueOf).collect(Collectors.joining("、"));
            findings.warning(
                    new CellAt(file, table.name(), hidden.get(0), 1).location(),
                    "隐藏或筛选掉的 " + hidden.size() + " 行照样导入：第 " + some + (hidden.size() > EXAMPLES ? " 等行" : " 行"),
                    "不要的行请删去，不要隐藏");
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        columns.forEach((index, column) -> places.put(column.path(), index + 1));
        return new Rows(table, filled, places);
    }

    private void titles(List<Row> above, Table table) {
        above.stream()
                .filter(row -> row.stream()
                        .anyMatch(cell -> cell != null && !cell.getText().isBlank()))
                .forEach(row -> findings.warning(
                        new CellAt(file, table.name(), row.getRowNum(), 1).location(),
                        "表头之上的这一行没有导入",
                        "表头应为第一行；标题不必删去，但不会进入内容"));
    }

    private Optional<Rows.Value> value(Row row, int index, Column column, Table table) {
        CellAt at = new CellAt(file, table.name(), row.getRowNum(), index + 1);
        Cell cell = row.getOptionalCell(index).orElse(null);
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Optional.empty();
        }
        if (cell.getType() == CellType.FORMULA) {
            findings.error(at.location(), "单元格是公式", "请复制后“选择性粘贴—数值”，公开的数字不能随打开的电脑而变");
            // What it showed last stands in for it, so that all other faults are told at once; nothing is written.
            return Optional.ofNullable(cell.getRawValue())
                    .map(String::strip)
                    .filter(shown -> !shown.isEmpty())
                    .map(shown -> new Rows.Value(column.meant(shown), at));
        }
        if (cell.getType() == CellType.ERROR) {
            findings.error(at.location(), "单元格是错误值 " + cell.getRawValue(), "请改为数值；它引用的单元格或文件已经不在");
            return Optional.empty();
        }
        return texts.of(cell, column, at).map(text -> new Rows.Value(column.meant(text), at));
    }
}
