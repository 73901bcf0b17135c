package org.gongshi.evaluation.content.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;

/**
 * A table of RFC 4180 with a header, read strictly: the columns are exactly those expected and those allowed besides, in any
 * order, and every row has as many cells. Rows that are blank altogether, as spreadsheets leave them behind, are passed over.
 */
public record CsvFile(List<CsvRow> rows) {
    public CsvFile {
        rows = List.copyOf(rows);
    }

    /** The file as a table; empty, with findings, when its header is wrong or it is no CSV. Wrong rows are left out. */
    public static Optional<CsvFile> read(SourceFile file, List<String> columns, Findings findings) {
        return read(file, columns, List.of(), findings);
    }

    /** The same with columns that may be missing. */
    public static Optional<CsvFile> read(
            SourceFile file, List<String> columns, List<String> further, Findings findings) {
        Optional<List<CsvScanner.Line>> lines =
                file.text(findings).flatMap(text -> CsvScanner.scan(file, text, findings));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<CsvScanner.Line> filled =
                lines.get().stream().filter(line -> !line.isBlank()).toList();
        if (filled.isEmpty()) {
            findings.error(file.at(), "文件是空的", "第一行应为表头：" + String.join(",", columns));
            return Optional.empty();
        }
        return header(filled.get(0), columns, further, findings)
                .map(names -> new CsvFile(filled.stream()
                        .skip(1)
                        .flatMap(line -> row(line, names, findings).stream())
                        .toList()));
    }

    private static Optional<List<String>> header(
            CsvScanner.Line line, List<String> columns, List<String> further, Findings findings) {
        List<String> known = Stream.concat(columns.stream(), further.stream()).toList();
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean sound = true;
        for (CsvScanner.Cell cell : line.cells()) {
            String name = cell.text().strip();
            names.add(name);
            if (!known.contains(name)) {
                findings.error(cell.at(), "未知的列“" + Shown.of(name) + "”", Closest.hint(name, known));
                sound = false;
            } else if (!seen.add(name)) {
                findings.error(cell.at(), "列“" + name + "”重复", "请删去其中一列");
                sound = false;
            }
        }
        for (String column : columns) {
            if (!names.contains(column)) {
                findings.error(line.at(), "表头缺少列“" + column + "”", "表头应为：" + String.join(",", columns));
                sound = false;
            }
        }
        return sound ? Optional.of(names) : Optional.empty();
    }

    private static Optional<CsvRow> row(CsvScanner.Line line, List<String> names, Findings findings) {
        if (line.cells().size() != names.size()) {
            findings.error(
                    line.at(),
                    "这一行有 " + line.cells().size() + " 格，表头有 " + names.size() + " 列",
                    "请补齐或删去多余的格；含逗号的文字请用双引号括起来");
            return Optional.empty();
        }
        Map<String, CsvScanner.Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            CsvScanner.Cell cell = line.cells().get(i);
            Location at = cell.at();
            Location named = new Location(at.file(), at.line(), at.column(), names.get(i));
            cells.put(names.get(i), new CsvScanner.Cell(named, cell.text()));
        }
        return Optional.of(new CsvRow(line.at(), cells));
    }
}
