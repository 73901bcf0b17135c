package org.gongshi.survey.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;

/** A frame as an Excel workbook: every sheet that is not empty is a table, known by its first row. */
final class WorkbookFrame {
    private final String file;
    private final Findings findings;

    private WorkbookFrame(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    static List<FrameTable> read(SourceFile source, Findings findings) {
        var reader = new WorkbookFrame(source.name(), findings);
        List<FrameTable> tables = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(source.bytes()))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                reader.table(sheet).ifPresent(tables::add);
            }
        } catch (IOException | ExcelReaderException fault) {
            findings.error(source.at(), "不是可以读取的 XLSX 工作簿", "请用 Excel 或 WPS 打开后另存为 .xlsx；加密的先去掉密码");
        }
        return tables;
    }

    private Optional<FrameTable> table(Sheet sheet) throws IOException {
        try (Stream<Row> stream = sheet.openStream()) {
            Iterator<Row> rows = stream.iterator();
            Optional<Row> top = nextFilled(rows);
            if (top.isEmpty()) {
                return Optional.empty();
            }
            Row first = top.get();
            List<String> names = texts(first);
            Optional<FrameColumns.Header> header = FrameColumns.of(names);
            if (header.isEmpty()) {
                findings.error(at(sheet, first.getRowNum(), 1), "第一行不是抽样框的表头", "应为 " + FrameColumns.expected());
                return Optional.empty();
            }
            return columns(sheet, first, names, header.get()).map(columns -> {
                List<FrameRow> filled = new ArrayList<>();
                for (var row = nextFilled(rows); row.isPresent(); row = nextFilled(rows)) {
                    filled.add(row(sheet, row.get(), columns));
                }
                return new FrameTable(header.get().table(), filled);
            });
        }
    }

    /** Index of every column in the sheet, by English name. */
    private Optional<Map<String, Integer>> columns(
            Sheet sheet, Row first, List<String> names, FrameColumns.Header header) {
        Map<String, Integer> columns = new HashMap<>();
        Set<String> seen = new HashSet<>();
        boolean sound = true;
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            int known = header.names().indexOf(name);
            if (name.isEmpty()) {
                continue;
            }
            if (known < 0 || !seen.add(name)) {
                findings.error(
                        at(sheet, first.getRowNum(), index + 1),
                        (known < 0 ? "未知的列“" : "重复的列“") + name + "”",
                        "表头应为 " + String.join(",", header.names()));
                sound = false;
            } else {
                columns.put(header.table().english().get(known), index);
            }
        }
        for (int column = 0; column < header.names().size(); column++) {
            if (!columns.containsKey(header.table().english().get(column))) {
                findings.error(
                        at(sheet, first.getRowNum(), 1),
                        "表头缺少列“" + header.names().get(column) + "”",
                        "表头应为 " + String.join(",", header.names()));
                sound = false;
            }
        }
        return sound ? Optional.of(columns) : Optional.empty();
    }

    private FrameRow row(Sheet sheet, Row row, Map<String, Integer> columns) {
        Map<String, FrameRow.Cell> cells = new HashMap<>();
        columns.forEach((name, index) -> {
            Location at = at(sheet, row.getRowNum(), index + 1);
            Optional<Cell> cell = index < row.getCellCount() ? row.getOptionalCell(index) : Optional.empty();
            if (cell.filter(found -> found.getType() == CellType.FORMULA).isPresent()) {
                findings.error(at, "这里是公式", "请复制后“选择性粘贴”为数值：公式的值会随别的单元格改变");
            }
            cells.put(name, new FrameRow.Cell(at, cell.map(WorkbookFrame::text).orElse("")));
        });
        return new FrameRow(at(sheet, row.getRowNum(), 1), cells);
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < row.getCellCount(); index++) {
            texts.add(row.getOptionalCell(index)
                    .map(WorkbookFrame::text)
                    .orElse("")
                    .strip());
        }
        return texts;
    }

    /** Numbers as they are meant: 990101, not 990101.0 or 9.90101E5. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    /** The next row in which anything is written. */
    private static Optional<Row> nextFilled(Iterator<Row> rows) {
        while (rows.hasNext()) {
            Row row = rows.next();
            if (texts(row).stream().anyMatch(text -> !text.isEmpty())) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private Location at(Sheet sheet, int row, int column) {
        return new Location(file, row, column, sheet.getName() + "!" + letters(column) + row);
    }

    /** 1 is A, 27 is AA. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }
}
